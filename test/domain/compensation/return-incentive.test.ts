import { describe, expect, test } from "vitest";
import { returnIncentive, returnIncentiveSettingsSchema } from "#app/domain/compensation/return-incentive.ts";

const usd = (minor: number) => ({ minor, currency: "USD" });
const settings = (given: object) => returnIncentiveSettingsSchema.parse({ isEnabled: true, ...given });

describe("a code after a return", () => {
  test("is worth a share of what was refunded", () => {
    expect(returnIncentive(usd(2200), settings({ rateBp: 1000 }))).toEqual(usd(220));
  });

  test("or the same amount for everybody", () => {
    expect(returnIncentive(usd(2200), settings({ kind: "amount", amount: usd(500) }))).toEqual(usd(500));
  });

  test.each([
    ["switched off", usd(2200), { isEnabled: false }],
    ["for nothing refunded", usd(0), { kind: "amount", amount: usd(500) }],
    ["that rounds to nothing", usd(4), { rateBp: 1000 }],
    ["in a currency that the shop no longer has", usd(2200), { kind: "amount", amount: { minor: 500, currency: "EUR" } }],
  ])("is none %s", (_why, refunded, given) => {
    expect(returnIncentive(refunded, settings(given))).toBeNull();
  });

  test("of a fixed amount needs one", () => {
    expect(returnIncentiveSettingsSchema.safeParse({ isEnabled: true, kind: "amount" }).success).toBe(false);
    expect(returnIncentiveSettingsSchema.safeParse({ isEnabled: false, kind: "amount" }).success).toBe(true);
  });
});
