import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import { noJsxText } from "./eslint-rules/no-jsx-text.js";

function problemsIn(jsx: string): number {
  const linter = new Linter();
  const config = {
    files: ["**/*.tsx"],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { amends: { rules: { "no-jsx-text": noJsxText } } },
    rules: { "amends/no-jsx-text": "error" },
  };
  const messages = linter.verify(`export const page = ${jsx};`, [config as unknown as Linter.Config], "page.tsx");
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.length;
}

describe("texts in JSX", () => {
  test.each([
    ["a sentence between tags", "<p>Return items</p>"],
    ["a string in braces", `<p>{"Return items"}</p>`],
    ["a template", "<p>{`Hello ${name}`}</p>"],
    ["either side of a condition", `<p>{late ? "Late" : t("onTime")}</p>`],
    ["a default", `<p>{name || "Unknown"}</p>`],
    ["a label", `<TextField label="Order number" />`],
    ["what a screen reader says", `<button aria-label="Close it" />`],
    ["Chinese as well", "<p>退货</p>"],
  ])("%s is refused", (_, jsx) => {
    expect(problemsIn(jsx)).toBe(1);
  });

  test.each([
    ["a translation", `<p>{t("items.heading")}</p>`],
    ["punctuation between values", "<p>{name} · {date} ({count})</p>"],
    ["class names, types and addresses", `<input className="amends-field" type="text" name="ordernumber" href="/apps/returns" />`],
    ["a translated label", `<TextField label={t("orderNumber")} />`],
  ])("%s is fine", (_, jsx) => {
    expect(problemsIn(jsx)).toBe(0);
  });
});
