import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR } from "#app/domain/shared/time.ts";
import type { BudgetData } from "#app/ui/promises/budget-cards.tsx";
import type { CompensationView } from "#app/ui/promises/compensation-page.tsx";
import type { CompensationRowData } from "#app/ui/promises/compensation-row.tsx";
import type { DeliveryRowData } from "#app/ui/promises/delivery-row.tsx";
import type { MovementRowData } from "#app/ui/promises/movement-row.tsx";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { changeSettings, givenTo, parcelOnItsWay, reportDelivery, type Parcel } from "#test/support/late-parcels.ts";
import { passTimeUntil } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];

let app: TestApp;
const promisesModule = () => import("#app/routes/app.promises._index.tsx");
const listModule = () => import("#app/routes/app.promises.compensation._index.tsx");
const pageModule = () => import("#app/routes/app.promises.compensation.$id.tsx");
const ledgerModule = () => import("#app/routes/app.promises.ledger._index.tsx");
const csvModule = () => import("#app/routes/app.promises.ledger[.]csv.tsx");

/** One that is still due, one under way and late, one delivered late, one kept. */
let parcels: Record<"due" | "late" | "broken" | "kept", Parcel>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  await app.settled();
  await changeSettings(app, "compensation", {
    approvalAbove: { minor: 400, currency: "USD" },
    dailyBudget: { minor: 5_000, currency: "USD" },
  });
  const [late, broken, kept] = [await parcelOnItsWay(app), await parcelOnItsWay(app), await parcelOnItsWay(app)];
  await reportDelivery(app, kept, new Date(app.standIn.now().getTime() + HOUR));
  await passTimeUntil(app, new Date(broken.dueAt.getTime() + 39 * HOUR));
  await reportDelivery(app, broken, app.standIn.now());
  parcels = { late, broken, kept, due: await parcelOnItsWay(app) };
});
afterAll(() => app.close());

interface Promises {
  readonly rows: readonly DeliveryRowData[];
  readonly total: number;
  readonly counts: Record<string, number>;
  readonly waiting: number;
  readonly budget: BudgetData;
}
const promises = async (query = "", call: AdminCall = {}) => {
  const loaded: unknown = await bodyOf((await promisesModule()).loader(await adminCall(app, `/app/promises${query}`, call)));
  return loaded as Promises;
};
const compensations = async (query = "", call: AdminCall = {}) => {
  const loaded: unknown = await bodyOf((await listModule()).loader(await adminCall(app, `/app/promises/compensation${query}`, call)));
  return loaded as { rows: readonly CompensationRowData[]; total: number; waiting: number };
};
const load = async (id: string, call: AdminCall = {}) =>
  (await pageModule()).loader(await adminCall(app, `/app/promises/compensation/${id}`, { ...call, params: { id } }));
const open = async (id: string, call: AdminCall = {}) => {
  const loaded: unknown = await bodyOf(load(id, call));
  return (loaded as { view: CompensationView }).view;
};
const decide = async (id: string, form: Record<string, string>, call: AdminCall = {}) =>
  (await pageModule()).action(await adminCall(app, `/app/promises/compensation/${id}`, { ...call, params: { id }, form }));
const decided = async (id: string, form: Record<string, string>, call: AdminCall = {}) => {
  const response = await decide(id, form, call);
  return { status: response.status, body: await response.json() };
};
const waiting = async () => {
  const [row] = (await compensations()).rows;
  if (!row) throw new Error("nothing waits");
  return open(row.id);
};

