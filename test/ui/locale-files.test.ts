import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONDITION_CODES, OUTCOME_CODES } from "#app/domain/policies/explanation.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";

const FILES = new URL("../../app/locales/", import.meta.url);
const EXTENSION = new URL("../../extensions/storefront/locales/", import.meta.url);
const ENDING = /_(zero|one|two|few|many|other)$/;

/** Dotted keys with their texts. */
function textsOf(file: URL): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    } else texts.set(path, String(value));
  };
  walk(JSON.parse(readFileSync(file, "utf8")), "");
  return texts;
}

/** Which of several things a text with a number in it is for: in English "one" and "other", in Japanese "other" alone. */
function formsIn(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The keys that a language needs, told by the English ones: a text for one and for other becomes as many as the language has forms. */
function keysFor(language: string, english: ReadonlyMap<string, string>): string[] {
  const keys = [...english.keys()].flatMap((key) => {
    const bare = key.replace(ENDING, "");
    return bare === key || !english.has(`${bare}_other`) ? [key] : formsIn(language).map((form) => `${bare}_${form}`);
  });
  return [...new Set(keys)].sort();
}

/** What is filled in, and what is asked about: `{{ name }}` and `{% if name %}`. */
function valuesIn(text: string | undefined): string[] {
  const outputs = [...(text ?? "").matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name);
  const questions = [...(text ?? "").matchAll(/\{%\s*(?:els)?if (\w+)\s*%\}/g)].map(([, name = ""]) => name);
  // A text for exactly one thing may leave its number out.
  return [...new Set([...outputs, ...questions])].filter((name) => name !== "count").sort();
}

/** The English text that one of another language stands for. */
function englishOf(key: string, english: ReadonlyMap<string, string>): string | undefined {
  return english.get(key) ?? english.get(key.replace(ENDING, "_other"));
}

/** A sentence or a phrase, not a name or a word that two languages share: what is left of it beside its values has four words or more. */
function isPhrase(text: string): boolean {
  const words = text
    .replace(/\{\{[^}]*\}\}|\{%[^%]*%\}|\([^)]*\)/g, " ")
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.length > 3;
}

/** The portal says the other outcomes in words of its own: `policyPage.then`. */
const SAID_BY_THE_PORTAL = new Set<string>([
  "needs_review",
  "label_paid_by_merchant",
  "label_paid_by_customer",
  "shipping_refunded_at_fault",
]);
const RULE_CODES = new Set<string>([
  "asSentence",
  "return_shipping_costs_in",
  ...CONDITION_CODES,
  ...OUTCOME_CODES.filter((code) => !SAID_BY_THE_PORTAL.has(code)),
]);

const NAMESPACES = readdirSync(new URL("en/", FILES)).filter((file) => !file.startsWith("admin"));
const OTHERS = SHOPPER_LANGUAGES.filter((language) => language !== "en");
const PAIRS = OTHERS.flatMap((language) => [
  ...NAMESPACES.map((file) => ({ language, file, pair: [new URL(`en/${file}`, FILES), new URL(`${language}/${file}`, FILES)] as const })),
  { language, file: "block", pair: [new URL("en.default.json", EXTENSION), new URL(`${language}.json`, EXTENSION)] as const },
  {
    language,
    file: "block settings",
    pair: [new URL("en.default.schema.json", EXTENSION), new URL(`${language}.schema.json`, EXTENSION)] as const,
  },
]);

describe.each(PAIRS)("what is read in $language: the texts of $file", ({ language, pair: [englishFile, file] }) => {
  const [english, other] = [textsOf(englishFile), textsOf(file)];

  test("are all there, for every number that the language tells apart", () => {
    expect([...other.keys()].sort()).toEqual(keysFor(language, english));
  });

  test("are nowhere empty", () => {
    for (const texts of [english, other]) expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("take the same values as in English", () => {
    const different = [...other].filter(([key, text]) => valuesIn(text).join() !== valuesIn(englishOf(key, english)).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("are not left in English", () => {
    const left = [...other].filter(([key, text]) => isPhrase(text) && text === englishOf(key, english));
    expect(left.map(([key]) => key)).toEqual([]);
  });
});

/** What a policy page can say beside the portal's own texts: conditions and outcomes, in English among the texts of staff's pages. */
const SAID_BY_RULES = new Map(
  [...textsOf(new URL("en/admin-returns.json", FILES))].filter(([key]) => {
    const [group = "", code = ""] = key.split(".");
    if (group !== "explained") return ["conditionFound", "offerTerms", "because", "resolution"].includes(group);
    return RULE_CODES.has(code.replace(/_(one|other)$/, ""));
  }),
);

describe.each(OTHERS.filter((language) => language !== "zh-CN"))("what rules say in %s", (language) => {
  const said = textsOf(new URL(`${language}/policy.json`, FILES));

  test("is all there, with the same values as in English", () => {
    expect([...said.keys()].sort()).toEqual(keysFor(language, SAID_BY_RULES));
    const different = [...said].filter(([key, text]) => valuesIn(text).join() !== valuesIn(englishOf(key, SAID_BY_RULES)).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

test("every language of the shop's list has the same files, and no other has any", () => {
  expect(readdirSync(FILES).sort()).toEqual([...SHOPPER_LANGUAGES].sort());
  for (const language of OTHERS) {
    const files = readdirSync(new URL(`${language}/`, FILES)).filter((file) => !file.startsWith("admin") && file !== "policy.json");
    expect(files).toEqual(NAMESPACES);
  }
});
