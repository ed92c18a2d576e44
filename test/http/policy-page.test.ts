import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import type { LinePreview } from "#app/domain/returns/preview-lines.ts";
import { aRule } from "#test/builders/a-policy.ts";
import { aQuestion } from "#test/builders/a-return-question.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];

let app: TestApp;
const pageModule = () => import("#app/routes/app.policy.tsx");
const previewModule = () => import("#app/routes/app.policy_.preview.ts");
let page: Awaited<ReturnType<typeof pageModule>>;
let preview: Awaited<ReturnType<typeof previewModule>>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  page = await pageModule();
  preview = await previewModule();
});
afterAll(() => app.close());

const load = async (call: AdminCall = {}) => bodyOf(page.loader(await adminCall(app, "/app/policy", call)));
const send = async (form: Record<string, string>, call: AdminCall = {}) =>
  (await page.action(await adminCall(app, "/app/policy", { ...call, form }))) as Response;
const save = (policy: Policy, revision: number, call: AdminCall = {}) =>
  send({ intent: "save", document: JSON.stringify(policy), revision: String(revision) }, call);

const policy = defaultPolicy("USD");
const shorter: Policy = { ...policy, otherwise: { ...policy.otherwise, windowDays: 14 } as Policy["otherwise"] };

describe("the policy page", () => {
  test("shows a new shop its starter policy, published, with nothing being edited", async () => {
    const { server, published, versions } = await load({ shop: THEIRS });
    expect(published).toEqual({ version: 1, policy });
    expect(server).toMatchObject({ revision: 0, policy });
    expect(versions).toMatchObject([{ version: 1, status: "published", by: { kind: "system" } }]);
  });

  test("keeps a draft, publishes it and goes back, naming who did it", async () => {
    const saved = await save(shorter, 0);
    expect(await saved.json()).toMatchObject({ ok: true, did: "saved" });
    const { server, published } = await load();
    expect([server.policy, published.policy]).toEqual([shorter, policy]);
    expect(await (await send({ intent: "publish", revision: String(server.revision) }, { staff: "7" })).json()).toMatchObject({ ok: true });
    const { versions } = await load({ staff: "7" });
    expect(versions[0]).toMatchObject({ version: 2, status: "published", by: { kind: "you" } });
    expect((await load({ staff: "8" })).versions[0]).toMatchObject({ by: { kind: "staff", id: "7" } });
    expect(await (await send({ intent: "rollBack", to: "1" })).json()).toMatchObject({ ok: true, did: "rolledBack" });
    expect((await load()).versions[0]).toMatchObject({ version: 3, status: "published", copiedFrom: 1 });
  });

  test("a policy with faults is not saved and says so", async () => {
    const answer = await save({ ...policy, reasons: [] }, 0);
    expect([answer.status, await answer.json()]).toEqual([422, { ok: false, code: "invalid_policy" }]);
    expect(await (await send({ intent: "save", document: "{", revision: "0" })).json()).toEqual({ ok: false, code: "invalid_policy" });
  });

  test("a character that no database takes is left out of what is saved and searched", async () => {
    const reasons = policy.reasons.map((reason) => ({ ...reason, code: reason.code }));
    const answer = await save({ ...policy, reasons: reasons.map((one) => ({ ...one, code: `${one.code}\u0000` })) }, 0);
    expect(await answer.json()).toMatchObject({ ok: true });
    const { server } = await load();
    expect(server.policy).toEqual(policy);
    await send({ intent: "discard", revision: String(server.revision) });
    expect(await bodyOf(preview.loader(await adminCall(app, "/app/policy/preview?q=%00")))).toHaveProperty("orders");
  });

  test("what somebody else saved meanwhile is never overwritten or published unseen", async () => {
    await save(shorter, 0);
    const { server } = await load();
    await save(policy, server.revision);
    const stale = await save(shorter, server.revision);
    expect([stale.status, await stale.json()]).toEqual([409, { ok: false, code: "stale" }]);
    expect(await (await send({ intent: "publish", revision: String(server.revision) })).json()).toEqual({ ok: false, code: "stale" });
    const { server: now } = await load();
    expect(now.policy).toEqual(policy);
    expect(await (await send({ intent: "discard", revision: String(now.revision) })).json()).toMatchObject({ ok: true, did: "discarded" });
  });

  test("another shop's policy is out of reach: each shop reads and changes its own", async () => {
    await save(shorter, 0, { shop: THEIRS });
    expect((await load({ shop: THEIRS })).server.policy).toEqual(shorter);
    expect((await load()).server.policy).toEqual(policy);
  });

  test("asks that mean nothing are refused", async () => {
    expect((await send({ intent: "erase" })).status).toBe(400);
    expect((await send({ intent: "rollBack", to: "99" })).status).toBe(404);
  });

  test("a request without a session token is turned away", async () => {
    const { context } = await adminCall(app, "/app/policy");
    expect(await statusOf(page.loader({ request: new Request("https://amends.test/app/policy"), params: {}, context }))).not.toBe(200);
  });
});

