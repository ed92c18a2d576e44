import { readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const EXTENSION = new URL("../../extensions/storefront/", import.meta.url);
const asset = (name: string) => readFileSync(new URL(`assets/${name}`, EXTENSION));

describe("what a shopper's browser loads", () => {
  test("the script stays under Shopify's 10,000 bytes and our 10 kB zipped", () => {
    expect(asset("amends-portal.js").byteLength).toBeLessThanOrEqual(10_000);
    expect(gzipSync(asset("amends-portal.js")).byteLength).toBeLessThanOrEqual(10_000);
  });

  test("the style sheet stays under 5 kB zipped", () => {
    expect(gzipSync(asset("amends-portal.css")).byteLength).toBeLessThanOrEqual(5_000);
  });

  test("the script asks for nothing from elsewhere and leaves no global behind", () => {
    const script = asset("amends-portal.js").toString();
    expect(script).not.toMatch(/https?:|import\s*\(|\bwindow\.\w+\s*=|document\.cookie|localStorage|sessionStorage|innerHTML/);
  });

  test("every class, property and event is our own by name", () => {
    const style = asset("amends-portal.css")
      .toString()
      .replace(/\/\*.*?\*\//gs, "");
    for (const [, name] of style.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)) expect(name).toMatch(/^amends-/);
    for (const [, name] of style.matchAll(/(--[\w-]+)\s*:/g)) expect(name).toMatch(/^--amends-/);
    for (const [, name] of asset("amends-portal.js")
      .toString()
      .matchAll(/#tell\("([^"]+)"/g))
      expect(name).toMatch(/^amends:/);
  });

  test("the style sheet reaches nothing outside the portal", () => {
    const style = asset("amends-portal.css")
      .toString()
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/@media[^{]*\{/g, "");
    for (const [, selectors = ""] of style.matchAll(/([^{}]+)\{[^{}]*\}/g)) {
      for (const selector of selectors.trim().split(/,(?![^(]*\))/)) expect(selector.trim()).toMatch(/^\.amends-portal\b/);
    }
  });
});

describe("the extension's folder", () => {
  test("has only the four folders that Shopify's tool takes, with files of allowed types", () => {
    const folders = readdirSync(EXTENSION, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).sort()).toEqual(["assets", "blocks", "locales", "snippets"]);
    for (const { name } of folders) {
      for (const file of readdirSync(new URL(`${name}/`, EXTENSION)))
        expect(`${name}/${file}`).toMatch(/^(assets\/.+\.(js|css|svg)|(blocks|snippets)\/.+\.liquid|locales\/.+\.json)$/);
    }
  });

  test("keeps its Liquid under 100 kB and each locale file under 15 kB", () => {
    const size = (folder: string) =>
      readdirSync(new URL(folder, EXTENSION)).map((file) => statSync(new URL(folder + file, EXTENSION)).size);
    expect([...size("blocks/"), ...size("snippets/")].reduce((all, each) => all + each, 0)).toBeLessThan(100_000);
    expect(Math.max(...size("locales/"))).toBeLessThan(15_000);
  });
});
