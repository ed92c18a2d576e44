import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const FILES = new URL("../../app/locales/", import.meta.url);
const EXTENSION = new URL("../../extensions/storefront/locales/", import.meta.url);

/** Dotted keys with their texts; the plural endings of one text count as one key, because languages differ in how many they have. */
function textsOf(file: URL): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    } else {
      const key = path.replace(/_(zero|one|two|few|many|other)$/, "");
      texts.set(key, [...(texts.get(key) ?? []), String(value)]);
    }
  };
  walk(JSON.parse(readFileSync(file, "utf8")), "");
  return texts;
}

function valuesIn(texts: readonly string[] | undefined): string[] {
  const names = (texts ?? []).flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ""));
  // A text for exactly one thing may leave its number out.
  return [...new Set(names)].filter((name) => name !== "count").sort();
}

const PAIRS: readonly (readonly [string, URL, URL])[] = [
  ["portal", new URL("en/portal.json", FILES), new URL("zh-CN/portal.json", FILES)],
  ["storefront block", new URL("en.default.json", EXTENSION), new URL("zh-CN.json", EXTENSION)],
  ["storefront block settings", new URL("en.default.schema.json", EXTENSION), new URL("zh-CN.schema.json", EXTENSION)],
];

describe.each(PAIRS)("the texts of the %s", (_name, english, chinese) => {
  test("exist in English and in Chinese", () => {
    expect([...textsOf(chinese).keys()].sort()).toEqual([...textsOf(english).keys()].sort());
  });

  test("are nowhere empty", () => {
    for (const file of [english, chinese]) expect([...textsOf(file).values()].flat().filter((text) => text.trim() === "")).toEqual([]);
  });

  test("take the same values in both languages", () => {
    const other = textsOf(chinese);
    for (const [key, texts] of textsOf(english)) expect([key, valuesIn(other.get(key))]).toEqual([key, valuesIn(texts)]);
  });
});
