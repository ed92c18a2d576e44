import style from "#extensions/storefront/assets/amends-portal.css?raw";
import script from "#extensions/storefront/assets/amends-portal.js?raw";

export interface PortalAsset {
  readonly contentType: string;
  readonly body: string;
}

/** What the pages load from below the portal's path: the very files of the theme extension, so that both ways in look and act alike. */
export const PORTAL_ASSETS: ReadonlyMap<string, PortalAsset> = new Map([
  ["portal.css", { contentType: "text/css; charset=utf-8", body: style }],
  ["portal.js", { contentType: "text/javascript; charset=utf-8", body: script }],
]);

/** Names this state of both files in their addresses (`?v=`), so that they can be cached for a year. */
export const PORTAL_ASSET_VERSION = fingerprint(style + script);

/** FNV-1a, 32 bits: enough to tell one release from the next, and the same in every runtime. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
