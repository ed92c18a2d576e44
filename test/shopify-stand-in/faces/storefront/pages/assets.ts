import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOG } from "../../../seed/catalog.ts";
import { handleOf } from "../../../seed/products.ts";
import { productImage } from "../../../seed/art/product-image.ts";
import { EXTENSION_ASSETS, type ThemeExtension } from "../theme-extension.ts";
import { THEME_ASSETS } from "../theme.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};
const THEME_FOLDER = fileURLToPath(new URL("../theme/assets/", import.meta.url));

export interface Asset {
  type: string;
  body: Buffer;
}

/** Files of the storefront: the theme's, the extension's, and the drawn product pictures. */
export function assetAt(pathname: string, extension: ThemeExtension): Asset | undefined {
  if (pathname.startsWith(THEME_ASSETS)) return fileIn(THEME_FOLDER, pathname.slice(THEME_ASSETS.length));
  if (pathname.startsWith(EXTENSION_ASSETS)) return fileIn(path.join(extension.folder, "assets"), pathname.slice(EXTENSION_ASSETS.length));
  const picture = /^\/cdn\/shop\/products\/([a-z0-9-]+)\.svg$/.exec(pathname)?.[1];
  const drawn = picture === undefined ? undefined : drawing(picture);
  return drawn === undefined ? undefined : { type: "image/svg+xml", body: Buffer.from(drawn) };
}

function fileIn(folder: string, name: string): Asset | undefined {
  const file = path.join(folder, path.basename(name));
  const type = TYPES[path.extname(file)];
  return type !== undefined && existsSync(file) ? { type, body: readFileSync(file) } : undefined;
}

function drawing(picture: string): string | undefined {
  for (const entry of CATALOG) {
    const colour = entry.colours.find((each) => `${handleOf(entry.title)}-${handleOf(each)}` === picture);
    if (colour !== undefined) return productImage(entry.shape, colour);
  }
  return undefined;
}
