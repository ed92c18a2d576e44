import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { sessionToken } from "../../oauth/session-token.ts";
import { signAdminQuery } from "../../signing.ts";
import type { Control } from "../../control/actions.ts";
import type { World } from "../../world.ts";
import { readForm, redirect, send, sendJson, withHeaders } from "../face.ts";
import { html } from "../html.ts";
import type { Storefront } from "../storefront/storefront-face.ts";
import { framePage, hostOf, type FrameContent } from "./frame/frame-page.ts";
import { nativePage } from "./pages/native-pages.ts";
import { pickerEntries } from "./pages/resources.ts";
import { extensionStatus, themeEditor } from "./pages/theme-editor.ts";
import { adminSession, LOCALE_COOKIE, USER_COOKIE, type AdminSession } from "./session.ts";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));
export const BRIDGE_PATH = "/app-bridge.js";

export interface AdminSetup {
  world: World;
  control: Control;
  storefront: Storefront;
  /** Where the app answers a browser on localhost. */
  localAppUrl: string;
}

/** App Bridge as the app loads it: one classic script, made of the modules in bridge/. */
export function bridgeScript(): string {
  const entryPoint = path.join(FOLDER, "bridge/app-bridge.js");
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
  });
  return `if (!window.shopify) {\n${outputFiles.map(({ text }) => text).join("\n")}}\n`;
}

/** The admin: the frame around the app, its own few pages, and what App Bridge asks of it. */
export class AdminFace {
  readonly #setup: AdminSetup;
  /** What the app's frame may use (the Permissions Policy). Shopify says nowhere whether the camera is among it. */
  #allowed: readonly string[] = ["clipboard-write"];

  constructor(setup: AdminSetup) {
    this.#setup = setup;
  }

  /** Lets the app use the camera in its frame, from the next page on. */
  allowCamera(): void {
    this.#allowed = ["clipboard-write", "camera"];
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = adminSession(this.#setup.world, request, { localAppUrl: this.#setup.localAppUrl });
    if (!session) return send(response, 404, "No such shop");
    if (session.path.startsWith("/internal/")) return this.#internal(session, request, response);
    const legacy = /^\/apps\/([^/]+)(\/.*)?$/.exec(session.path);
    const handle = this.#appHandle();
    if (session.path === "/" || session.path === "/home") return redirect(response, `${session.admin}/apps/${handle}`);
    if (legacy && [handle, this.#setup.world.options.apiKey].includes(legacy[1] ?? ""))
      return this.#app(session, response, legacy[2] ?? "");
    const page = session.path.startsWith("/themes/") ? themeEditor(session, this.#setup.storefront) : nativePage(session);
    if (!page)
      return send(
        response,
        404,
        this.#frame(session, {
          kind: "page",
          title: "404",
          active: "",
          content: html`<div class="card"><p class="soft">${session.texts.empty}</p></div>`,
        }),
      );
    return send(response, 200, this.#frame(session, { kind: "page", ...page }));
  }

  async #app(session: AdminSession, response: ServerResponse, path: string): Promise<void> {
    if (!session.shop.installation.installed && session.url.searchParams.get("install") !== "1")
      return send(response, 200, this.#installPage(session));
    const target = new URL(path === "" ? "/" : path, session.appUrl);
    target.search = session.url.search;
    target.searchParams.delete("install");
    const shown = target.pathname + target.search;
    const now = Math.floor(this.#setup.world.clock.now().getTime() / 1000);
    const added = {
      embedded: "1",
      shop: session.shop.shop.domain,
      host: hostOf(session),
      id_token: await this.#token(session),
      locale: session.locale,
      session: `s${now}`,
      timestamp: String(now),
    };
    for (const [name, value] of Object.entries(added)) target.searchParams.set(name, value);
    target.searchParams.set("hmac", signAdminQuery(target.searchParams, this.#setup.world.options.apiSecret));
    send(response, 200, this.#frame(session, { kind: "app", src: target.href, path: shown, home: "/", allowed: this.#allowed }));
  }

  /** Managed installation asks the merchant once; the app then gets its token when it is opened. */
  #installPage(session: AdminSession): string {
    const { texts } = session;
    const content = html`<div class="card" style="max-width:520px;margin-top:40px">
      <h2>${this.#setup.world.options.appName}</h2>
      <p>${texts.notInstalled}</p>
      <p class="soft">${texts.installText}</p>
      <p><a class="button primary" style="display:inline-block" href="?install=1">${texts.install}</a></p>
    </div>`;
    return this.#frame(session, { kind: "page", title: texts.install, active: "app", content });
  }

  #frame(session: AdminSession, body: FrameContent["body"]): string {
    return framePage(session, { appName: this.#setup.world.options.appName, appPath: `/apps/${this.#appHandle()}`, body });
  }

  #appHandle(): string {
    return this.#setup.world.options.appName.toLowerCase().replaceAll(" ", "-");
  }

  #token(session: AdminSession): Promise<string> {
    return sessionToken(this.#setup.world, session.shop.shop.domain, { userId: session.user.id });
  }

  async #internal(session: AdminSession, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = session.path.slice("/internal/".length);
    const { searchParams: search } = session.url;
    const { installation } = session.shop;
    const granted = { granted: installation.scopes, required: this.#setup.world.options.scopes, optional: [] };
    const domain = session.shop.shop.domain;
    const asked = (search.get("scopes") ?? "").split(",").filter(Boolean);
    switch (name) {
      case "token":
        return sendJson(response, 200, { token: await this.#token(session) });
      case "extensions":
        return sendJson(response, 200, extensionStatus(this.#setup.storefront));
      case "resources":
        return sendJson(response, 200, pickerEntries(session, search.get("type") ?? "product", search.get("query") ?? ""));
      case "grant-scopes":
        this.#setup.control.scopes([...new Set([...installation.scopes, ...asked])], domain);
        return sendJson(response, 200, {});
      case "revoke-scopes":
        this.#setup.control.scopes(
          installation.scopes.filter((scope) => !asked.includes(scope)),
          domain,
        );
        return sendJson(response, 200, {});
      case "scopes":
        return sendJson(response, 200, granted);
      case "session":
        return this.#changeSession(session, request, response);
      case "theme":
        return this.#changeTheme(session, request, response);
      default:
        return this.#file(name, response);
    }
  }

  #file(name: string, response: ServerResponse): void {
    const file = path.join(FOLDER, "frame", path.basename(name));
    const type = { ".css": "text/css", ".js": "text/javascript" }[path.extname(file)];
    if (type === undefined || !existsSync(file)) return send(response, 404, "Not found");
    return send(withHeaders(response, { "content-type": type }), 200, readFileSync(file));
  }

  async #changeSession(session: AdminSession, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const chosen = [["user", USER_COOKIE] as const, ["locale", LOCALE_COOKIE] as const].filter(([field]) => form.has(field));
    const cookies = chosen.map(([field, cookie]) => `${cookie}=${encodeURIComponent(form.get(field) ?? "")}; Path=/; SameSite=Lax`);
    redirect(response, backTo(request, session), { "set-cookie": cookies });
  }

  async #changeTheme(session: AdminSession, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    this.#setup.storefront.theme.settings.activate(form.get("handle") ?? "", form.get("active") === "1");
    redirect(response, backTo(request, session));
  }
}

function backTo(request: IncomingMessage, session: AdminSession): string {
  const from = request.headers.referer;
  return from !== undefined && new URL(from).host === session.url.host ? new URL(from).pathname + new URL(from).search : session.admin;
}
