import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abuseSettingsSchema } from "#app/domain/returns/abuse-settings.ts";
import type { CustomerStanding } from "#app/domain/returns/abuse-signals.ts";
import { abuseSignals, addressText, certainShareBp, deviceText } from "#app/domain/returns/abuse-signals.ts";
import { money } from "#app/domain/shared/money.ts";

const usd = (minor: number) => money(minor, "USD");
const usual = abuseSettingsSchema.parse({ sharedAddress: 3, sharedDevice: 2 });

function aStanding(overrides: Partial<CustomerStanding> = {}): CustomerStanding {
  return { past: { bought: 10, returned: 1 }, onItsWay: usd(0), sharedAddress: 0, sharedDevice: 0, missingReturns: 0, ...overrides };
}

const codes = (standing: CustomerStanding, settings = usual, worth = usd(2000)) =>
  abuseSignals(standing, worth, settings).map(({ code }) => code);

describe("the share that certainly comes back", () => {
  test.each([
    [{ bought: 0, returned: 0 }, 0],
    [{ bought: 1, returned: 1 }, 2065],
    [{ bought: 3, returned: 3 }, 4384],
    [{ bought: 6, returned: 6 }, 6096],
    [{ bought: 100, returned: 60 }, 5020],
  ])("%o is %d basis points", (past, share) => {
    expect(certainShareBp(past)).toBe(share);
  });

  test("is never above the share itself, and more orders of the same share say more", () => {
    const pair = fc
      .integer({ min: 1, max: 500 })
      .chain((bought) => fc.record({ bought: fc.constant(bought), returned: fc.integer({ min: 0, max: bought }) }));
    fc.assert(
      fc.property(pair, fc.integer({ min: 2, max: 9 }), ({ bought, returned }, times) => {
        const certain = certainShareBp({ bought, returned });
        expect(certain).toBeGreaterThanOrEqual(0);
        expect(certain).toBeLessThanOrEqual((returned / bought) * 10_000);
        expect(certainShareBp({ bought: bought * times, returned: returned * times })).toBeGreaterThanOrEqual(certain);
      }),
    );
  });
});

describe("what makes staff look first", () => {
  test("an ordinary customer and a guest stand out by nothing", () => {
    expect(codes(aStanding())).toEqual([]);
    expect(codes(aStanding({ past: null }))).toEqual([]);
  });

  test("someone who sends nearly everything back, but not someone with few orders", () => {
    expect(codes(aStanding({ past: { bought: 40, returned: 36 } }))).toEqual(["return_share"]);
    expect(codes(aStanding({ past: { bought: 3, returned: 3 } }))).toEqual([]);
  });

  test("value on its way counts with this return, in the shop's currency, above the limit only", () => {
    const settings = { ...usual, valueAtRisk: usd(10_000) };
    expect(codes(aStanding({ onItsWay: usd(8000) }), settings)).toEqual([]);
    expect(codes(aStanding({ onItsWay: usd(8001) }), settings)).toEqual(["value_at_risk"]);
    expect(codes(aStanding({ onItsWay: usd(80_001) }))).toEqual([]);
  });

  test("a shared address, a shared device and missing items, from the shop's own figure on", () => {
    expect(codes(aStanding({ sharedAddress: 2, sharedDevice: 1, missingReturns: 1 }))).toEqual([]);
    expect(codes(aStanding({ sharedAddress: 3, sharedDevice: 2, missingReturns: 2 }))).toEqual([
      "shared_address",
      "shared_device",
      "missing_returns",
    ]);
    expect(codes(aStanding({ sharedDevice: 9 }), { ...usual, sharedDevice: null })).toEqual([]);
  });

  test("nothing when the shop has switched it off", () => {
    const worst = aStanding({ past: { bought: 40, returned: 40 }, sharedAddress: 9, missingReturns: 9 });
    expect(codes(worst, { ...usual, isEnabled: false })).toEqual([]);
  });

  test("a customer who sends more back never stands out by less", () => {
    const settings = { ...usual, valueAtRisk: usd(5_000) };
    const standing = fc.record({
      past: fc.record({ bought: fc.integer({ min: 0, max: 60 }), returned: fc.integer({ min: 0, max: 60 }) }),
      onItsWay: fc.integer({ min: 0, max: 10_000 }).map(usd),
      sharedAddress: fc.integer({ min: 0, max: 6 }),
      sharedDevice: fc.integer({ min: 0, max: 6 }),
      missingReturns: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(standing, (one) => {
        const more = {
          past: { ...one.past, returned: one.past.returned + 1 },
          onItsWay: usd(one.onItsWay.minor + 1),
          sharedAddress: one.sharedAddress + 1,
          sharedDevice: one.sharedDevice + 1,
          missingReturns: one.missingReturns + 1,
        };
        expect(codes(more, settings)).toEqual(expect.arrayContaining(codes(one, settings)));
      }),
    );
  });
});

describe("one device", () => {
  test("is a browser on a network; who tells neither is nobody's neighbour", () => {
    const one = deviceText({ network: "203.0.113.7", agent: "Browser/1" });
    expect(deviceText({ network: "203.0.113.7", agent: " Browser/1 " })).toBe(one);
    expect(deviceText({ network: "203.0.113.8", agent: "Browser/1" })).not.toBe(one);
    expect(deviceText({ network: "203.0.113.7", agent: "Browser/2" })).not.toBe(one);
    expect(deviceText({ network: undefined, agent: "Browser/1" })).toBeUndefined();
    expect(deviceText({ network: "203.0.113.7", agent: " " })).toBeUndefined();
  });
});

describe("one house, however its address is typed", () => {
  test("case, accents, spaces and punctuation make no difference", () => {
    const one = addressText({ street: "12 Rue de l’Église", zip: "75 001", city: "Paris", country: "FR" });
    expect(addressText({ street: "12, rue de l'eglise", zip: "75001", city: "PARIS", country: "fr" })).toBe(one);
    expect(addressText({ street: "13 rue de l'eglise", zip: "75001", city: "PARIS", country: "fr" })).not.toBe(one);
    expect(addressText({ street: "12 rue de l'eglise", detail: "Apt 2", zip: "75001", city: "PARIS", country: "fr" })).not.toBe(one);
  });

  test("too little of an address is none", () => {
    expect(addressText({ street: "", zip: "75001", city: "Paris", country: "FR" })).toBeUndefined();
    expect(addressText({ street: "1 Main St", zip: null, city: undefined, country: "US" })).toBeUndefined();
  });
});
