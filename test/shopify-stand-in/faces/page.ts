import { html, trusted, type Html } from "./html.ts";
import { PAGE_CSS } from "./page-style.ts";

export interface PlainPage {
  title: string;
  current: "mailbox" | "control";
  /** What the stand-in's clock shows. */
  now: Date;
  body: Html;
  script?: string;
}

/** A page of the stand-in itself, as opposed to the shop's or Shopify's. */
export function plainPage({ title, current, now, body, script }: PlainPage): string {
  const link = (href: string, label: string, isCurrent = false): Html =>
    html`<a href="${href}" ${isCurrent ? trusted(' aria-current="page"') : ""}>${label}</a>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link
          rel="icon"
          href="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d2430"/><circle cx="16" cy="16" r="8" stroke="#fff" stroke-width="2.4" fill="none"/><path d="M16 11v5l3 3" stroke="#fff" stroke-width="2.4" fill="none"/></svg>')}"
        />
        <style>
          ${trusted(PAGE_CSS)}
        </style>
      </head>
      <body>
        <header class="page">
          <h1>${title}</h1>
          <time class="clock" datetime="${now.toISOString()}">${clockText(now)}</time>
          <nav aria-label="Demo">
            ${link("/", "Storefront")}${link("/admin", "Shopify admin")}${link("/mailbox", "Mailbox", current === "mailbox")}${link("/control", "Control", current === "control")}
          </nav>
        </header>
        <main>${body}</main>
        ${
          script === undefined
            ? ""
            : html`<script>
                ${trusted(script)};
              </script>`
        }
      </body>
    </html>`.text;
}

/** Time of the stand-in, in UTC, so that nobody has to guess. */
export function clockText(at: Date): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(at)} UTC`;
}
