import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseRate } from "#app/domain/labels/choose-rate.ts";
import { money } from "#app/domain/shared/money.ts";

const rate = (carrier: string, service: string, minor: number) => ({
  ref: `${carrier}-${service}`,
  carrier,
  service,
  price: money(minor, "USD"),
});
const ANY = { carrier: "", service: "", maxPrice: null };
const OFFERED = [rate("USPS", "Priority", 985), rate("USPS", "GroundAdvantage", 710), rate("UPS", "Ground", 940)];

describe("the label that is bought", () => {
  test("is the cheapest, of the preferred carrier and service as far as they are offered, and within the limit", () => {
    const chosen = (wish: Partial<Parameters<typeof chooseRate>[1]>) => {
      const result = chooseRate(OFFERED, { ...ANY, ...wish });
      return result.ok ? result.value.ref : result.error.code;
    };
    expect(chosen({})).toBe("USPS-GroundAdvantage");
    expect(chosen({ carrier: "ups" })).toBe("UPS-Ground");
    expect(chosen({ carrier: "USPS", service: "priority" })).toBe("USPS-Priority");
    expect(chosen({ carrier: "DHL" })).toBe("USPS-GroundAdvantage");
    expect(chosen({ carrier: "UPS", maxPrice: money(800, "USD") })).toBe("USPS-GroundAdvantage");
    expect(chosen({ maxPrice: money(700, "USD") })).toBe("too_expensive");
    expect(chosen({ maxPrice: money(5_000, "EUR") })).toBe("too_expensive");
    expect(chooseRate([], ANY)).toMatchObject({ error: { code: "no_rate" } });
  });

  test("never costs more than the limit, and no other that fits costs less", () => {
    const offers = fc.array(fc.tuple(fc.constantFrom("USPS", "UPS"), fc.integer({ min: 1, max: 5_000 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 5_000 }), (all, limit) => {
        const rates = all.map(([carrier, minor], index) => rate(carrier, String(index), minor));
        const result = chooseRate(rates, { ...ANY, maxPrice: money(limit, "USD") });
        const fitting = rates.filter(({ price }) => price.minor <= limit).map(({ price }) => price.minor);
        expect(result.ok ? result.value.price.minor : undefined).toBe(fitting.length > 0 ? Math.min(...fitting) : undefined);
      }),
    );
  });
});
