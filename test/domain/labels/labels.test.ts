import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressLines } from "#app/domain/labels/label-settings.ts";
import { paperOf } from "#app/domain/labels/paper.ts";
import { readSlipCode, slipCode } from "#app/domain/labels/slip-code.ts";
import { hasSlip } from "#app/domain/labels/slip-status.ts";
import { RETURN_STATUSES } from "#app/domain/returns/return-status.ts";

describe("the paper of a country", () => {
  test("North America and its neighbours print on letter, everybody else on A4", () => {
    expect(["US", "ca", "PH"].map(paperOf)).toEqual(["letter", "letter", "letter"]);
    expect(["DE", "CN", "JP", "XX", "", undefined].map(paperOf)).toEqual(["a4", "a4", "a4", "a4", "a4", "a4"]);
  });
});

describe("what a slip's codes carry", () => {
  test("every number of a return is read back from its own slip", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(readSlipCode(slipCode(number))).toEqual({ number });
      }),
    );
  });

  test("a return's name can be typed instead, in any case", () => {
    expect(readSlipCode(" #1001-R1 ")).toEqual({ name: "#1001-R1" });
    expect(readSlipCode("shop-1001-eu-r12")).toEqual({ name: "shop-1001-eu-R12" });
  });

  test.each(["", "  ", "hello", "1e9", "-1", "1042.5", "1".repeat(10), `${"x".repeat(80)}-R1`, "' or 1=1 --"])("%j is neither", (text) => {
    expect(readSlipCode(text)).toBeUndefined();
  });
});

test("a slip exists from the approval until the parcel has arrived, and never for goods that are kept", () => {
  expect(RETURN_STATUSES.filter((status) => hasSlip({ status, resolution: "refund" }))).toEqual(["approved", "in_transit"]);
  expect(RETURN_STATUSES.filter((status) => hasSlip({ status, resolution: "keep_it" }))).toEqual([]);
});

test("a typed address loses its empty lines", () => {
  expect(addressLines(" Warehouse \n\n 12 Harbour St\n")).toEqual(["Warehouse", "12 Harbour St"]);
});
