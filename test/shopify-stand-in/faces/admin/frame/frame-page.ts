import { html, trusted, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";
import { STAFF } from "../staff.ts";

export interface FrameContent {
  appName: string;
  /** The path of the app inside the admin: "/apps/amends". */
  appPath: string;
  /** The native page that is shown, or the app. */
  body:
    | { kind: "app"; src: string; path: string; home: string; allowed: readonly string[] }
    | { kind: "page"; title: string; content: Html; active: string };
}

const ICONS: Readonly<Record<string, string>> = {
  home: '<path d="M3 9.5 10 4l7 5.5V16a1 1 0 0 1-1 1h-4v-4H8v4H4a1 1 0 0 1-1-1z"/>',
  orders: '<path d="M4 4h12v12H4z"/><path d="M4 11h3l1.2 2h3.6L13 11h3"/>',
  products: '<path d="M10 3h6v6l-7.5 7.5a1.4 1.4 0 0 1-2 0l-3.9-3.9a1.4 1.4 0 0 1 0-2z"/><circle cx="13" cy="6" r=".8"/>',
  customers: '<circle cx="10" cy="7" r="3"/><path d="M4 17c.8-3.4 3.2-5 6-5s5.200 1.600 6 5"/>',
  discounts:
    '<circle cx="10" cy="10" r="7"/><path d="m7.500 12.500 5-5"/><circle cx="7.800" cy="7.800" r=".7"/><circle cx="12.200" cy="12.200" r=".7"/>',
  onlineStore:
    '<path d="M3 8.500 4.500 4h11L17 8.500M4 9.500V16h12V9.500M3 8.500a2.300 2.300 0 0 0 4.600 0 2.300 2.300 0 0 0 4.800 0 2.300 2.300 0 0 0 4.600 0"/>',
};

const APP_ICON =
  '<svg class="app-icon" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6" fill="#1f3d36"/><path d="M6 16.500 12 6l6 10.500" stroke="#f3c969" stroke-width="2.300" fill="none" stroke-linecap="round" stroke-linejoin="round"/><path d="M8.500 13.500h5.200a2 2 0 0 1 0 4H11" stroke="#fff" stroke-width="1.800" fill="none" stroke-linecap="round"/></svg>';

function icon(name: string): Html {
  return trusted(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${ICONS[name] ?? ""}</svg>`);
}

/** The app may speak before the page's own script is there: what it says is kept for it. */
const KEEP_EARLY_MESSAGES =
  'window.early=[];window.keepEarly=(event)=>window.early.push(event);addEventListener("message",window.keepEarly)';

/** The whole admin page: top bar, navigation, title bar, and either the embedded app or one of the admin's own pages. */
export function framePage(session: AdminSession, content: FrameContent): string {
  const { shop } = session;
  const title = content.body.kind === "app" ? content.appName : content.body.title;
  const page = html`<!doctype html>
    <html lang="${session.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${shop.shop.name}</title>
        <link
          rel="icon"
          href="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4e7d34"/><path d="M10 12h12l1.500 12h-15z" fill="#fff"/><path d="M13 14v-3a3 3 0 0 1 6 0v3" stroke="#4e7d34" stroke-width="2" fill="none"/></svg>')}"
        />
        <script>
          ${trusted(KEEP_EARLY_MESSAGES)};
        </script>
        <link rel="stylesheet" href="${session.admin}/internal/frame.css" />
      </head>
      <body class="${content.body.kind === "app" ? "loading" : ""}">
        ${topBar(session)} ${navigation(session, content)}
        <main class="stage">
          <span class="bar"></span>
          <header class="title-bar">
            ${content.body.kind === "app" ? trusted(APP_ICON) : ""}
            <h1>${title}</h1>
            <div class="actions"></div>
          </header>
          ${content.body.kind === "app" ? html`<iframe class="app" title="${content.appName}" src="${content.body.src}" name="${JSON.stringify({ shop: shop.shop.domain, host: hostOf(session), locale: session.locale })}" allow="${content.body.allowed.join("; ")}"></iframe>` : html`<div class="content">${content.body.content}</div>`}
        </main>
        <div class="toasts" aria-live="polite"></div>
        <script type="application/json" id="frame-data">
          ${trusted(frameData(session, content))}
        </script>
        <script type="module" src="${session.admin}/internal/frame.js"></script>
      </body>
    </html>`;
  return page.text;
}

/** `host` as Shopify gives it to an app: base64 of the admin's address of the shop. */
export function hostOf(session: AdminSession): string {
  return Buffer.from(`admin.shopify.com/store/${session.shop.shop.domain.replace(/\.myshopify\.com$/, "")}`)
    .toString("base64")
    .replace(/=+$/, "");
}

function frameData(session: AdminSession, content: FrameContent): string {
  const { user, shop } = session;
  const data = {
    shop: shop.shop.domain,
    shopName: shop.shop.name,
    appName: content.appName,
    appUrl: session.appUrl,
    base: session.admin + content.appPath,
    admin: session.admin,
    api: `${session.admin}/internal`,
    path: content.body.kind === "app" ? content.body.path : "",
    home: content.body.kind === "app" ? content.body.home : "",
    texts: session.texts,
    user: {
      id: Number(user.id),
      name: user.name,
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      accountAccess: user.role === "Owner" ? "full" : "limited",
    },
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function topBar({ texts, shop, user, admin, locale, storefrontUrl, isLocal }: AdminSession): Html {
  const choice = (name: "user" | "locale", value: string, label: string): Html => {
    const isCurrent = value === (name === "user" ? user.id : locale);
    return html`<button name="${name}" value="${value}" ${isCurrent ? trusted(' aria-current="true"') : ""}>${label}</button>`;
  };
  return html`<header class="top">
    <button class="hamburger" type="button" aria-label="${texts.menu}">
      ${trusted('<svg class="icon" viewBox="0 0 20 20"><path d="M3 6h14M3 10h14M3 14h14"/></svg>')}
    </button>
    <a class="brand" href="${admin}" aria-label="admin demo"
      ><b aria-hidden="true"
        >${trusted('<svg viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="#fff" stroke-width="1.800"><path d="M5 7.500h10l1 9H4zM7.500 9V6a2.500 2.500 0 0 1 5 0v3"/></svg>')}</b
      ><span>admin</span> <small>demo</small></a
    >
    <form class="search" role="search" action="${admin}/orders">
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="9" cy="9" r="5" />
        <path d="m13 13 4 4" /></svg
      ><input
        name="q"
        aria-label="${texts.search}"
        placeholder="${texts.search}"
        style="flex:1;min-width:0;border:0;background:none;color:#e3e3e3;outline:0"
      /><kbd>⌘ K</kbd>
    </form>
    <div class="tools">
      <button class="store" type="button" data-opens="store-menu" aria-expanded="false" aria-label="${shop.shop.name}, ${user.name}">
        <span>${shop.shop.name}</span><i aria-hidden="true" data-initials="${initials(shop.shop.name)}"></i>
      </button>
    </div>
    <form class="menu" id="store-menu" method="post" action="${admin}/internal/session" hidden>
      <h2>${texts.staff}</h2>
      ${STAFF.map((each) => choice("user", each.id, `${each.name} · ${each.role}`))}
      <h2>${texts.language}</h2>
      ${choice("locale", "en", "English")}${choice("locale", "zh-CN", "简体中文")}
      <hr />
      <a href="${storefrontUrl}">${texts.viewStore}</a
      >${isLocal ? html`<a href="/mailbox">${texts.mailbox}</a><a href="/control">${texts.control}</a>` : ""}
    </form>
    <div class="save" role="region" aria-label="${texts.unsaved}">
      <div>
        <span>${texts.unsaved}</span><button type="button" class="discard">${texts.discard}</button
        ><button type="button" class="keep">${texts.save}</button>
      </div>
    </div>
  </header>`;
}

function navigation({ texts, admin }: AdminSession, content: FrameContent): Html {
  const active = content.body.kind === "page" ? content.body.active : "app";
  const entry = (name: string, path: string, label: string): Html =>
    html`<li><a href="${admin}${path}" ${active === name ? trusted(' aria-current="page"') : ""}>${icon(name)}${label}</a></li>`;
  return html`<nav class="nav" aria-label="${texts.menu}">
    <ul>
      ${entry("home", "/home", texts.home)}${entry("orders", "/orders", texts.orders)}${entry("products", "/products", texts.products)}${entry("customers", "/customers", texts.customers)}${entry("discounts", "/discounts", texts.discounts)}
    </ul>
    <h2>${texts.salesChannels}</h2>
    <ul>
      ${entry("onlineStore", "/themes/current/editor", texts.onlineStore)}
    </ul>
    <h2>${texts.apps}</h2>
    <ul>
      <li>
        <a class="the-app" href="${admin}${content.appPath}" ${active === "app" ? trusted(' aria-current="page"') : ""}
          >${trusted(APP_ICON)}${content.appName}</a
        >
        <ul class="sub"></ul>
      </li>
    </ul>
  </nav>`;
}

function initials(name: string): string {
  return name
    .split(/[^A-Za-z]+/)
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();
}
