import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveDeliveryPromise, latestExpectation } from "#app/domain/promises/delivery-promise.ts";
import { promiseTableSchema, rowFor } from "#app/domain/promises/promise-table.ts";
import { anEstimate, aPromiseRow, promiseRules, promiseSources } from "#test/builders/a-promise.ts";

const TABLE = promiseRules({ table: [aPromiseRow()] });

describe("what was promised", () => {
  test("is Shopify's first estimate, as a date where the parcel goes to", () => {
    const estimate = anEstimate({ estimatedAt: new Date("2026-11-20T23:30:00Z") });
    expect(deriveDeliveryPromise(promiseSources({ estimates: [estimate] }), TABLE)).toEqual({
      promisedOn: "2026-11-20",
      zone: "America/New_York",
      source: "estimate",
      row: null,
    });
    const toBerlin = promiseSources({ estimates: [estimate], destination: { countryCode: "DE", provinceCode: null } });
    expect(deriveDeliveryPromise(toBerlin, TABLE)).toMatchObject({ promisedOn: "2026-11-21", zone: "Europe/Berlin" });
  });

  test("does not move when the carrier announces another date later, which is only what to expect now", () => {
    const later = anEstimate({
      estimatedAt: new Date("2026-11-24T20:00:00Z"),
      statedAt: new Date("2026-11-19T08:00:00Z"),
      isWithTrouble: true,
    });
    const sources = promiseSources({ estimates: [later, anEstimate()] });
    expect(deriveDeliveryPromise(sources, TABLE)?.promisedOn).toBe("2026-11-20");
    expect(latestExpectation(sources, "America/New_York")).toBe("2026-11-24");
    const sooner = { ...later, estimatedAt: new Date("2026-11-18T20:00:00Z"), isWithTrouble: false };
    expect(deriveDeliveryPromise(promiseSources({ estimates: [anEstimate(), sooner] }), TABLE)?.promisedOn).toBe("2026-11-20");
  });

  test("is the shop's own table where nobody estimated anything before there was trouble", () => {
    const trouble = anEstimate({ isWithTrouble: true });
    expect(deriveDeliveryPromise(promiseSources(), TABLE)).toMatchObject({ promisedOn: "2026-11-19", source: "table" });
    expect(deriveDeliveryPromise(promiseSources({ estimates: [trouble] }), TABLE)).toMatchObject({ promisedOn: "2026-11-19" });
    expect(deriveDeliveryPromise(promiseSources({ estimates: [trouble] }), promiseRules())).toMatchObject({ promisedOn: "2026-11-20" });
  });

  test("is nothing where nobody said anything", () => {
    expect(deriveDeliveryPromise(promiseSources(), promiseRules())).toBeNull();
    expect(latestExpectation(promiseSources(), "America/New_York")).toBeNull();
  });

  test("is in the shop's zone where the destination's is unknown", () => {
    const nowhere = promiseSources({ destination: { countryCode: null, provinceCode: null } });
    expect(deriveDeliveryPromise(nowhere, promiseRules({ table: [aPromiseRow()], shopZone: "Asia/Shanghai" }))?.zone).toBe("Asia/Shanghai");
  });

  test("does not depend on the order in which the estimates arrived", () => {
    const anyEstimate = fc.record({
      estimatedAt: fc.date({ min: new Date("2026-11-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
      statedAt: fc.date({ min: new Date("2026-11-01"), max: new Date("2026-11-05"), noInvalidDate: true }),
      isWithTrouble: fc.boolean(),
    });
    const estimatesTwice = fc
      .array(anyEstimate, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(estimatesTwice, ([list, shuffled]) => {
        const promised = (estimates: typeof list) => deriveDeliveryPromise(promiseSources({ estimates }), promiseRules());
        expect(promised(shuffled)).toEqual(promised(list));
        expect(promised([...list, ...list])).toEqual(promised(list));
      }),
    );
  });
});

describe("the shop's table", () => {
  test("counts workdays or calendar days from shipping or from the order, on the shop's calendar", () => {
    const promised = (row: object) => deriveDeliveryPromise(promiseSources(), promiseRules({ table: [aPromiseRow(row)] }))?.promisedOn;
    expect(promised({ days: 5 })).toBe("2026-11-23");
    expect(promised({ days: 5, unit: "calendar_days" })).toBe("2026-11-21");
    expect(promised({ days: 2, from: "ordered" })).toBe("2026-11-17");
    expect(promised({ days: 0 })).toBe("2026-11-16");
  });

  test("lets the slowest product of a parcel decide", () => {
    const table = [aPromiseRow(), aPromiseRow({ productType: "Furniture", days: 10 })];
    const sources = promiseSources({ productTypes: ["Shirts", "furniture "] });
    expect(deriveDeliveryPromise(sources, promiseRules({ table }))).toMatchObject({ promisedOn: "2026-11-30", row: { days: 10 } });
  });

  test("uses the most specific row: country and type, then country, then type, then any", () => {
    const any = aPromiseRow();
    const type = aPromiseRow({ productType: "Shirts" });
    const country = aPromiseRow({ country: "US" });
    const both = aPromiseRow({ country: "US", productType: "shirts" });
    expect(rowFor([any, type, country, both], "us", " SHIRTS")).toBe(both);
    expect(rowFor([any, type, country], "US", "Shirts")).toBe(country);
    expect(rowFor([any, type], "US", "Shirts")).toBe(type);
    expect(rowFor([both, country, type, any], "FR", "Hats")).toBe(any);
    expect(rowFor([both, country], null, "Shirts")).toBeNull();
  });

  test("refuses two rows for the same destination and product, at the second one", () => {
    const answer = promiseTableSchema.safeParse([aPromiseRow({ country: "us" }), aPromiseRow({ country: "US" })]);
    expect(answer.error?.issues).toMatchObject([{ path: [1, "country"], message: "duplicate_row" }]);
    expect(promiseTableSchema.safeParse([aPromiseRow({ country: "USA" })]).success).toBe(false);
    expect(promiseTableSchema.safeParse([aPromiseRow({ days: -1 })]).success).toBe(false);
    expect(promiseTableSchema.parse([aPromiseRow({ country: " de " })])[0]?.country).toBe("DE");
  });
});
