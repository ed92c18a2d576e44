import { Liquid } from "liquidjs";
import { describe, expect, test } from "vitest";
import english from "#app/locales/en/portal.json" with { type: "json" };
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import { renderPortalPage } from "#app/ui/portal/render.tsx";
import type { PortalPage } from "#app/ui/portal/view-models.ts";
import { everyPortalPage } from "#test/builders/every-portal-page.ts";
import { aConfirmPage, anOptionsPage, aPortalFrame, aRefundOption, aStatusPage } from "#test/builders/portal-pages.ts";

const PAGES = Object.entries(everyPortalPage());
const text = (page: PortalPage, locale = "en") =>
  renderPortalPage(page, aPortalFrame({ locale }))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe.each(SHOPPER_LANGUAGES)("every page in %s", (locale) => {
  test.each(PAGES)("%s has all its texts and names its language", (_name, page) => {
    const missing: string[] = [];
    const markup = renderPortalPage(page, aPortalFrame({ locale }), { onMissingKey: (key) => missing.push(key) });
    expect(missing).toEqual([]);
    expect(markup).toContain(`<amends-portal lang="${locale}"`);
    expect(markup).toMatch(/<h1/);
  });
});

/** Each sentence and phrase of the English portal, as it stands on a page: without values, and not so short that two languages share it. */
function englishPhrases(): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") texts.push(...value.split(/\{\{[^}]*\}\}/).map((part) => part.trim()));
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(english);
  return texts.filter((part) => part.split(/\s+/).length > 1 && part.length > 10);
}

describe.each(SHOPPER_LANGUAGES.filter((language) => language !== "en"))("no page in %s", (locale) => {
  test.each(PAGES)("says %s in English", (_name, page) => {
    const seen = text(page, locale);
    expect(englishPhrases().filter((phrase) => seen.includes(phrase))).toEqual([]);
  });
});

