import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];

let app: TestApp;
const listModule = () => import("#app/routes/app.policy_.tests._index.tsx");
const runModule = () => import("#app/routes/app.policy_.tests.$id.tsx");
const changeModule = () => import("#app/routes/app.policy_.tests.$id_.$number.tsx");
let list: Awaited<ReturnType<typeof listModule>>;
let run: Awaited<ReturnType<typeof runModule>>;
let change: Awaited<ReturnType<typeof changeModule>>;

/** Shirts that are too small keep a fifth, and shoppers get two weeks. */
const policy = defaultPolicy("USD");
const draft = {
  ...policy,
  otherwise: {
    ...policy.otherwise,
    windowDays: 14,
    resolutions: [
      { kind: "refund", bonusBp: 0, restockingFeeBp: 2_000, takesReturnShippingFee: false, expectedDays: 5, creditExpiresAfterDays: null },
    ],
  },
} as Policy;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  [list, run, change] = await Promise.all([listModule(), runModule(), changeModule()]);
  const ctx = await app.ctx();
  const { gid: orderGid, lineGid } = seedShirtOrder(app.standIn);
  await submitWish(ctx, { orderGid, lineGid });
  await app.run("reconcile-orders", {});
  await app.standIn.control.clock({ advance: "PT1H" });
  await app.settled();
  must(await savePolicyDraft(ctx, { document: draft, revision: 0 }));
});
afterAll(() => app.close());

const overview = async (call: AdminCall = {}) => bodyOf(list.loader(await adminCall(app, "/app/policy/tests", call)));
const start = async (days: string, call: AdminCall = {}) =>
  list.action(await adminCall(app, "/app/policy/tests", { ...call, form: { days } }));
const at = (id: string, rest = "") => `/app/policy/tests/${id}${rest}`;
const show = async (id: string, query = "", call: AdminCall = {}) =>
  bodyOf(run.loader(await adminCall(app, at(id, query), { ...call, params: { id } })));

async function aFinishedRun(): Promise<string> {
  const started = await start("90");
  const id = started.headers.get("location")?.split("/").at(-1) ?? "";
  await app.settled();
  return id;
}

describe("testing a draft", () => {
  test("a shop without a draft is told what to do first", async () => {
    expect(await overview({ shop: THEIRS })).toMatchObject({ draftVersion: null, runs: [] });
    const refused = await start("30", { shop: THEIRS });
    expect([refused.status, await refused.json()]).toEqual([409, { code: "no_draft" }]);
    expect((await start("31")).status).toBe(400);
  });

  test("is started, worked off by a job and shows what the draft changes, to the cent", async () => {
    const id = await aFinishedRun();
    const view = await show(id);
    expect(view).toMatchObject({ status: "finished", orders: 1, ordersDone: 1, changes: 2, isUnderWay: false });
    // One shirt of 20.00 came back: 20.00 as published, 16.00 with the restocking fee of the draft.
    expect(view.asked).toMatchObject({ decisions: 1, changed: 1, publishedFeesMinor: 0, draftFeesMinor: 400, draftGoodsMinor: 2_000 });
    expect(view.reasons).toMatchObject([{ key: "too-small", asked: { changed: 1 } }]);
    expect(view.countries).toMatchObject([{ key: "US", sold: { decisions: 1, changed: 1 } }]);
    expect(view.listed.map(({ basis, difference }) => [basis, difference.minor])).toEqual([
      ["sold", -800],
      ["asked", -400],
    ]);
    expect((await overview()).runs[0]).toMatchObject({ id, status: "finished" });
  });

  test("its list can be narrowed by what the address says, and nonsense counts as not said", async () => {
    const id = await aFinishedRun();
    expect((await show(id, "?view=asked")).total).toBe(1);
    expect((await show(id, "?country=DE")).total).toBe(0);
    expect((await show(id, "?change=shorter_window&country=US&reason=too-small")).total).toBe(1);
    expect((await show(id, "?change=drop&country=%27%3B&view=x&page=-4")).total).toBe(2);
  });

  test("each changed decision opens with both explanations", async () => {
    const id = await aFinishedRun();
    const open = (number: string, call: AdminCall = {}) =>
      adminCall(app, at(id, `/${number}`), { ...call, params: { id, number } }).then((args) => change.loader(args));
    const view = await bodyOf(open("2"));
    expect(view).toMatchObject({ basis: "asked", reason: "too-small", published: { outcome: "eligible" }, draft: { outcome: "eligible" } });
    expect([view.published.policyVersion, view.draft.policyVersion]).toEqual([1, 2]);
    expect(await statusOf(open("9"))).toBe(404);
    expect(await statusOf(open("0x2"))).toBe(404);
    expect(await statusOf(open("2", { shop: THEIRS }))).toBe(404);
  });

  test("can be cancelled and taken on; another shop can do neither", async () => {
    const id = await aFinishedRun();
    const send = async (intent: string, call: AdminCall = {}) =>
      (await run.action(await adminCall(app, at(id), { ...call, params: { id }, form: { intent } }))).status;
    expect([await send("cancel"), await send("resume"), await send("erase")]).toEqual([200, 200, 400]);
    expect(await statusOf(show(id, "", { shop: THEIRS }))).toBe(404);
    expect((await show(id)).status).toBe("finished");
  });
});
