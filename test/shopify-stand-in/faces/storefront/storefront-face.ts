import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import type { World } from "../../world.ts";
import type { OrderRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { readForm, redirect, send, sendJson, withHeaders } from "../face.ts";
import { forwardToApp, readProxyRule, returnedHeaders, type ProxyRule } from "./app-proxy.ts";
import { payBalance } from "../../control/pay-balance.ts";
import { isLocal, localize } from "./localize.ts";
import { accountPage, loginPage, orderPage, safePath } from "./pages/account-pages.ts";
import { assetAt } from "./pages/assets.ts";
import { collectionPage, homePage, productPage, recommendations, searchPage } from "./pages/catalog-pages.ts";
import { checkOut, checkoutPage, orderPath, wantedItem } from "./pages/checkout-pages.ts";
import { Theme, type PageContent } from "./theme.ts";
import { ThemeExtension } from "./theme-extension.ts";
import { ThemeSettings } from "./theme-settings.ts";
import { signInCookie, SIGN_OUT_COOKIE, visitorOf, type Visitor } from "./visitor.ts";

export interface StorefrontSetup {
  /** Tells the world of a new order. */
  announceOrder: (shop: ShopState, order: OrderRecord) => void;
  settings?: ThemeSettings;
  extensionFolder?: string;
  proxyRule?: ProxyRule;
}

interface Call {
  visitor: Visitor;
  request: IncomingMessage;
  response: ServerResponse;
  pathname: string;
}

/** The shop as buyers see it. */
export class Storefront {
  readonly theme: Theme;
  readonly #world: World;
  readonly #setup: StorefrontSetup;
  readonly #rule: ProxyRule;

  constructor(world: World, setup: StorefrontSetup) {
    const project = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
    this.#world = world;
    this.#setup = setup;
    this.#rule = setup.proxyRule ?? readProxyRule(project("shopify.app.toml"));
    this.theme = new Theme(
      new ThemeExtension(setup.extensionFolder ?? project("extensions/storefront")),
      setup.settings ?? new ThemeSettings(undefined),
    );
  }

  /** On plain localhost the first shop answers; otherwise the shop whose domain was asked for. */
  shopAt(host: string): ShopState | undefined {
    if (isLocal(host)) return this.#world.firstShop;
    return this.#world.shops.get(host.split(":")[0] ?? "");
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? "localhost";
    const shop = this.shopAt(host);
    if (!shop) return send(response, 404, "No such shop");
    const url = new URL(request.url ?? "/", `${isLocal(host) ? "http" : "https"}://${host}`);
    const asset = assetAt(url.pathname, this.theme.extension);
    if (asset) return send(withHeaders(response, { "content-type": asset.type, "cache-control": "public, max-age=3600" }), 200, asset.body);
    const visitor = visitorOf(request, url, { shop, secret: this.#world.options.apiSecret });
    const pathname = visitor.path.split("?")[0] ?? "/";
    const call = { visitor, request, response, pathname };
    if (pathname === this.#rule.prefix || pathname.startsWith(`${this.#rule.prefix}/`)) return this.#proxy(call);
    return request.method === "POST" ? this.#post(call) : this.#get(call);
  }

  async #get(call: Call): Promise<void> {
    const { visitor, response, pathname } = call;
    const root = visitor.rootUrl === "/" ? "" : visitor.rootUrl;
    if (pathname === "/recommendations/products.json") return sendJson(response, 200, recommendations(visitor));
    if (pathname === "/account/logout") return redirect(response, visitor.rootUrl, { "set-cookie": SIGN_OUT_COOKIE });
    if (pathname === "/account" && !visitor.customer) return redirect(response, `${root}/account/login`);
    if (pathname === "/pages/returns") {
      const title = this.theme.translator(visitor)("returns_page.title");
      return send(
        response,
        200,
        await this.theme.blockPage(visitor, { template: "page", title, data: { page: { title, content: "", handle: "returns" } } }),
      );
    }
    const content = this.#pageAt(call);
    if (content) return send(response, 200, await this.theme.page(visitor, content));
    return send(response, 404, await this.theme.page(visitor, { template: "404", title: "404" }));
  }

  #pageAt({ visitor, pathname }: Call): PageContent | undefined {
    const translate = this.theme.translator(visitor);
    const [, first = "", second = "", third = ""] = pathname.split("/");
    if (pathname === "/") return homePage(visitor);
    if (first === "collections") return collectionPage(visitor, second || "all", translate);
    if (first === "products") return productPage(visitor, second, translate);
    if (first === "search") return searchPage(visitor, translate);
    if (first === "account" && second === "login") return loginPage(visitor, translate);
    if (first === "account" && visitor.customer) return accountPage(visitor, visitor.customer, translate);
    if (/^\d+$/.test(first) && second === "orders") return orderPage(visitor, third, translate);
    if (first === "policies" && ["refund-policy", "privacy-policy", "shipping-policy"].includes(second)) {
      const title = translate(`policy.${second}.title`);
      return { template: "page", title, data: { page: { title, content: translate(`policy.${second}.text`) } } };
    }
    if (first === "pages") {
      const page = [...visitor.shop.pages.values()].find(({ handle, isPublished }) => handle === second && isPublished);
      if (!page) return undefined;
      const inLocale = (key: string) => page.translations?.find((one) => one.key === key && one.locale === visitor.locale)?.value;
      const title = inLocale("title") ?? page.title;
      return { template: "page", title, data: { page: { title, content: inLocale("body_html") ?? page.body, handle: page.handle } } };
    }
    if (first === "checkout") {
      const item = wantedItem(visitor, visitor.query);
      return item && checkoutPage(visitor, item, { translate });
    }
    return undefined;
  }

  async #post({ visitor, request, response, pathname }: Call): Promise<void> {
    const form = await readForm(request);
    const translate = this.theme.translator(visitor);
    const of = { shop: visitor.shop, secret: this.#world.options.apiSecret };
    const root = visitor.rootUrl === "/" ? "" : visitor.rootUrl;
    if (pathname === "/account/login") {
      const customer = visitor.shop.customerByEmail((form.get("email") ?? "").trim());
      if (!customer)
        return send(response, 422, await this.theme.page(visitor, loginPage(visitor, translate, translate("account.unknown"))));
      return redirect(response, safePath(form.get("return_to")) || `${root}/account`, { "set-cookie": signInCookie(customer, of) });
    }
    if (pathname === "/checkout") {
      const item = wantedItem(visitor, form);
      if (!item) return send(response, 404, await this.theme.page(visitor, { template: "404", title: "404" }));
      const result = checkOut(this.#world, visitor, { item, form, translate });
      if ("problem" in result)
        return send(response, 422, await this.theme.page(visitor, checkoutPage(visitor, item, { translate, problem: result.problem })));
      this.#setup.announceOrder(visitor.shop, result.order);
      return redirect(response, orderPath(visitor, result.order));
    }
    const [, digits = "", kind = "", token = "", step = ""] = pathname.split("/");
    const order = [...visitor.shop.orders.values()].find((each) => each.token === token);
    if (/^\d+$/.test(digits) && kind === "orders" && step === "pay" && order) {
      payBalance({ world: this.#world, shop: visitor.shop }, order);
      return redirect(response, `${root}/${digits}/orders/${token}`);
    }
    return send(response, 404, await this.theme.page(visitor, { template: "404", title: "404" }));
  }

  async #proxy({ visitor, request, response }: Call): Promise<void> {
    const host = new URL(visitor.origin).host;
    const customerId = visitor.customer?.id.split("/").at(-1) ?? "";
    let answer: Response;
    try {
      answer = await forwardToApp(this.#world.options, request, {
        rule: this.#rule,
        shop: visitor.shop.shop.domain,
        host: visitor.shop.shop.domain,
        customerId,
        path: visitor.path,
        now: this.#world.clock.now(),
      });
    } catch (error) {
      return send(response, 502, errorPage(502, String(error)));
    }
    const headers = returnedHeaders(answer);
    const type = headers["content-type"] ?? "";
    const local = (text: string): string => (isLocal(host) ? localize(text, visitor.shop.shop, visitor.origin) : text);
    if (headers["location"] !== undefined) headers["location"] = local(headers["location"]);
    if (answer.status >= 500) return send(response, answer.status, errorPage(answer.status, ""));
    if (type.startsWith("application/liquid")) {
      const page = await this.theme.proxied(visitor, await answer.text());
      return send(withHeaders(response, { ...headers, "content-type": "text/html; charset=utf-8" }), answer.status, local(page));
    }
    if (/^(text\/(html|plain)|application\/json)/.test(type))
      return send(withHeaders(response, headers), answer.status, local(await answer.text()));
    return send(withHeaders(response, headers), answer.status, Buffer.from(await answer.arrayBuffer()));
  }
}

/** What a buyer sees when the app fails: Shopify's own page, without a word of the app's. */
function errorPage(status: number, detail: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong</title><body style="font:16px system-ui;display:grid;place-items:center;min-height:90vh;margin:0 24px;color:#303030"><main style="max-width:440px"><h1 style="font-size:24px">There was a problem loading this website</h1><p>Try refreshing the page. If the site still doesn't load, please try again in a few minutes.</p><p style="color:#8a8a8a;font-size:13px">${status}</p></main><!-- ${detail.replace(/[<>&-]/g, " ")} --></body></html>`;
}