describe("the list of promises", () => {
  test("has a view for what is due, late, delivered late and kept", async () => {
    for (const view of ["due", "late", "broken", "kept"] as const)
      expect((await promises(`?view=${view}`)).rows.map(({ orderName }) => orderName)).toEqual([parcels[view].name]);
    expect((await promises()).counts).toEqual({ due: 1, late: 1, broken: 1, kept: 1, all: 4 });
    expect((await promises("?view=all")).total).toBe(4);
  });

  test("tells the promised date, where it came from, the shipment, how late it is and what it costs", async () => {
    const [late] = (await promises("?view=late")).rows;
    expect(late).toMatchObject({
      status: "breached",
      source: "estimate",
      hoursLate: 39,
      deliveredAt: null,
      carrier: "DHL",
      isHistory: false,
    });
    expect(late?.trackingUrl).toBe("https://example.com/JD014");
    const [broken] = (await promises("?view=broken")).rows;
    expect(broken).toMatchObject({ shipmentStatus: "delivered", hoursLate: 39, compensations: [{ status: "awaiting_approval" }] });
  });

  test("is searched by order, and by what else stands on a parcel; wildcards mean themselves", async () => {
    const { name } = parcels.kept;
    expect((await promises(`?view=all&q=${encodeURIComponent(name)}`)).rows.map(({ orderName }) => orderName)).toEqual([name]);
    expect((await promises("?view=all&q=jd014")).total).toBe(4);
    for (const text of ["%25", "_", "'%22%5C%00", "nobody"]) expect((await promises(`?view=all&q=${text}`)).total).toBe(0);
    expect(await promises("?view=all&page=99")).toMatchObject({ rows: [], total: 4 });
  });

  test("of another shop is empty", async () => {
    expect(await promises("?view=all", { shop: THEIRS })).toMatchObject({ rows: [], total: 0, counts: { all: 0 }, waiting: 0 });
  });
});

describe("a compensation that waits for a person", () => {
  test("explains its amount with every figure of the calculation", async () => {
    const view = await waiting();
    expect(view).toMatchObject({ status: "awaiting_approval", orderName: parcels.broken.name, amount: { minor: 480, currency: "USD" } });
    expect(view.explanation).toMatchObject({
      reason: "above_approval_limit",
      zone: "Europe/Berlin",
      startsAt: parcels.broken.dueAt.toISOString(),
      lateBlocks: 3,
      rateBp: 600,
      base: { minor: 8_000, currency: "USD" },
      owed: { minor: 480, currency: "USD" },
      settings: { blockHours: 12, rateBp: 200, capBp: 1_000, rounding: "half-up", start: "end_of_day", counting: "completed" },
    });
  });

  test("is not decided by another shop, under another id, by a form that no page sends, or without a reason", async () => {
    const { id, version } = await waiting();
    const approve = { decision: "approve", version: String(version) };
    expect(await statusOf(load(id, { shop: THEIRS }))).toBe(404);
    expect(await statusOf(decide(id, approve, { shop: THEIRS }))).toBe(404);
    for (const other of ["nope", "", "0190a000-0000-7000-8000-0000000000ff"]) {
      expect(await statusOf(load(other))).toBe(404);
      expect(await statusOf(decide(other, approve))).toBe(404);
    }
    const strange: Record<string, string>[] = [
      { decision: "double", version: "1" },
      { decision: "approve", version: "0" },
      { version: "1" },
    ];
    for (const form of strange) expect(await statusOf(decide(id, form))).toBe(400);
    const silent = await decided(id, { decision: "reject", version: String(version), note: "  " });
    expect(silent).toEqual({ status: 422, body: { decision: "reject", problem: "reason_needed" } });
    expect((await waiting()).version).toBe(version);
  });

  test("goes out once it is approved, counts in the budget, and cannot be decided twice", async () => {
    const { id, version } = await waiting();
    const approve = { decision: "approve", version: String(version) };
    expect(await decided(id, approve, { staff: "71000001" })).toEqual({ status: 200, body: { decision: "approve" } });
    expect(await decided(id, approve)).toEqual({ status: 409, body: { decision: "approve", problem: "stale" } });
    await app.settled();
    expect(givenTo(app, parcels.broken)).toEqual(["4.80 USD"]);
    const view = await open(id, { staff: "71000001" });
    expect(view).toMatchObject({ status: "paid", lines: [{ phase: "intended" }, { phase: "confirmed" }] });
    expect(view.decisions).toMatchObject([{ action: "approve", isMe: true }]);
    expect((await open(id)).decisions).toMatchObject([{ action: "approve", isMe: false }]);
    const again = await decided(id, { ...approve, version: String(view.version) });
    expect(again).toEqual({ status: 409, body: { decision: "approve", problem: "illegal_transition" } });
    expect((await promises()).budget).toEqual({
      today: { minor: 480, currency: "USD" },
      thisMonth: { minor: 480, currency: "USD" },
      dailyBudget: { minor: 5_000, currency: "USD" },
      monthlyBudget: null,
    });
  });

  test("never goes out once it is rejected, and colleagues read why", async () => {
    await passTimeUntil(app, new Date(parcels.late.dueAt.getTime() + 61 * HOUR));
    const { id, version, amount } = await waiting();
    expect(amount.minor).toBe(800);
    const reject = { decision: "reject", version: String(version), note: "The carrier pays for it." };
    expect((await decided(id, reject)).status).toBe(200);
    await app.settled();
    expect(givenTo(app, parcels.late)).toEqual([]);
    const view = await open(id);
    expect(view).toMatchObject({ status: "rejected", explanation: { reason: "rejected" }, lines: [] });
    expect(view.decisions).toMatchObject([{ action: "reject", note: "The carrier pays for it." }]);
    expect((await compensations("?view=ended")).rows.map(({ orderName }) => orderName)).toEqual([parcels.late.name]);
    expect((await compensations("?view=paid")).rows.map(({ orderName }) => orderName)).toEqual([parcels.broken.name]);
    expect(await compensations()).toMatchObject({ rows: [], total: 0, waiting: 0 });
    expect((await compensations("?view=all", { shop: THEIRS })).total).toBe(0);
  });
});

