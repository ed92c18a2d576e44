import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { offeredItems } from "#app/domain/returns/offered-items.ts";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { anOrder, anOrderLine, aParcel } from "#test/builders/an-order.ts";

/** What the starter policy offers of an order on a day; the parcel arrived on 2026-03-05. */
function offered(order: ReturnableOrder, on = "2026-03-15") {
  const now = new Date(`${on}T12:00:00Z`);
  return offeredItems({ order, compiled: compilePolicy(defaultPolicy("USD"), 1), now, zone: "UTC" });
}

const one = (line: Parameters<typeof anOrderLine>[0], on?: string) => {
  const [item] = offered(anOrder({ lines: [anOrderLine(line)] }), on);
  if (!item) throw new Error("The order has a line");
  return item;
};

describe("what a shopper is shown of an item", () => {
  test("every reason, the units left, the last day whatever the reason and the most patient reason's", () => {
    const item = one({});
    expect(item.reasons.map(({ code }) => code)).toContain("too-small");
    // 30 days for a change of mind, 60 for a fault.
    expect([item.unitsLeft, item.untilOn, item.latestOn, item.photo]).toEqual([2, "2026-04-04", "2026-05-04", "optional"]);
  });

  test("final sale may come back for our fault only, and then a photo is needed", () => {
    const item = one({ productTags: ["final-sale"] });
    expect(item.decision).toMatchObject({ outcome: "ineligible", because: "final_sale" });
    expect(item.reasons.map(({ fault }) => fault)).not.toContain("customer");
    expect(item.photo).toBe("required");
  });

  test("after the time for a change of mind only faults are left, after theirs nothing", () => {
    const late = one({}, "2026-04-20");
    expect(late.reasons.map(({ code }) => code)).not.toContain("too-small");
    expect([late.untilOn, late.latestOn]).toEqual(["2026-05-04", "2026-05-04"]);
    expect(one({}, "2026-05-05")).toMatchObject({ reasons: [], decision: { because: "window_closed" } });
  });

  test("nothing sent and nothing left offer no reason", () => {
    expect(one({ parcels: [] })).toMatchObject({ reasons: [], unitsLeft: 0, decision: { because: "not_sent" } });
    expect(one({ parcels: [aParcel({ returnableQuantity: 0 })] })).toMatchObject({ reasons: [], decision: { because: "nothing_left" } });
  });
});
