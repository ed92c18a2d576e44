import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { discardPolicyDraft, publishPolicy, rollBackPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { pinnedPolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp({ shops: ["one.myshopify.com", "two.myshopify.com"] });
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

const strict = { ...defaultPolicy("USD"), rules: [] };
const actor = "staff:1";

describe("a shop's policy", () => {
  test("a shop that installs the app has the starter policy, published as version 1", async () => {
    const { published, draft, history } = await readPolicy(ctx);
    expect(published).toMatchObject({ version: 1, status: "published", policy: defaultPolicy("USD") });
    expect(draft).toBeUndefined();
    expect(history).toHaveLength(1);
  });

  test("two people who edit at once: the second to save is told, and nothing of the first is lost", async () => {
    const first = await savePolicyDraft(ctx, { document: strict, revision: 0 });
    expect(first).toMatchObject({ ok: true, value: { version: 2, status: "draft" } });
    expect(await savePolicyDraft(ctx, { document: defaultPolicy("USD"), revision: 0 })).toEqual({ ok: false, error: { code: "stale" } });
    const { draft } = await readPolicy(ctx);
    expect(draft?.policy.rules).toEqual([]);
    const again = await savePolicyDraft(ctx, { document: strict, revision: draft?.revision ?? 0 });
    expect(again).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  test("a draft that cannot be a policy is refused with its problems", async () => {
    const { draft } = await readPolicy(ctx);
    const saved = await savePolicyDraft(ctx, { document: { ...strict, reasons: [] }, revision: draft?.revision ?? 0 });
    expect(saved).toMatchObject({ ok: false, error: { code: "invalid_policy", problems: [{ path: "reasons", code: "reason_needed" }] } });
  });

  test("orders keep the version they were bought under when a new one is published", async () => {
    const before = amends.standIn.now();
    await amends.standIn.control.clock({ advance: "P1D" });
    const { draft } = await readPolicy(ctx);
    expect(await publishPolicy(ctx, { revision: 99, actor })).toEqual({ ok: false, error: { code: "stale" } });
    expect(await publishPolicy(ctx, { revision: draft?.revision ?? 0, actor })).toMatchObject({ ok: true, value: { version: 2 } });
    const pinned = (at: Date) => ctx.transaction(async (tx) => (await pinnedPolicy(tx, ctx, at)).compiled.version);
    expect(await pinned(before)).toBe(1);
    expect(await pinned(amends.standIn.now())).toBe(2);
    expect(await pinned(new Date("2020-01-01"))).toBe(1);
  });

  test("rolling back publishes a copy of the earlier version as the next one", async () => {
    await amends.standIn.control.clock({ advance: "P1D" });
    expect(await rollBackPolicy(ctx, { to: 2, actor })).toMatchObject({ ok: false, error: { code: "already_published" } });
    expect(await rollBackPolicy(ctx, { to: 1, actor })).toMatchObject({
      ok: true,
      value: { version: 3, copiedFrom: 1, publishedBy: actor },
    });
    const { published, history } = await readPolicy(ctx);
    expect(published.policy).toEqual(defaultPolicy("USD"));
    expect(history.map(({ version, status }) => `${version} ${status}`)).toEqual(["3 published", "2 superseded", "1 superseded"]);
    expect(await ctx.transaction((tx) => tx.shop.auditTrail("policy"))).toHaveLength(2);
  });

  test("a draft can be thrown away, but not one that somebody changed", async () => {
    const saved = await savePolicyDraft(ctx, { document: strict, revision: 0 });
    const revision = saved.ok ? saved.value.revision : 0;
    expect(await discardPolicyDraft(ctx, { revision: revision + 1 })).toEqual({ ok: false, error: { code: "stale" } });
    expect(await discardPolicyDraft(ctx, { revision })).toEqual({ ok: true, value: null });
    expect((await readPolicy(ctx)).draft).toBeUndefined();
  });

  test("another shop has its own policy", async () => {
    const other = await amends.ctx("two.myshopify.com");
    const { published, history } = await readPolicy(other);
    expect([published.version, history.length]).toEqual([1, 1]);
  });
});
