import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Liquid } from "liquidjs";
import { shopifyLiquid } from "./liquid/shopify-liquid.ts";
import { Translations } from "./liquid/translations.ts";

interface Setting {
  type: string;
  id?: string;
  label?: string;
  default?: unknown;
}

interface BlockSchema {
  name: string;
  target: "section" | "head" | "body" | "compliance_head";
  javascript?: string;
  stylesheet?: string;
  enabled_on?: { templates?: string[] };
  disabled_on?: { templates?: string[] };
  settings?: Setting[];
}

export interface ExtensionBlock {
  handle: string;
  name: string;
  schema: BlockSchema;
  source: string;
}

export interface RenderedBlock {
  html: string;
  /** Tags for the schema's own script and stylesheet, which Shopify loads only where the block stands. */
  head: string;
}

export const EXTENSION_ASSETS = "/cdn/extensions/storefront/assets/";

/** The app's theme extension, read from its folder each time, so that an edit shows on the next reload. */
export class ThemeExtension {
  readonly folder: string;
  readonly #engine: Liquid;
  readonly #schemaTexts: Translations;

  constructor(folder: string) {
    this.folder = folder;
    this.#schemaTexts = new Translations(path.join(folder, "locales"), "schema");
    this.#engine = shopifyLiquid({
      snippets: [path.join(folder, "snippets")],
      translations: new Translations(path.join(folder, "locales")),
      assetUrl: (name) => this.assetUrl(name),
    });
  }

  blocks(): ExtensionBlock[] {
    const folder = path.join(this.folder, "blocks");
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith(".liquid"))
      .sort()
      .map((name) => this.#read(path.join(folder, name)));
  }

  /** App blocks stand in a section of a page; everything else is an embed of the whole theme. */
  appBlocks(): ExtensionBlock[] {
    return this.blocks().filter(({ schema }) => schema.target === "section");
  }

  embeds(target: "head" | "body"): ExtensionBlock[] {
    return this.blocks().filter(({ schema }) => schema.target === target || (target === "head" && schema.target === "compliance_head"));
  }

  isAllowedOn(block: ExtensionBlock, template: string): boolean {
    const { enabled_on: on, disabled_on: off } = block.schema;
    if (off?.templates) return !off.templates.some((each) => each === "*" || each === template);
    return !on?.templates || on.templates.some((each) => each === "*" || each === template);
  }

  async render(block: ExtensionBlock, settings: Readonly<Record<string, unknown>>, globals: object): Promise<RenderedBlock> {
    const own = {
      id: `A${createHash("sha256").update(block.handle).digest("hex").slice(0, 22)}`,
      type: `shopify://apps/amends/blocks/${block.handle}`,
      settings: { ...this.#defaults(block), ...settings },
      shopify_attributes: "",
    };
    const html = (await this.#engine.parseAndRender(block.source, { block: own }, { globals: { ...globals, block: own } })) as string;
    const { javascript, stylesheet } = block.schema;
    const head = [
      stylesheet ? `<link rel="stylesheet" href="${this.assetUrl(stylesheet)}" media="all">` : "",
      javascript ? `<script src="${this.assetUrl(javascript)}" defer></script>` : "",
    ];
    return { html: `<div id="shopify-block-${own.id}" class="shopify-block shopify-app-block">${html}</div>`, head: head.join("") };
  }

  assetUrl(name: string): string {
    const file = path.join(this.folder, "assets", path.basename(name));
    const version = existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 10) : "0";
    return `${EXTENSION_ASSETS}${path.basename(name)}?v=${version}`;
  }

  #read(file: string): ExtensionBlock {
    const source = readFileSync(file, "utf8");
    const handle = path.basename(file, ".liquid");
    const found = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source);
    if (!found?.[1]) throw new Error(`${handle}.liquid has no {% schema %}`);
    const schema = JSON.parse(found[1]) as BlockSchema;
    return { handle, name: this.#schemaText(schema.name), schema, source };
  }

  #defaults(block: ExtensionBlock): Record<string, unknown> {
    const named = (block.schema.settings ?? []).flatMap((setting) =>
      setting.id === undefined ? [] : [[setting.id, this.#defaultOf(setting)] as const],
    );
    return Object.fromEntries(named);
  }

  #defaultOf(setting: Setting): unknown {
    if (typeof setting.default === "string") return this.#schemaText(setting.default);
    return setting.default ?? null;
  }

  #schemaText(text: string): string {
    return text.startsWith("t:") ? this.#schemaTexts.text("en", text.slice(2)) : text;
  }
}
