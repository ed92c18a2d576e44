import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RequestedItem, SelectionContext } from "#app/domain/returns/select-items.ts";
import { NOTE_LIMIT, selectItems } from "#app/domain/returns/select-items.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { aPolicy } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const [shirts, hats] = [anOrderLine({ quantity: 3 }), anOrderLine({ quantity: 1 })];
const order = anOrder({ lines: [shirts, hats] });
const large = { variantGid: gid("ProductVariant", 77), title: "L", unitPrice: samePair(2_000, "USD"), available: 2 };
const uncounted = { ...large, variantGid: gid("ProductVariant", 78), available: null };
const context: SelectionContext = {
  order,
  policy: aPolicy(),
  exchangeOptions: new Map([
    [shirts.gid, [large, uncounted]],
    [hats.gid, [large]],
  ]),
};

const item = (overrides: Partial<RequestedItem> = {}): RequestedItem => ({
  lineGid: shirts.gid,
  quantity: 1,
  reason: "too-small",
  note: "",
  exchangeVariantGid: null,
  ...overrides,
});

function problems(...items: RequestedItem[]): string[] {
  const result = selectItems(items, context);
  return result.ok ? [] : result.error.problems.map(({ code, limit }) => (limit === null ? code : `${code} ${limit}`));
}

describe("a selection that passes", () => {
  test("comes back as the order's own lines, with the policy's reason and a trimmed note", () => {
    const result = selectItems([item({ quantity: 3, note: "  tight at the neck " }), item({ lineGid: hats.gid })], context);
    expect(result).toMatchObject({
      ok: true,
      value: [
        { line: shirts, quantity: 3, reason: { code: "too-small", fault: "customer" }, note: "tight at the neck", exchange: null },
        { line: hats, quantity: 1 },
      ],
    });
  });

  test("carries the wanted variant with the shop's price, never one that was sent", () => {
    const result = selectItems([item({ exchangeVariantGid: large.variantGid })], context);
    expect(result.ok && result.value[0]?.exchange).toEqual({ variantGid: large.variantGid, title: "L", unitPrice: samePair(2_000, "USD") });
  });
});

describe("a selection that does not", () => {
  test.each<[string, RequestedItem[], string[]]>([
    ["nothing at all", [], ["nothing_selected"]],
    ["a line of another order", [item({ lineGid: "gid://shopify/LineItem/999999" })], ["line_unknown"]],
    ["something that is no id", [item({ lineGid: "<script>" })], ["line_unknown"]],
    ["one line twice", [item(), item()], ["line_twice"]],
    ["none of it", [item({ quantity: 0 })], ["quantity_too_low 1"]],
    ["a negative number of it", [item({ quantity: -1 })], ["quantity_too_low 1"]],
    ["half of one", [item({ quantity: 0.5 })], ["quantity_not_whole"]],
    ["no number", [item({ quantity: NaN })], ["quantity_not_whole"]],
    ["a huge number", [item({ quantity: 1e21 })], ["quantity_not_whole"]],
    ["more than can come back", [item({ quantity: 4 })], ["quantity_too_high 3"]],
    ["no reason", [item({ reason: null })], ["reason_missing"]],
    ["a reason the shop does not offer", [item({ reason: "pilling" })], ["reason_not_offered"]],
    ["a reason that needs a note without one", [item({ reason: "other-reason", note: "  " })], ["note_missing"]],
    ["a note that is too long", [item({ note: "长".repeat(NOTE_LIMIT + 1) })], ["note_too_long 300"]],
    ["a variant of another product", [item({ exchangeVariantGid: gid("ProductVariant", 5) })], ["variant_not_offered"]],
    ["more than is in stock", [item({ quantity: 3, exchangeVariantGid: large.variantGid })], ["variant_out_of_stock 2"]],
    [
      "two lines that together want more than is in stock",
      [item({ quantity: 2, exchangeVariantGid: large.variantGid }), item({ lineGid: hats.gid, exchangeVariantGid: large.variantGid })],
      ["variant_out_of_stock 0"],
    ],
    ["several things wrong with one item", [item({ quantity: 9, reason: null })], ["quantity_too_high 3", "reason_missing"]],
  ])("%s", (_title, items, expected) => {
    expect(problems(...items)).toEqual(expected);
  });

  test("a note of exactly the limit passes, counted in characters and not in bytes", () => {
    expect(problems(item({ note: "😀".repeat(NOTE_LIMIT) }))).toEqual([]);
  });

  test("stock that the shop does not count never runs out", () => {
    expect(problems(item({ quantity: 3, exchangeVariantGid: uncounted.variantGid }))).toEqual([]);
  });

  test("whatever is sent, nothing passes that the order does not hold", () => {
    const anything = fc.record({
      lineGid: fc.oneof(fc.constantFrom(shirts.gid, hats.gid), fc.string()),
      quantity: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double()),
      reason: fc.option(fc.constantFrom("too-small", "other-reason", "nonsense")),
      note: fc.string({ maxLength: 400 }),
      exchangeVariantGid: fc.option(fc.constantFrom<string>(large.variantGid, "nonsense")),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 3 }), (items) => {
        const result = selectItems(items, context);
        if (!result.ok) return;
        for (const { line, quantity } of result.value) {
          expect(order.lines).toContain(line);
          expect(quantity).toBeLessThanOrEqual(line.quantity);
          expect(quantity).toBeGreaterThan(0);
        }
      }),
    );
  });
});
