import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { must } from "#test/builders/a-shopper.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
const policy = defaultPolicy("USD");
const withWindow = (windowDays: number) => ({ ...policy, otherwise: { ...policy.otherwise, windowDays } }) as Policy;

let app: TestApp;
const pageModule = () => import("#app/routes/app.policy_.versions.tsx");
let page: Awaited<ReturnType<typeof pageModule>>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  page = await pageModule();
  const ctx = await app.ctx();
  for (const days of [14, 21]) {
    const { revision } = must(await savePolicyDraft(ctx, { document: withWindow(days), revision: 0 }));
    must(await publishPolicy(ctx, { revision, actor: "staff:7" }));
  }
});
afterAll(() => app.close());

const load = async (query = "", call: AdminCall = {}) => bodyOf(page.loader(await adminCall(app, `/app/policy/versions${query}`, call)));
const windows = ({ before, after }: Awaited<ReturnType<typeof load>>) =>
  [before, after].map(({ policy: { otherwise } }) => (otherwise.kind === "eligible" ? otherwise.windowDays : undefined));

describe("the history of the policy", () => {
  test("compares the newest version with the one it was started from, and says who published each and when", async () => {
    const compared = await load("", { staff: "7" });
    expect([compared.before.version, compared.after.version, windows(compared)]).toEqual([2, 3, [14, 21]]);
    expect(compared.versions.map(({ version, status, by }) => [version, status, by.kind])).toEqual([
      [3, "published", "you"],
      [2, "superseded", "you"],
      [1, "superseded", "system"],
    ]);
    expect(compared.versions.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  });

  test("compares any two, in any order", async () => {
    expect(windows(await load("?from=1&to=3"))).toEqual([30, 21]);
    expect(windows(await load("?from=3&to=1"))).toEqual([21, 30]);
    expect(windows(await load("?from=x&to=2"))).toEqual([30, 14]);
  });

  test("a shop with one version sees it beside itself; versions of nobody or of another shop are not there", async () => {
    expect(await load("", { shop: THEIRS })).toMatchObject({ before: { version: 1 }, after: { version: 1 } });
    const args = await adminCall(app, "/app/policy/versions?from=2&to=3", { shop: THEIRS });
    expect(await statusOf(page.loader(args))).toBe(404);
  });

  test("goes back to an earlier version by publishing a copy of it", async () => {
    const args = await adminCall(app, "/app/policy/versions", { form: { intent: "rollBack", to: "1" } });
    expect(await (await page.action(args)).json()).toMatchObject({ ok: true, did: "rolledBack" });
    const compared = await load();
    expect([compared.after.version, compared.before.version, windows(compared)]).toEqual([4, 1, [30, 30]]);
  });
});
