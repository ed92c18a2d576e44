import { Liquid } from "liquidjs";
import { registerShopifyTags } from "./raw-tags.ts";
import { escapeHtml, type Translations } from "./translations.ts";

export interface LiquidSetup {
  /** Folders in which `{% render 'x' %}` looks for `x.liquid`. */
  snippets: readonly string[];
  translations: Translations;
  assetUrl: (name: string) => string;
}

interface FilterThis {
  context: { getSync: (path: string[]) => unknown };
}

/** liquidjs with the tags and filters that Shopify adds and that a theme or an app block here may use. Unknown filters are errors. */
export function shopifyLiquid(setup: LiquidSetup): Liquid {
  const engine = new Liquid({
    root: [...setup.snippets],
    partials: [...setup.snippets],
    layouts: [...setup.snippets],
    extname: ".liquid",
    strictFilters: true,
    relativeReference: false,
    dynamicPartials: true,
  });
  registerShopifyTags(engine);
  const read = (from: FilterThis, path: string[], otherwise: string): string => {
    const value = from.context.getSync(path);
    return typeof value === "string" ? value : otherwise;
  };
  const localeOf = (from: FilterThis): string => read(from, ["request", "locale", "iso_code"], "en");
  engine.registerFilter("t", function (this: FilterThis, key: unknown, ...values: [string, unknown][]) {
    return setup.translations.text(localeOf(this), String(key), Object.fromEntries(values));
  });
  engine.registerFilter("translate", function (this: FilterThis, key: unknown, ...values: [string, unknown][]) {
    return setup.translations.text(localeOf(this), String(key), Object.fromEntries(values));
  });
  engine.registerFilter("money", function (this: FilterThis, cents: unknown) {
    return formatCents(cents, read(this, ["cart", "currency", "iso_code"], "USD"), localeOf(this));
  });
  engine.registerFilter("money_with_currency", function (this: FilterThis, cents: unknown) {
    const currency = read(this, ["cart", "currency", "iso_code"], "USD");
    return `${formatCents(cents, currency, localeOf(this))} ${currency}`;
  });
  registerAssetFilters(engine, setup);
  return engine;
}

function registerAssetFilters(engine: Liquid, setup: LiquidSetup): void {
  engine.registerFilter("asset_url", (name: unknown) => setup.assetUrl(String(name)));
  engine.registerFilter("asset_img_url", (name: unknown) => setup.assetUrl(String(name)));
  engine.registerFilter(
    "stylesheet_tag",
    (url: unknown) => `<link href="${escapeHtml(String(url))}" rel="stylesheet" type="text/css" media="all">`,
  );
  engine.registerFilter("script_tag", (url: unknown) => `<script src="${escapeHtml(String(url))}" defer></script>`);
  engine.registerFilter("inline_asset_content", (name: unknown) => `<!-- ${escapeHtml(String(name))} -->`);
  engine.registerFilter("image_url", (image: unknown, ...options: [string, unknown][]) => imageUrl(image, Object.fromEntries(options)));
  engine.registerFilter("image_tag", (url: unknown, ...options: [string, unknown][]) => {
    const attributes = options.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("");
    return `<img src="${escapeHtml(String(url))}"${attributes}>`;
  });
  engine.registerFilter("handleize", (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, ""),
  );
  engine.registerFilter("handle", (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, ""),
  );
  engine.registerFilter("metafield_tag", (field: unknown) =>
    typeof field === "object" && field !== null && "value" in field ? `<span>${escapeHtml(String(field.value))}</span>` : "",
  );
}

function imageUrl(image: unknown, options: Readonly<Record<string, unknown>>): string {
  const source = typeof image === "object" && image !== null && "src" in image ? image.src : image;
  if (typeof source !== "string") return "";
  const size = ["width", "height"].flatMap((name) => (typeof options[name] === "number" ? [`${name}=${options[name]}`] : []));
  return size.length === 0 ? source : `${source}${source.includes("?") ? "&" : "?"}${size.join("&")}`;
}

/** Liquid's money is in hundredths for every currency: ¥1,250 is 125000. */
function formatCents(cents: unknown, currency: string, locale: string): string {
  const value = Number(cents ?? 0) / 100;
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(value);
}
