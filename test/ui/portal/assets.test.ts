import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PORTAL_ASSET_VERSION, PORTAL_ASSETS } from "#app/ui/portal/assets.ts";

test("pages at the proxy load the very files of the theme extension", () => {
  const file = (name: string) => readFileSync(new URL(`../../../extensions/storefront/assets/${name}`, import.meta.url), "utf8");
  expect(PORTAL_ASSETS.get("portal.css")?.body).toBe(file("amends-portal.css"));
  expect(PORTAL_ASSETS.get("portal.js")?.body).toBe(file("amends-portal.js"));
  expect(PORTAL_ASSET_VERSION).toMatch(/^[0-9a-z]{4,7}$/);
});