describe("what a stranger typed", () => {
  const ATTACK = `{{ shop.name }}{% include 'x' %}"><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)`;

  test.each(PAGES)("is inert on the page %s, in HTML and in Liquid", async (_name, page) => {
    const markup = renderPortalPage(poison(page, ATTACK), poison(aPortalFrame(), ATTACK, ["locale", "base"]), {});
    expect(markup).not.toContain("{");
    const tags = [...markup.replace(/="[^"]*"/g, "").matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    expect(tags.filter((tag) => /\son|\sstyle/.test(tag) || /^<(style|iframe|object)/.test(tag))).toEqual([]);
    expect(tags.filter((tag) => tag.startsWith("<script"))).toEqual(["<script src defer>"]);
    expect(markup).not.toMatch(/(href|src)="javascript:/i);
    expect(await new Liquid().parseAndRender(markup)).toBe(markup);
  });

  test("stays readable as it was typed", () => {
    const markup = renderPortalPage({ page: "find", orderNumber: "{{1001}}", errors: [] }, aPortalFrame());
    expect(markup).toContain('value="&#123;&#123;1001}}"');
  });

  test("cannot put a script behind a link", () => {
    const markup = renderPortalPage(
      aStatusPage({ packing: { addressLines: [], reference: "R1", labelUrl: "javascript:alert(1)", slipUrl: "//evil.example/x" } }),
      aPortalFrame({ policyUrl: "data:text/html,x" }),
    );
    expect(markup).not.toMatch(/javascript:|evil\.example|data:text/);
  });
});

describe("forms and links", () => {
  /** The Remix library adds a slash to these addresses, which would lose what was typed on the redirect. */
  const REWRITTEN = [/<(form[^>]+)action="(\/[^"?]+)(\?[^"]+)?">/, /<(a[^>]+)href="(\/[^"?]+)(\?[^"]+)?">/];

  test.each(PAGES)("on the page %s are left alone by the proxy library and stay in the portal", (_name, page) => {
    const markup = renderPortalPage(page, aPortalFrame({ base: "/tools/give-back" }));
    for (const rewritten of REWRITTEN) expect(markup).not.toMatch(rewritten);
    const inPortal =
      /^\/tools\/give-back\/([a-z]+|(resend|cancelorder|address|cancel|ask|solved|appeal|instead|photo|giftcodes|giftrevoke)\?t=signed-state)$/;
    for (const [, action] of markup.matchAll(/<form[^>]*action="([^"]*)"/g)) expect(action).toMatch(inPortal);
    expect(markup).not.toContain("/apps/returns/find");
  });

  test.each(PAGES)("on the page %s use lower-case letters only as names", (_name, page) => {
    for (const [, name] of renderPortalPage(page, aPortalFrame()).matchAll(/\sname="([^"]*)"/g)) expect(name).toMatch(/^[a-z]+$/);
  });

  test("carry the signed state", () => {
    expect(renderPortalPage(anOptionsPage(), aPortalFrame({ token: "s1" }))).toContain('<input type="hidden" name="t" value="s1"/>');
  });

  test("a fragment comes without style sheet and script, a page with both", () => {
    const page = renderPortalPage(anOptionsPage(), aPortalFrame());
    expect(page).toContain('<link href="/apps/returns/portal.css?v=abc123" rel="stylesheet"/>');
    expect(page).toContain('<script src="/apps/returns/portal.js?v=abc123" defer=""></script>');
    expect(renderPortalPage(anOptionsPage(), aPortalFrame(), { fragment: true })).toMatch(/^<amends-portal.*<\/amends-portal>$/s);
  });
});

describe("what the shopper reads", () => {
  test("every part of a refund, what is taken off, the total and when it comes", () => {
    const page = text(anOptionsPage({ options: [aRefundOption()] }));
    expect(page).toContain("You get $38.95");
    expect(page).toContain("Items $42.50 Tax 8% $3.40 Return shipping −$6.95 Total $38.95");
    expect(page).toContain("3 to 5 business days after your parcel arrives");
  });

  test("stock and price difference of each variant; sold out cannot be chosen", () => {
    const markup = renderPortalPage(anOptionsPage(), aPortalFrame());
    expect(markup).toContain("L / Sand: in stock, same price");
    expect(markup).toContain("XL / Sand: only 2 left, $5.00 more");
    expect(markup).toMatch(/<option value="gid:\/\/shopify\/ProductVariant\/13" disabled="">S \/ Sand: sold out</);
  });

  test("an exchange that costs more says what is to be paid", () => {
    expect(
      text(aConfirmPage({ option: aRefundOption({ kind: "exchange", parts: [], total: { minor: -500, currency: "USD" } }) })),
    ).toContain("You pay $5.00");
  });

  test("that the condition on arrival can change what is got, only where a rule looks at it", () => {
    const words = "If an item arrives in a condition for which the policy has other terms, the final amount or solution can differ.";
    expect(text(aConfirmPage({ option: aRefundOption({ dependsOnCondition: true }) }))).toContain(words);
    expect(text(aConfirmPage())).not.toContain(words);
  });

  test("why an item cannot come back, and what can be done instead", () => {
    const page = text(everyPortalPage()["items"] ?? { page: "find", errors: [] });
    expect(page).toContain("Sold as final sale: it cannot be returned unless it is faulty.");
    expect(page).toContain("Not delivered yet; expected on Nov 24, 2026.");
    expect(page).toContain("Come back as soon as it has arrived.");
  });

  test("each error beside its field, tied to it, and once more at the top", () => {
    const markup = renderPortalPage(everyPortalPage()["find with errors"] ?? { page: "find", errors: [] }, aPortalFrame());
    expect(markup).toMatch(/role="alert"/);
    expect(markup).toMatch(/<input id="amends-email"[^>]*aria-invalid="true"[^>]*aria-describedby="amends-email-error"/);
    expect(markup).toMatch(/<a href="#amends-email" class="amends-link">Please enter a complete e-mail address/);
    expect(markup).toContain("There are 2 problems");
  });

  test("the visitor's own way to write amounts and dates, in the language of another country too", () => {
    expect(text(anOptionsPage(), "en-GB")).toContain("placed on 6 Nov 2026");
    expect(text(anOptionsPage(), "de-AT")).toContain("aufgegeben am 06.11.2026");
    expect(text(anOptionsPage(), "ja-JP")).toContain("ご注文日：2026/11/06");
    expect(text(anOptionsPage(), "fr-CA")).toContain("passée le 6 nov. 2026");
  });
});

/** Replaces every text in a page by the attack, except what is chosen from a fixed list or is a date or number. */
function poison<T>(value: T, attack: string, spare: readonly string[] = []): T {
  const FIXED = new Set([
    "page",
    "kind",
    "code",
    "status",
    "state",
    "key",
    "zone",
    "at",
    "currency",
    "photo",
    "after",
    "approval",
    "stock",
    "from",
    "to",
    "notice",
    "chosen",
    "field",
    "instead",
    "types",
  ]);
  const DATES = /^\d{4}-\d\d-\d\d/;
  const walk = (inner: unknown, name: string): unknown => {
    if (typeof inner === "string") return DATES.test(inner) || FIXED.has(name) || spare.includes(name) ? inner : attack;
    if (Array.isArray(inner)) return inner.map((each) => walk(each, name));
    if (typeof inner === "object" && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, walk(each, key)]));
    return inner;
  };
  return walk(value, "") as T;
}