describe("the ledger", () => {
  const ledger = async (query = "", call: AdminCall = {}) => {
    const loaded: unknown = await bodyOf((await ledgerModule()).loader(await adminCall(app, `/app/promises/ledger${query}`, call)));
    return loaded as { rows: readonly MovementRowData[]; total: number };
  };
  const csv = async (call: AdminCall = {}) => (await csvModule()).loader(await adminCall(app, "/app/promises/ledger.csv", call));

  test("shows every movement with its state, key, amount, order and time", async () => {
    const { rows, total } = await ledger();
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        key: `late-delivery:${parcels.broken.fulfillmentGid}`,
        state: "paid",
        kind: "store_credit",
        amount: { minor: 480, currency: "USD" },
        orderName: parcels.broken.name,
      },
    ]);
    expect((await ledger(`?q=${encodeURIComponent(parcels.broken.name)}`)).total).toBe(1);
    expect((await ledger("?q=nothing")).total).toBe(0);
    expect((await ledger("", { shop: THEIRS })).total).toBe(0);
  });

  test("comes as a file for spreadsheets, in which no text is run as a formula", async () => {
    const ctx = await app.ctx();
    const entry = {
      phase: "intended",
      kind: "refund",
      amount: { minor: -500, currency: "USD" },
      shopifyGid: null,
      at: ctx.clock.now(),
    } as const;
    const orderGid = parcels.kept.id as `gid://shopify/Order/${string}`;
    await ctx.transaction((tx) => tx.ledger.add({ ...entry, id: ctx.ids.next(), key: '=cmd|"x",1', orderGid }));
    const response = await csv();
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [head, newest, older, ...rest] = (await response.text()).split("\r\n");
    expect(head).toBe("key,state,kind,amount,currency,order,order_id,shopify_id,intended_at,changed_at");
    expect(newest).toContain(`"'=cmd|""x"",1",pending,refund,-5.00,USD,${parcels.kept.name},`);
    expect(older).toContain(`late-delivery:${parcels.broken.fulfillmentGid},paid,store_credit,4.80,USD,${parcels.broken.name},`);
    expect(rest).toEqual([""]);
    expect((await (await csv({ shop: THEIRS })).text()).split("\r\n")).toHaveLength(2);
  });
});
