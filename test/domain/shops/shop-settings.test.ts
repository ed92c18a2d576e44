import { describe, expect, test } from "vitest";
import { readShopSettings, settingSchemas } from "#app/domain/shops/shop-settings.ts";

const SHOP = { name: "Linen & Oak", zone: "America/New_York" };

describe("a shop's settings", () => {
  test("are sensible before anybody has set anything", () => {
    expect(readShopSettings({}, SHOP)).toMatchObject({
      brand: { name: "Linen & Oak", replyTo: null },
      cases: { firstReplyMinutes: 60, hours: { zone: "America/New_York", holidays: [] } },
      deliveryPromises: { table: [], calendar: { weekdays: [1, 2, 3, 4, 5], zone: "America/New_York" } },
      silence: { isEnabled: true, workdays: 3 },
      compensation: { method: "store_credit", dailyBudget: null, lateDelivery: { rateBp: 200, capBp: 1000, blockHours: 12 } },
      sending: { quietHours: { from: "21:00", to: "08:00" } },
      surveys: { touchpoints: ["refund", "case_closed"], coolDownDays: 0 },
    });
  });

  test("keep what was set and fill in the rest", () => {
    const settings = readShopSettings({ silence: { workdays: 5 }, compensation: { lateDelivery: { rateBp: 300 } } }, SHOP);
    expect(settings.silence).toMatchObject({ workdays: 5, firstScanWorkdays: 2 });
    expect(settings.compensation.lateDelivery).toMatchObject({ rateBp: 300, capBp: 1000 });
  });

  test("are the same when their own defaults are stored and read again", () => {
    const settings = readShopSettings({}, SHOP);
    expect(readShopSettings(JSON.parse(JSON.stringify(settings)) as Record<string, unknown>, SHOP)).toEqual(settings);
  });

  test("are not guessed where a stored document is broken", () => {
    expect(() => readShopSettings({ compensation: { lateDelivery: { capBp: 20_000 } } }, SHOP)).toThrow();
  });

  test("name the field that is wrong", () => {
    const { brand, cases } = settingSchemas(SHOP);
    expect(brand.safeParse({ accentColor: "red" }).error?.issues).toMatchObject([{ path: ["accentColor"], message: "hex_color" }]);
    expect(brand.safeParse({ logoUrl: "http://example.com/a.png" }).success).toBe(false);
    expect(brand.safeParse({ logoUrl: "javascript:alert(1)" }).success).toBe(false);
    expect(cases.safeParse({ firstReplyMinutes: 0 }).error?.issues[0]?.path).toEqual(["firstReplyMinutes"]);
  });
});
