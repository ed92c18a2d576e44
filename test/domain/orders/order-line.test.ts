import { describe, expect, test } from "vitest";
import { arrivalOf, lineOf, unitsHeldBefore, unitsLeft } from "#app/domain/orders/order-line.ts";
import type { ExistingReturn } from "#app/domain/orders/returnable-order.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import { anOrder, anOrderLine, aParcel } from "#test/builders/an-order.ts";

const line = anOrderLine({
  quantity: 5,
  parcels: [aParcel({ quantity: 3, returnableQuantity: 3 }), aParcel({ quantity: 2, returnableQuantity: 1 })],
});
const held = (overrides: Partial<ExistingReturn>, quantity = 1): ExistingReturn => ({
  gid: null,
  state: "requested",
  requestedAt: new Date("2026-03-10T12:00:00Z"),
  lines: [{ lineGid: line.gid, quantity, unpaidQuantity: quantity }],
  ...overrides,
});

describe("units that can still come back", () => {
  test("are what Shopify calls returnable over all parcels", () => {
    expect(unitsLeft(anOrder({ lines: [line] }), line)).toBe(4);
  });

  test("are fewer by what waits here, but not a second time by what Shopify already counts", () => {
    const order = anOrder({ lines: [line], returns: [held({}), held({ gid: "gid://shopify/Return/1", state: "open" })] });
    expect(unitsLeft(order, line)).toBe(3);
  });

  test("are never below none", () => {
    expect(unitsLeft(anOrder({ lines: [line], returns: [held({}, 9)] }), line)).toBe(0);
  });
});

test("units of returns that were asked for earlier keep their place, later ones do not", () => {
  const order = anOrder({ lines: [line], returns: [held({}), held({ requestedAt: new Date("2026-03-12T12:00:00Z") }, 2)] });
  expect(unitsHeldBefore(order, line.gid, new Date("2026-03-11T12:00:00Z"))).toBe(1);
  expect(unitsHeldBefore(order, line.gid, new Date("2026-03-10T12:00:00Z"))).toBe(0);
});

describe("arrival", () => {
  const fiveDays = (sent: Date) => after(sent, 5 * DAY);

  test("is the last parcel's, and says whether the carrier reported it", () => {
    const parcels = [
      aParcel({ deliveredAt: null, fulfilledAt: new Date("2026-03-02T00:00:00Z") }),
      aParcel({ deliveredAt: new Date("2026-03-05T00:00:00Z") }),
    ];
    expect(arrivalOf(anOrderLine({ parcels }), fiveDays)).toEqual({ at: new Date("2026-03-07T00:00:00Z"), basis: "fulfilled" });
    expect(arrivalOf(anOrderLine({ parcels: parcels.slice(1) }), fiveDays)).toEqual({
      at: new Date("2026-03-05T00:00:00Z"),
      basis: "delivered",
    });
  });

  test("is unknown while nothing was sent", () => {
    expect(arrivalOf(anOrderLine({ parcels: [] }), fiveDays)).toBeNull();
  });
});

test("a line is found by its id alone, and only in its own order", () => {
  const order = anOrder({ lines: [line] });
  expect(lineOf(order, line.gid)).toBe(line);
  expect(lineOf(order, "gid://shopify/LineItem/0")).toBeUndefined();
});
