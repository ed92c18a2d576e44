import { query, tellAdmin } from "./connection.js";

/** Where the bounce page wants to come back to; it is no place of its own. */
export const reload = query.get("shopify-reload");

/** Where the app is, without what Shopify added to the address. */
function appPath() {
  const url = new URL(window.location.href);
  for (const name of ["embedded", "shop", "host", "id_token", "locale", "session", "timestamp", "hmac", "shopify-reload"])
    url.searchParams.delete(name);
  return url.pathname + url.search + url.hash;
}

let told = "";
export function tellPath() {
  if (reload) return;
  const path = appPath();
  if (path === told) return;
  told = path;
  tellAdmin("path", { path });
}
