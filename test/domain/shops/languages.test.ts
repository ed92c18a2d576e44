import { describe, expect, test } from "vitest";
import {
  chooseLanguage,
  languageSettingsSchema,
  nearestLanguage,
  offeredLanguages,
  SHOPPER_LANGUAGES,
} from "#app/domain/shops/languages.ts";

describe("the language of a message", () => {
  const available = ["en", "zh-CN"] as const;

  test.each([
    ["zh-CN", "en", "zh-CN"],
    ["zh_cn", "en", "zh-CN"],
    ["zh-TW", "en", "zh-CN"],
    ["zh", "en", "zh-CN"],
    ["en-GB", "zh-CN", "en"],
    ["fr", "zh-CN", "zh-CN"],
    [null, "zh-CN", "zh-CN"],
    ["fr", "de", "en"],
    ["", "", "en"],
  ])("wanted %s in a %s shop is %s", (wanted, shop, expected) => {
    expect(chooseLanguage(wanted, shop, available)).toBe(expected);
  });
});

describe("of every language there is", () => {
  test.each([
    ["de-AT", "de"],
    ["de_CH", "de"],
    ["fr-CA", "fr"],
    ["es-419", "es"],
    ["ja-JP", "ja"],
    ["zh-Hant-TW", "zh-CN"],
    ["EN-gb", "en"],
    ["nl", undefined],
    ["", undefined],
    [null, undefined],
  ])("%s is read in %s", (tag, language) => {
    expect(nearestLanguage(tag, SHOPPER_LANGUAGES)).toBe(language);
  });

  test("an unknown one is answered in the shop's, and in English when the shop's is unknown too", () => {
    expect(chooseLanguage("nl", "fr-CA", SHOPPER_LANGUAGES)).toBe("fr");
    expect(chooseLanguage("nl", "pt-BR", SHOPPER_LANGUAGES)).toBe("en");
  });
});

describe("the languages a shop offers", () => {
  test("are all of them until its merchant chooses", () => {
    expect(offeredLanguages(languageSettingsSchema.parse({}), "en")).toEqual(SHOPPER_LANGUAGES);
  });

  test("are those chosen and the shop's own, in one order", () => {
    expect(offeredLanguages({ offered: ["fr", "en"] }, "de-DE")).toEqual(["en", "de", "fr"]);
    expect(offeredLanguages({ offered: ["de"] }, "nl")).toEqual(["de"]);
  });

  test("are never none, and none that there are no texts in", () => {
    expect(languageSettingsSchema.safeParse({ offered: [] }).success).toBe(false);
    expect(languageSettingsSchema.safeParse({ offered: ["nl"] }).success).toBe(false);
    expect(offeredLanguages({ offered: [] }, "nl")).toEqual(["en"]);
  });
});
