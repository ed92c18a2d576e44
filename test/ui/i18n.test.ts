import { describe, expect, test } from "vitest";
import { createTranslator, normalizeLocale } from "#app/ui/i18n.ts";

describe("the language a visitor gets", () => {
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

  test("two translators in two languages do not meet", () => {
    const english = createTranslator("en", ["portal"]);
    const chinese = createTranslator("zh-CN", ["portal"]);
    expect(english.t("find.submit")).toBe("Send me a code");
    expect(chinese.t("find.submit")).toBe("发送验证码");
    expect(english.t("find.submit")).toBe("Send me a code");
  });

  test("a count chooses the plural form", () => {
    const { t } = createTranslator("en", ["portal"]);
    expect(t("time.days", { count: 1 })).toBe("1 business day");
    expect(t("time.days", { count: 5 })).toBe("5 business days");
  });

  test("a key without a text is reported", () => {
    const missing: string[] = [];
    createTranslator("en", ["portal"], { onMissingKey: (key) => missing.push(key) }).t("no.such.text");
    expect(missing).toEqual(["portal:no.such.text"]);
  });
});
