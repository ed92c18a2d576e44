import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "#test/support/tracked-files.ts";

interface Texts {
  [key: string]: string | Texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** A translation by its path, "frame.errorSummary" for both "errorSummary_one" and "errorSummary_other". */
function flatten(texts: Texts, prefix = ""): Map<string, string[]> {
  const flat = new Map<string, string[]>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value !== "string") for (const [path, forms] of flatten(value, `${prefix}${key}.`)) flat.set(path, forms);
    else flat.set(prefix + key.replace(PLURAL, ""), [...(flat.get(prefix + key.replace(PLURAL, "")) ?? []), value]);
  }
  return flat;
}

function read(file: string): Map<string, string[]> {
  return flatten(JSON.parse(readFileSync(path.join(projectRoot, file), "utf8")) as Texts);
}

/** The names inside {{ }}; the number of a plural may be spelt out ("one item") and so be missing. */
function placeholders(forms: readonly string[] | undefined): string[] {
  const names = (forms ?? []).flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name));
  return [...new Set(names)].filter((name) => name !== "count").sort();
}

const appPairs = globSync("app/locales/en/*.json", { cwd: projectRoot }).map((file) => [file, file.replace("/en/", "/zh-CN/")] as const);
const blockPairs = globSync("extensions/*/locales/en.default*.json", { cwd: projectRoot }).map(
  (file) => [file, file.replace("en.default", "zh-CN")] as const,
);
const pairs = [...appPairs, ...blockPairs];

describe.each(pairs)("%s and %s", (english, chinese) => {
  const [en, zh] = [read(english), read(chinese)];

  test("have the same keys", () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test("leave no text empty", () => {
    const empty = [...en, ...zh].filter(([, forms]) => forms.some((text) => text.trim() === "")).map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test("fill in the same names", () => {
    const different = [...en.keys()].filter((key) => placeholders(en.get(key)).join() !== placeholders(zh.get(key)).join());
    expect(different).toEqual([]);
  });
});

test("both languages of every namespace are compared", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(3);
});
