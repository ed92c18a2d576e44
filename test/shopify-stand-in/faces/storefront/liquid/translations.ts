import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

type Tree = { [key: string]: Tree | string };

/** The texts of one locales folder: `en.default.json`, `zh-CN.json` …, with the default as the fallback. */
export class Translations {
  readonly #byLocale = new Map<string, Tree>();
  readonly #fallback: Tree;

  constructor(folder: string, kind: "texts" | "schema" = "texts") {
    const files = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith(".json") && name.endsWith(".schema.json") === (kind === "schema"))
      : [];
    for (const name of files) {
      const tree = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Tree;
      this.#byLocale.set((name.split(".")[0] ?? "").toLowerCase(), tree);
    }
    const main = files.find((name) => name.includes(".default.")) ?? files.find((name) => name.startsWith("en."));
    this.#fallback = this.#byLocale.get((main?.split(".")[0] ?? "").toLowerCase()) ?? {};
  }

  /**
   * The text for a dotted key. A key with plural forms picks one by `count`. What is put in for `{{ name }}` is escaped, unless
   * the key ends in `_html`, as on Shopify.
   */
  text(locale: string, key: string, values: Readonly<Record<string, unknown>> = {}): string {
    const own = this.#byLocale.get(locale.toLowerCase()) ?? this.#byLocale.get(locale.split("-")[0]?.toLowerCase() ?? "");
    const template = leaf(own, key, { locale, values }) ?? leaf(this.#fallback, key, { locale: "en", values });
    if (template === undefined) return `Translation missing: ${locale}.${key}`;
    const isHtml = key.endsWith("_html");
    return template.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_match, name: string) => {
      const value = values[name];
      const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
      return isHtml ? text : escapeHtml(text);
    });
  }
}

function leaf(
  tree: Tree | undefined,
  key: string,
  { locale, values }: { locale: string; values: Readonly<Record<string, unknown>> },
): string | undefined {
  const found = key.split(".").reduce<Tree | string | undefined>((node, part) => (typeof node === "object" ? node[part] : undefined), tree);
  if (typeof found !== "object") return found;
  const form = new Intl.PluralRules(locale).select(Number(values["count"] ?? 0));
  const chosen = found[form] ?? found["other"];
  return typeof chosen === "string" ? chosen : undefined;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
