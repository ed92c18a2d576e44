import type { IncomingMessage, ServerResponse } from "node:http";
import type { Mail } from "../../mail/mailbox.ts";
import type { World } from "../../world.ts";
import { redirect, send, withHeaders } from "../face.ts";
import { html, trusted, type Html } from "../html.ts";
import { clockText, plainPage } from "../page.ts";
import { isLocal, localize } from "../storefront/localize.ts";

const STYLE = `
.list{list-style:none;margin:0;padding:0}.list a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;padding:12px 16px;border-bottom:1px solid var(--line);text-decoration:none;color:var(--ink)}
.list a:hover{background:#f7f9fc}.list li:last-child a{border:0}.list b{overflow-wrap:anywhere}.list small{color:var(--soft);overflow-wrap:anywhere}.list time{grid-row:1;grid-column:2;color:var(--soft);font-size:12.5px;white-space:nowrap}
.tabs{display:flex;gap:4px;margin:0 0 12px}.tabs a{padding:6px 14px;border-radius:8px;text-decoration:none}.tabs [aria-current]{background:#1d2430;color:#fff}
iframe{width:100%;height:72vh;border:1px solid var(--line);border-radius:10px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.6 ui-monospace,monospace;margin:0}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 14px;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}`;

/** Every mail that the app sent, as its reader would find it. Nothing leaves this machine. */
export class MailboxFace {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    const [, , id = "", part = "html"] = url.pathname.split("/");
    if (id === "clear" && request.method === "POST") {
      this.#world.mailbox.clear();
      return redirect(response, "/mailbox");
    }
    if (id === "") return send(response, 200, this.#list(url.searchParams.get("to") ?? ""));
    const mail = this.#world.mailbox.all().find((each) => each.id === id);
    if (!mail)
      return send(
        response,
        404,
        this.#page("Mailbox", html`<div class="card">This mail is not here (any more). <a href="/mailbox">All mails</a></div>`),
      );
    const local = (text: string): string => (isLocal(url.host) ? localize(text, this.#world.firstShop.shop, url.origin) : text);
    if (part === "body") {
      // Links leave the sandboxed frame into a tab of their own; nothing in a mail can run.
      const sandboxed = {
        "content-security-policy":
          "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; script-src 'none'",
      };
      return send(withHeaders(response, sandboxed), 200, `<base target="_blank">${local(mail.html ?? "")}`);
    }
    return send(response, 200, this.#page(mail.subject, mailView(mail, part, local)));
  }

  #page(title: string, body: Html): string {
    return plainPage({
      title,
      current: "mailbox",
      now: this.#world.clock.now(),
      body: html`<style>
          ${trusted(STYLE)}</style
        >${body}`,
    });
  }

  #list(address: string): string {
    const wanted = address.trim().toLowerCase();
    const all = this.#world.mailbox.all().reverse();
    const shown = all.filter((mail) => wanted === "" || [...mail.to, mail.subject].some((text) => text.toLowerCase().includes(wanted)));
    const rows = shown.map(
      (mail) =>
        html`<li>
          <a href="/mailbox/${mail.id}"
            ><b>${mail.subject}</b><time>${clockText(new Date(mail.at))}</time><small>${mail.to.join(", ")}</small></a
          >
        </li>`,
    );
    const empty =
      all.length === 0 ? "No mail yet. Order something in the storefront, ask for a return, or let a parcel be late." : "No mail fits.";
    return this.#page(
      "Mailbox",
      html`<form class="row" style="margin-bottom:16px">
          <label>To or subject<input type="search" name="to" value="${address}" placeholder="jonah.reyes@example.org" /></label
          ><button>Search</button><button formaction="/mailbox/clear" formmethod="post" class="danger">Empty the mailbox</button>
        </form>
        <p class="soft">${shown.length} of ${all.length} mails, newest first. Nothing is sent anywhere.</p>
        <div class="card" style="padding:0">
          ${
            rows.length === 0
              ? html`<p style="padding:24px;margin:0">${empty}</p>`
              : html`<ul class="list">
                  ${rows}
                </ul>`
          }
        </div>`,
    );
  }
}

function mailView(mail: Mail, part: string, local: (text: string) => string): Html {
  const tab = (name: string, label: string): Html =>
    html`<a href="/mailbox/${mail.id}${name === "html" ? "" : `/${name}`}" ${part === name ? trusted(' aria-current="page"') : ""}
      >${label}</a
    >`;
  const content =
    part === "text"
      ? html`<div class="card"><pre>${local(mail.text)}</pre></div>`
      : part === "headers"
        ? html`<div class="card">
            <dl>
              ${Object.entries(mail.headers).map(
                ([name, value]) =>
                  html`<dt>${name}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>
          </div>`
        : mail.html === null
          ? html`<div class="card soft">This mail has no HTML part.</div>`
          : html`<iframe
              title="Mail"
              sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
              src="/mailbox/${mail.id}/body"
            ></iframe>`;
  return html`<p><a href="/mailbox">← All mails</a></p>
    <div class="card">
      <dl>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>To</dt>
        <dd>${mail.to.join(", ")}</dd>
        <dt>Sent</dt>
        <dd>${clockText(new Date(mail.at))}</dd>
      </dl>
    </div>
    <nav class="tabs" aria-label="Parts">${tab("html", "Mail")}${tab("text", "Text")}${tab("headers", "Headers")}</nav>
    ${content}`;
}
