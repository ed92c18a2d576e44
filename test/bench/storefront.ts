import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createStandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { demoFaces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { EXTENSION_ASSETS } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";
import type { Row } from "./table.ts";

const ASSETS = new URL("../../extensions/storefront/assets/", import.meta.url);
const SCRIPT = { file: "amends-portal.js", goal: 10_000 };
const STYLE = { file: "amends-portal.css", goal: 5_000 };
const WITHOUT_BLOCK = ["/", "/collections/all", "/policies/refund-policy", "/account/login"];

/** What the block costs a shopper's browser, and what the app costs on every other page of the storefront. */
export async function benchStorefront(): Promise<Row[]> {
  const standIn = await createStandIn({ ports: { main: 0 }, faces: [demoFaces({ localAppUrl: "http://127.0.0.1:9" })] });
  try {
    const shop = standIn.world.firstShop;
    plantDemoShop(shop, { now: standIn.now(), imageBase: `https://${shop.shop.domain}`, onAhead: () => undefined });
    const product = [...shop.products.values()][0];
    const page = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${standIn.ports.main}${path}`)).text();
    const withBlock = await page("/pages/returns");
    for (const { file } of [SCRIPT, STYLE]) if (!withBlock.includes(file)) throw new Error(`The page with the block does not load ${file}`);
    const others = await Promise.all([...WITHOUT_BLOCK, `/products/${product?.handle ?? ""}`].map(page));
    return [sizeRow("script", SCRIPT), sizeRow("style sheet", STYLE), othersRow(others)];
  } finally {
    await standIn.close();
  }
}

function sizeRow(name: string, { file, goal }: typeof SCRIPT): Row {
  const bytes = gzipSync(readFileSync(new URL(file, ASSETS))).byteLength;
  return { what: `storefront ${name}, gzipped`, figure: kilobytes(bytes), goal: `≤ ${goal / 1_000} kB`, isMet: bytes <= goal };
}

function othersRow(pages: readonly string[]): Row {
  const files = pages.flatMap((html) => html.split(EXTENSION_ASSETS).slice(1));
  return {
    what: `files loaded on ${pages.length} pages without the block`,
    figure: String(files.length),
    goal: "none",
    isMet: files.length === 0,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
