import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { giftCardCode } from "#app/domain/compensation/gift-card-code.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

test("the same purpose always has the same code, another purpose another one", () => {
  expect(giftCardCode(digest("a"))).toBe(giftCardCode(digest("a")));
  expect(giftCardCode(digest("a"))).not.toBe(giftCardCode(digest("b")));
  expect(giftCardCode(`00010f${"00".repeat(29)}`)).toMatch(/^ABR/);
});

test("a code is what Shopify takes: 16 letters and figures that nobody mistakes for each other", () => {
  for (let index = 0; index < 200; index += 1) expect(giftCardCode(digest(String(index)))).toMatch(/^[A-HJ-NP-Z2-9]{16}$/);
  expect(() => giftCardCode("00")).toThrow();
});
