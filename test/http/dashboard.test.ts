import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureRow } from "#app/ui/insights/dashboard-json.ts";
import type { SetupRow } from "#app/ui/onboarding/onboarding-json.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let app: TestApp;
const pageModule = () => import("#app/routes/app._index.tsx");
let page: Awaited<ReturnType<typeof pageModule>>;

beforeAll(async () => {
  app = await startTestApp();
  page = await pageModule();
});
afterAll(() => app.close());

interface Dashboard {
  readonly weeks: number;
  readonly figures: readonly FigureRow[];
  readonly isEmpty: boolean;
  readonly setup: SetupRow | null;
}

const load = async (query = "") => {
  const body: unknown = await bodyOf(page.loader(await adminCall(app, `/app${query}`)));
  return body as Dashboard;
};
const note = async (form: NonNullable<AdminCall["form"]>) => page.action(await adminCall(app, "/app", { form }));
const done = (setup: SetupRow | null) => setup?.steps.filter(({ isDone }) => isDone).map(({ step }) => step);

describe("the dashboard of a new shop", () => {
  test("is empty and says what to do", async () => {
    const { setup, isEmpty, figures } = await load();
    expect(isEmpty).toBe(true);
    expect(figures.map(({ metric }) => metric)).toEqual([
      "csat",
      "first_reply_seconds",
      "first_reply_in_time",
      "return_rate",
      "late_rate",
      "compensation_paid",
      "cases_opened",
      "help_solved",
    ]);
    expect(setup?.steps).toHaveLength(5);
    expect(setup?.portalUrl).toContain("/apps/returns");
    expect(setup?.editorUrl).toContain("addAppBlockId=");
  });

  test("ticks each step off by what really is, and goes when it is put away", async () => {
    await app.settled();
    expect(done((await load()).setup)).toContain("history");
    await note({ note: "portal" });
    await note({ note: "portal" });
    expect(done((await load()).setup)).toContain("portal");
    const ctx = await app.ctx();
    const at = ctx.clock.now();
    const table = { table: [] };
    await ctx.transaction((tx) => tx.settings.save("deliveryPromises", table, { expectedVersion: 0, by: "test", at }));
    expect(done((await load()).setup)).toEqual(["history", "portal", "promises"]);
    await note({ note: "dismissed" });
    expect((await load()).setup).toBeNull();
    expect(await statusOf(note({ note: "everything" }))).toBe(400);
  });
});

describe("the dashboard's figures", () => {
  test("count what was sold from the orders themselves, once, however often they are told", async () => {
    seedShirtOrder(app.standIn);
    await app.run("reconcile-orders", {});
    await app.settled();
    const sold = async () =>
      (await load()).figures.find(({ metric }) => metric === "return_rate")?.points.reduce((all, { count }) => all + count, 0);
    const once = await sold();
    expect(once).toBeGreaterThan(0);
    await app.run("reconcile-orders", {});
    await app.settled();
    expect(await sold()).toBe(once);
  });

  test("show the weeks asked for, the present one last, and no others", async () => {
    expect((await load("?weeks=4")).figures[0]?.points).toHaveLength(4);
    expect((await load("?weeks=52")).figures[0]?.points).toHaveLength(52);
    expect((await load("?weeks=1000000")).weeks).toBe(12);
    expect((await load()).figures[0]?.points.at(-1)?.startsOn).toBe("2026-03-09");
  });

  test("are compared with their facts once a day; a difference is told, kept and put right", async () => {
    const { checkRollups } = await import("#app/use-cases/insights/check-rollups.server.ts");
    const ctx = await app.ctx();
    const errors: object[] = [];
    const watched = { ...ctx, log: { ...ctx.log, error: (fields: object) => void errors.push(fields) } };
    const astray = { metric: "csat", dimension: "all", value: "", day: "2026-03-10", sum: 5, count: 1 } as const;
    await ctx.transaction((tx) => tx.insights.increment([astray]));
    expect(await checkRollups(watched)).toHaveLength(1);
    expect(errors).toEqual([{ differences: 1, shopId: ctx.shop.shopId }]);
    expect(await checkRollups(watched)).toBeUndefined();
    expect(await ctx.transaction((tx) => tx.insights.differences())).toEqual([]);
    expect((await ctx.transaction((tx) => tx.settings.read("rollupCheck")))?.value).toMatchObject({ day: "2026-03-15", count: 1 });
    await app.standIn.world.clock.moveTo(new Date("2026-03-16T12:00:00Z"));
    expect(await checkRollups(watched)).toEqual([]);
  });
});
