import { describe, expect, test } from "vitest";
import { isSameAddress, linesOf, readdress } from "#app/domain/orders/delivery-address.ts";
import type { OrderNow } from "#app/domain/orders/order-change.ts";
import { mayChange } from "#app/domain/orders/order-change.ts";
import { orderChangeSettingsSchema } from "#app/domain/orders/order-change-settings.ts";
import { money } from "#app/domain/shared/money.ts";
import { HOUR, after } from "#app/domain/shared/time.ts";
import { anAddress } from "#test/builders/an-address.ts";

const ORDERED = new Date("2026-03-15T10:00:00Z");
const rule = { isOn: true, withinHours: 24 };

function anOrderNow(changes: Partial<OrderNow> = {}): OrderNow {
  return {
    gid: "gid://shopify/Order/1",
    name: "#1001",
    processedAt: ORDERED,
    updatedAt: ORDERED,
    isCancelled: false,
    progress: "waiting",
    hasReturn: false,
    address: anAddress(),
    paid: { shop: money(4900, "USD"), presentment: money(4900, "USD") },
    refunds: [],
    lines: [],
    ...changes,
  };
}

const answer = (kind: "cancel" | "address", changes: Partial<OrderNow> = {}, more: { rule?: typeof rule; hours?: number } = {}) => {
  const now = after(ORDERED, (more.hours ?? 1) * HOUR);
  const result = mayChange(kind, { order: anOrderNow(changes), rule: more.rule ?? rule, now });
  return result.ok ? result.value.until : result.error.because;
};

describe("what a shopper may do before an order leaves", () => {
  test("within its hours, until the last of them", () => {
    expect(answer("cancel")).toEqual(after(ORDERED, 24 * HOUR));
    expect(answer("cancel", {}, { hours: 23.99 })).toEqual(after(ORDERED, 24 * HOUR));
    expect(answer("cancel", {}, { hours: 24 })).toBe("too_late");
  });

  test("without a limit for as long as nothing is prepared", () => {
    const open = orderChangeSettingsSchema.parse({ cancel: { isOn: true, withinHours: null }, address: {} });
    expect(mayChange("cancel", { order: anOrderNow(), rule: open.cancel, now: after(ORDERED, 9_000 * HOUR) })).toEqual({
      ok: true,
      value: { until: null },
    });
    expect(open.address).toEqual({ isOn: false, withinHours: 24 });
  });

  test.each([
    ["switched_off", {}, { isOn: false, withinHours: 24 }],
    ["cancelled", { isCancelled: true }, rule],
    ["sent", { progress: "sent" }, rule],
    ["being_prepared", { progress: "being_prepared" }, rule],
    ["on_hold", { progress: "on_hold" }, rule],
  ] as const)("nobody may when it is %s", (because, changes, own) => {
    expect(answer("cancel", changes, { rule: own })).toBe(because);
    expect(answer("address", changes, { rule: own })).toBe(because);
  });

  test("an order with a return is not cancelled, and what goes to no address gets none", () => {
    expect(answer("cancel", { hasReturn: true })).toBe("has_return");
    expect(answer("address", { hasReturn: true })).toBeInstanceOf(Date);
    expect(answer("address", { address: null })).toBe("no_address");
  });
});

describe("another address", () => {
  const typed = { ...anAddress(), address1: "  12   Elm St ", city: "Troy", zip: "12180" };

  test("keeps country and province, whatever is typed", () => {
    const made = readdress(anAddress(), { ...typed, ...{ countryCode: "DE", provinceCode: "BE" } });
    expect(made).toMatchObject({ ok: true, value: { address1: "12 Elm St", city: "Troy", countryCode: "US", provinceCode: "NY" } });
  });

  test("each part that is missing or too long is named", () => {
    const made = readdress(anAddress(), { ...typed, lastName: " ", city: "", zip: "", company: "x".repeat(256) });
    expect(made).toEqual({
      ok: false,
      error: {
        code: "invalid_address",
        problems: [
          { field: "lastName", code: "required" },
          { field: "company", code: "too_long" },
          { field: "city", code: "required" },
          { field: "zip", code: "required" },
        ],
      },
    });
    expect(readdress({ ...anAddress(), zip: "" }, { ...typed, zip: "" }).ok).toBe(true);
  });

  test("spaces and capitals make no other address, a number does", () => {
    expect(isSameAddress(anAddress(), { ...anAddress(), address1: "1  MAIN st" })).toBe(true);
    expect(isSameAddress(anAddress(), { ...anAddress(), address1: "2 Main St" })).toBe(false);
    expect(linesOf(anAddress())).toEqual(["Jane Doe", "1 Main St", "Albany NY 12207", "United States"]);
  });
});
