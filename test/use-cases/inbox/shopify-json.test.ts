import { expect, test } from "vitest";
import { parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";

test("ids keep every digit, and texts lose only what no column of the database can hold", () => {
  const payload = String.raw`{"id": 820982911946154508, "title": "Mu\u0000g \ud83d\ude00", "note": "half \ud83d", "lines": [{"name": "\u0000"}]}`;
  expect(parseShopifyJson(payload)).toEqual({ id: "820982911946154508", title: "Mug 😀", note: "half \uFFFD", lines: [{ name: "" }] });
});
