import { expect, test } from "vitest";
import { compareWithShopify } from "#app/domain/returns/compare-with-shopify.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";

test("equal to the cent is agreement", () => {
  expect(compareWithShopify(samePair(7_500, "USD"), samePair(7_500, "USD"))).toEqual({ kind: "agree" });
});

test("a single cent is disagreement, and says by how much", () => {
  expect(compareWithShopify(samePair(7_500, "USD"), samePair(7_499, "USD"))).toEqual({ kind: "disagree", difference: samePair(1, "USD") });
});

test("the shop's own currency, which Shopify converts and rounds its own way, stops nothing while the customer's is equal", () => {
  const charged = money(12_000, "JPY");
  expect(
    compareWithShopify({ shop: money(8_000, "USD"), presentment: charged }, { shop: money(8_001, "USD"), presentment: charged }),
  ).toEqual({
    kind: "agree",
  });
});
