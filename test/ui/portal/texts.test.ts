import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Where the portal's pages are drawn, and where what they are told is put together. */
const PLACES = [new URL("../../../app/ui/portal/", import.meta.url), new URL("../../../app/http/", import.meta.url)];
const TEXTS = new URL("../../../app/locales/en/portal.json", import.meta.url);

function keysOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path.replace(/_(one|other)$/, "")];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
}

test("every text of the portal is shown somewhere", () => {
  const code = PLACES.flatMap((place) => readdirSync(place).map((file) => readFileSync(new URL(file, place), "utf8"))).join("\n");
  const composed = [...code.matchAll(/`([\w.-]+\$\{[^`]*)`/g)].map(
    ([, key = ""]) => new RegExp(`^${key.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
  );
  const keys = [...new Set(keysOf(JSON.parse(readFileSync(TEXTS, "utf8"))))];
  expect(keys.filter((key) => !code.includes(`"${key}"`) && !composed.some((pattern) => pattern.test(key)))).toEqual([]);
});
