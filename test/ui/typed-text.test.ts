import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "#app/domain/shared/money.ts";
import { amountText, percentText, typedAmount, typedNumber, typedPercent } from "#app/ui/typed-text.ts";

describe("what people type", () => {
  test.each([
    ["12", 12],
    [" 12 ", 12],
    ["0", 0],
    ["-1", "-1"],
    ["1.5", "1.5"],
    ["", ""],
    ["1e3", "1e3"],
  ])("%j as a number is %j", (text, expected) => {
    expect(typedNumber(text)).toBe(expected);
  });

  test.each([
    ["2", 200],
    ["2.5", 250],
    ["2,5", 250],
    ["0.25", 25],
    ["2.005", "2.005"],
    ["2 %", "2 %"],
    ["", ""],
  ])("%j as a percentage is %j basis points", (text, expected) => {
    expect(typedPercent(text)).toBe(expected);
  });

  test.each([
    ["12.5", "USD", { minor: 1_250, currency: "USD" }],
    ["12,50", "EUR", { minor: 1_250, currency: "EUR" }],
    ["12.500", "USD", { minor: 1_250, currency: "USD" }],
    ["12.505", "USD", { minor: "12.505", currency: "USD" }],
    ["1250", "JPY", { minor: 1_250, currency: "JPY" }],
    ["1.5", "JPY", { minor: "1.5", currency: "JPY" }],
    ["1.250", "KWD", { minor: 1_250, currency: "KWD" }],
    ["-5", "USD", { minor: "-5", currency: "USD" }],
    ["lots", "USD", { minor: "lots", currency: "USD" }],
    ["  ", "USD", null],
  ])("%j %s as an amount is %j", (text, currency, expected) => {
    expect(typedAmount(text, currency)).toEqual(expected);
  });

  test("what is shown is read back as the same figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom("USD", "JPY", "KWD"), (minor, currency) => {
        expect(typedAmount(amountText(money(minor, currency)), currency)).toEqual({ minor, currency });
        expect(typedPercent(percentText(minor % 10_001))).toBe(minor % 10_001);
      }),
    );
    expect(amountText(null)).toBe("");
  });
});
