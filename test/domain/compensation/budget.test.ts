import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetPeriods, decidePayment } from "#app/domain/compensation/budget.ts";
import { compensationSettingsSchema, methodFor } from "#app/domain/compensation/compensation-settings.ts";
import { money, zero } from "#app/domain/shared/money.ts";

const usd = (minor: number) => money(minor, "USD");
const settings = (limits: object) => compensationSettingsSchema.parse(limits);
const spent = (today: number, thisMonth: number) => ({ today: usd(today), thisMonth: usd(thisMonth) });

describe("a payment", () => {
  test("goes out by itself where no limit is set", () => {
    expect(decidePayment(usd(1_000_000), spent(9, 99), settings({}))).toEqual({ kind: "pay" });
  });

  test("exactly at a limit goes out, a cent more waits", () => {
    const limited = settings({ dailyBudget: usd(10_000), monthlyBudget: usd(50_000), approvalAbove: usd(2000) });
    expect(decidePayment(usd(2000), spent(8000, 48_000), limited)).toEqual({ kind: "pay" });
    expect(decidePayment(usd(2001), spent(0, 0), limited)).toEqual({ kind: "needs_approval", limit: usd(2000) });
    expect(decidePayment(usd(401), spent(9600, 9600), limited)).toEqual({
      kind: "over_budget",
      period: "day",
      limit: usd(10_000),
      spent: usd(9600),
    });
    expect(decidePayment(usd(401), spent(0, 49_600), limited)).toMatchObject({ kind: "over_budget", period: "month" });
  });

  test("with a budget of nothing never goes out by itself", () => {
    expect(decidePayment(usd(1), spent(0, 0), settings({ dailyBudget: zero("USD") })).kind).toBe("over_budget");
  });

  test("never carries a day or a month past its budget, whatever is paid in between", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500)), fc.nat(5000), fc.nat(5000), (amounts, day, month) => {
        const limited = settings({ dailyBudget: usd(day), monthlyBudget: usd(month) });
        const total = amounts.reduce(
          (sum, minor) => sum + (decidePayment(usd(minor), spent(sum, sum), limited).kind === "pay" ? minor : 0),
          0,
        );
        expect(total).toBeLessThanOrEqual(Math.min(day, month));
      }),
    );
  });
});

test("day and month are those of the shop's calendar", () => {
  expect(budgetPeriods(new Date("2026-11-01T04:30:00Z"), "America/New_York")).toEqual({
    day: { from: new Date("2026-11-01T04:00:00Z"), until: new Date("2026-11-02T05:00:00Z") },
    month: { from: new Date("2026-11-01T04:00:00Z"), until: new Date("2026-12-01T05:00:00Z") },
  });
  expect(budgetPeriods(new Date("2026-11-01T03:30:00Z"), "America/New_York").month.from).toEqual(new Date("2026-10-01T04:00:00Z"));
});

test("credit needs a shop that has it and a customer to give it to; otherwise a code takes its place", () => {
  expect(methodFor("store_credit", { hasStoreCredit: true, hasCustomer: true })).toBe("store_credit");
  expect(methodFor("store_credit", { hasStoreCredit: false, hasCustomer: true })).toBe("discount_code");
  expect(methodFor("store_credit", { hasStoreCredit: true, hasCustomer: false })).toBe("discount_code");
  expect(methodFor("discount_code", { hasStoreCredit: true, hasCustomer: true })).toBe("discount_code");
});

test("a limit below zero or in no currency is refused", () => {
  for (const dailyBudget of [
    { minor: -1, currency: "USD" },
    { minor: 1.5, currency: "USD" },
    { minor: 1, currency: "usd" },
  ]) {
    expect(compensationSettingsSchema.safeParse({ dailyBudget }).success).toBe(false);
  }
});