test("the page in the online store leads to the portal in its own language", async () => {
  const { shop, pages } = app.standIn.world.firstShop;
  shop.locales = ["en", "zh-CN"].map((locale) => ({ locale, name: locale, published: true }));
  await bodyOf(page.action(await adminCall(app, "/app/policy", { form: { intent: "putOnPage" } })) as Promise<Response>);
  await app.settled();
  const [made] = pages.values();
  const chinese = made?.translations?.find(({ key, locale }) => key === "body_html" && locale === "zh-CN");
  expect(made?.body).toContain('href="https://');
  expect(chinese?.value).toContain('<a href="../apps/returns/">');
  const address = new URL(/href="([^"]+)"/.exec(chinese?.value ?? "")?.[1] ?? "", "https://shop.example/zh-cn/pages/return-policy");
  expect(address.href).toBe("https://shop.example/zh-cn/apps/returns/");
  const { shopPage } = await bodyOf(page.loader(await adminCall(app, "/app/policy")));
  expect(shopPage).toMatchObject({ state: "published", languages: [{ locale: "zh-CN", state: "published", message: null }] });
});

describe("trying a policy", () => {
  const tryOn = async (form: Record<string, string>, call: AdminCall = {}) =>
    bodyOf(preview.action(await adminCall(app, "/app/policy/preview", { ...call, form })) as Promise<Response>);

  test("shows what an order would get under what is typed and under what is published, to the cent", async () => {
    const { gid, name } = seedShirtOrder(app.standIn);
    const refuses: Policy = { ...policy, otherwise: { kind: "ineligible", because: "hygiene", instead: [] } };
    const answer = (await tryOn({ document: JSON.stringify(refuses), order: gid, reason: "too-small" })) as {
      orderName: string;
      draft: LinePreview[];
      published: LinePreview[];
    };
    expect(answer.orderName).toBe(name);
    expect(answer.draft[0]?.decision).toMatchObject({ outcome: "ineligible", because: "hygiene", decidedBy: "otherwise" });
    expect(answer.published[0]?.quotes.map(({ resolution, total }) => [resolution, total.presentment.minor])).toEqual([
      ["refund", 4400],
      ["store_credit", 4620],
    ]);
  });

  test("takes answers to its questions and a photo, and nothing that is not one", async () => {
    const { gid } = seedShirtOrder(app.standIn);
    const questions = [aQuestion({ id: "worn" })];
    const worn = aRule({ id: "worn", conditions: [{ on: "answer", question: "worn", oneOf: ["yes"], isNegated: false }] });
    const shown = aRule({ id: "shown", conditions: [{ on: "has_evidence", isNegated: false }] });
    const document = JSON.stringify({ ...policy, questions, rules: [worn, shown] });
    const ruleFor = async (said: Record<string, string>) => {
      const answer = (await tryOn({ document, order: gid, reason: "too-small", ...said })) as { draft: LinePreview[] };
      return answer.draft[0]?.decision.ruleId ?? answer.draft[0]?.decision.decidedBy;
    };
    expect(await ruleFor({})).toBe("otherwise");
    expect(await ruleFor({ answers: JSON.stringify({ worn: "yes" }) })).toBe("worn");
    expect(await ruleFor({ answers: JSON.stringify({ worn: "no" }), photo: "yes" })).toBe("shown");
    expect(await ruleFor({ answers: "[1" })).toBe("otherwise");
    expect(await ruleFor({ answers: JSON.stringify({ worn: { yes: 1 } }) })).toBe("otherwise");
  });

  test("finds orders by number", async () => {
    const { name } = seedShirtOrder(app.standIn);
    await app.run("reconcile-orders", {});
    const found = await bodyOf(preview.loader(await adminCall(app, `/app/policy/preview?q=${encodeURIComponent(name)}`)));
    expect(found.orders.map((order) => order.name)).toContain(name);
  });

  test("an unfinished policy and an order that is not this shop's are told apart from an answer", async () => {
    const { gid } = seedShirtOrder(app.standIn, { shop: THEIRS });
    const document = JSON.stringify(policy);
    expect(await tryOn({ document, order: gid, reason: "" })).toEqual({ kind: "order_unknown" });
    expect(await tryOn({ document, order: "1; drop table", reason: "" })).toEqual({ kind: "order_unknown" });
    expect(await tryOn({ document: "{}", order: gid, reason: "" })).toEqual({ kind: "policy_invalid" });
  });
});
