import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Liquid } from "liquidjs";
import { shopifyLiquid } from "./liquid/shopify-liquid.ts";
import { Translations } from "./liquid/translations.ts";
import type { Translate } from "./order-view.ts";
import type { ThemeExtension } from "./theme-extension.ts";
import type { ThemeSettings } from "./theme-settings.ts";
import { themeGlobals } from "./theme-globals.ts";
import type { Visitor } from "./visitor.ts";

const FOLDER = fileURLToPath(new URL("./theme/", import.meta.url));

export const THEME_ASSETS = "/cdn/theme/assets/";

export interface PageContent {
  template: string;
  title?: string;
  data?: Readonly<Record<string, unknown>>;
}

/** The published theme: own templates, and the app's blocks where the merchant put them. */
export class Theme {
  readonly extension: ThemeExtension;
  readonly settings: ThemeSettings;
  readonly #engine: Liquid;
  readonly #texts: Translations;

  constructor(extension: ThemeExtension, settings: ThemeSettings) {
    this.extension = extension;
    this.settings = settings;
    this.#texts = new Translations(path.join(FOLDER, "locales"));
    this.#engine = shopifyLiquid({
      snippets: [path.join(FOLDER, "snippets")],
      translations: this.#texts,
      assetUrl: (name) => THEME_ASSETS + name,
    });
  }

  translator(visitor: Visitor): Translate {
    return (key, values) => this.#texts.text(visitor.locale, key, values);
  }

  /** A page of the theme: its template inside the layout, with the app embeds that are switched on. */
  async page(visitor: Visitor, content: PageContent): Promise<string> {
    const globals = themeGlobals(visitor, content);
    const body = await this.#file(`templates/${content.template}.liquid`, { ...content.data, page_title: content.title }, globals);
    return this.#layout(visitor, { ...content, body, head: "" }, globals);
  }

  /** The returns page, with the app block when the merchant added it. */
  async blockPage(visitor: Visitor, content: PageContent): Promise<string> {
    const globals = themeGlobals(visitor, content);
    const blocks = this.extension
      .appBlocks()
      .filter((block) => this.settings.isActive(block.handle) && this.extension.isAllowedOn(block, "page"));
    const rendered = await Promise.all(
      blocks.map((block) => this.extension.render(block, this.settings.settingsOf(block.handle), globals)),
    );
    const html = rendered.map((block) => block.html).join("");
    const body = await this.#file("templates/page.liquid", { ...content.data, app_block: html === "" ? null : html }, globals);
    return this.#layout(visitor, { ...content, body, head: rendered.map(({ head }) => head).join("") }, globals);
  }

  /** An `application/liquid` answer of the app: rendered as Liquid, inside the layout unless it says `{% layout none %}`. */
  async proxied(visitor: Visitor, source: string): Promise<string> {
    const content: PageContent = { template: "page", title: this.translator(visitor)("returns_page.title") };
    const globals = themeGlobals(visitor, content);
    const bare = /^\s*\{%-?\s*layout\s+none\s*-?%\}/.exec(source);
    const html = (await this.#engine.parseAndRender(bare ? source.slice(bare[0].length) : source, {}, { globals })) as string;
    if (bare) return html;
    const body = await this.#file("templates/proxied.liquid", { proxied: html }, globals);
    return this.#layout(visitor, { ...content, body, head: "" }, globals);
  }

  async #layout(visitor: Visitor, page: PageContent & { body: string; head: string }, globals: object): Promise<string> {
    const embed = async (target: "head" | "body"): Promise<{ html: string; head: string }[]> => {
      const active = this.extension
        .embeds(target)
        .filter((block) => this.settings.isActive(block.handle) && this.extension.isAllowedOn(block, page.template));
      return Promise.all(active.map((block) => this.extension.render(block, this.settings.settingsOf(block.handle), globals)));
    };
    const [inHead, inBody] = await Promise.all([embed("head"), embed("body")]);
    const data = {
      page_title: page.title,
      content_for_layout: page.body,
      content_for_header: [page.head, ...inHead.map(({ html, head }) => head + html), ...inBody.map(({ head }) => head)].join(""),
      content_for_body_end: inBody.map(({ html }) => html).join(""),
    };
    return this.#file("layout/theme.liquid", data, globals);
  }

  async #file(name: string, data: object, globals: object): Promise<string> {
    return (await this.#engine.parseAndRender(readFileSync(path.join(FOLDER, name), "utf8"), data, { globals })) as string;
  }
}
