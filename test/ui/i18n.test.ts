import { describe, expect, test } from "vitest";
import { normalizeLocale } from "#app/ui/i18n.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";

describe("the language staff get", () => {
  test.each([
    ["zh", "zh-CN"],
    ["zh-Hans-CN", "zh-CN"],
    ["zh_TW", "zh-CN"],
    ["ZH-cn", "zh-CN"],
    ["en-GB", "en"],
    ["de", "en"],
    ["", "en"],
    [undefined, "en"],
    [null, "en"],
  ])("%s is answered in %s", (asked, given) => {
    expect(normalizeLocale(asked)).toBe(given);
  });

  test.each([
    ["de-AT", "de"],
    ["fr-CA", "fr"],
    ["zh-TW", "zh-CN"],
    ["nl", "en"],
    [undefined, "en"],
  ])("a shopper who reads %s gets %s", (asked, given) => {
    expect(shopperTranslator(asked, ["portal"]).locale).toBe(given);
  });

  test("two translators in two languages do not meet", () => {
    const english = shopperTranslator("en", ["portal"]);
    const chinese = shopperTranslator("zh-CN", ["portal"]);
    expect(english.t("find.submit")).toBe("Send me a code");
    expect(chinese.t("find.submit")).toBe("发送验证码");
    expect(english.t("find.submit")).toBe("Send me a code");
  });

  test("a count chooses the plural form", () => {
    const { t } = shopperTranslator("en", ["portal"]);
    expect(t("time.days", { count: 1 })).toBe("1 business day");
    expect(t("time.days", { count: 5 })).toBe("5 business days");
    expect(shopperTranslator("ja", ["portal"]).t("time.days", { count: 1 })).toBe("1営業日");
    expect(shopperTranslator("fr", ["portal"]).t("time.days", { count: 0 })).toBe("0 jour ouvré");
    expect(shopperTranslator("es", ["portal"]).t("time.days", { count: 1_000_000 })).toBe("1000000 días laborables");
  });

  test("a key without a text is reported", () => {
    const missing: string[] = [];
    shopperTranslator("en", ["portal"], { onMissingKey: (key) => missing.push(key) }).t("no.such.text");
    expect(missing).toEqual(["portal:no.such.text"]);
  });
});
