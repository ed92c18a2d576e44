import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { portalVisitor, type PortalVisitor } from "#test/support/portal-visitor.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;
beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

describe("the policy page on the storefront", () => {
  test("states the rules that decide, in the order in which they are tried, to anybody", async () => {
    const { status, text } = await visitor.get("/policy", { locale: "en" });
    expect(status).toBe(200);
    const said = [
      "If it is a gift card",
      "cannot come back",
      "If the reason is Item not as described",
      "final-sale",
      "For everything else",
    ];
    expect(said.map((words) => text.indexOf(words)).every((place, index, all) => place > (all[index - 1] ?? -1))).toBe(true);
    expect(text).toContain("It can come back within 30 days of delivery.");
    expect(text).not.toContain("Your staff");
  });

  test("speaks the shopper's language, and the theme's where the request does not say it", async () => {
    expect((await visitor.get("/policy", { locale: "zh-CN" })).text).toContain("其他所有商品");
    const { markup } = await visitor.get("/policy");
    expect(markup).toContain("request.locale.iso_code");
    expect(markup).toContain("For everything else");
  });

  test("follows what is published, and says since when", async () => {
    const ctx = await amends.ctx();
    const policy = defaultPolicy("USD");
    const document = { ...policy, rules: [], otherwise: { ...policy.otherwise, windowDays: 14 } } as Policy;
    const { revision } = must(await savePolicyDraft(ctx, { document, revision: 0 }));
    expect((await visitor.get("/policy", { locale: "en" })).text).toContain("within 30 days");
    must(await publishPolicy(ctx, { revision, actor: "staff:1" }));
    const { text } = await visitor.get("/policy", { locale: "en", fragment: "1" });
    expect(text).toContain("within 14 days");
    expect(text).toContain("For every item");
    expect(text).toContain("orders placed since Mar 15, 2026");
  });

  test("does not promise what the shop cannot give", async () => {
    const ctx = await amends.ctx();
    await publishOffers(ctx, { refund: {}, store_credit: {}, gift_card: {} });
    const told = async (profile: { scopes: readonly string[]; hasStoreCredit: boolean }) => {
      await ctx.transaction((tx) => tx.shop.change(profile));
      const { text } = await visitor.get("/policy", { locale: "en", fragment: "1" });
      return ["Refund:", "Store credit:", "Gift card:"].filter((offer) => text.includes(offer));
    };
    const { scopes } = ctx.shop;
    const without = scopes.filter((scope) => scope !== "write_gift_cards");
    expect(await told({ scopes: [...without, "write_gift_cards"], hasStoreCredit: true })).toEqual([
      "Refund:",
      "Store credit:",
      "Gift card:",
    ]);
    expect(await told({ scopes: without, hasStoreCredit: false })).toEqual(["Refund:"]);
  });

  test("every page of the portal links to it", async () => {
    expect((await visitor.get("/find", { locale: "en" })).markup).toContain('href="/apps/returns/policy"');
  });
});
