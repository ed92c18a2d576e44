import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { allowedEvents, RETURN_STATUSES } from "#app/domain/returns/return-status.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { buttonsOf } from "#app/ui/returns/return-actions.ts";
import type { ReturnView } from "#app/ui/returns/return-view.ts";
import { mailReader, ordersOfGuest, submitJointly } from "#test/builders/a-joint-return.ts";
import { seedShirtOrder, type SeededShirts } from "#test/builders/a-shirt-order.ts";
import { must, submitWish, type Wish } from "#test/builders/a-shopper.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, TEST_NOW, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
const NOBODY = "01980000-0000-7000-8000-000000000000";

const listModule = () => import("#app/routes/app.returns._index.tsx");
const pageModule = () => import("#app/routes/app.returns.$id.tsx");
const photoModule = () => import("#app/routes/app.returns_.$id.photos.$photo.ts");
let app: TestApp;
let listRoute: Awaited<ReturnType<typeof listModule>>;
let pageRoute: Awaited<ReturnType<typeof pageModule>>;
let photoRoute: Awaited<ReturnType<typeof photoModule>>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  for (const shop of [MINE, THEIRS]) await publishReviewOf("style", shop);
  [listRoute, pageRoute, photoRoute] = await Promise.all([listModule(), pageModule(), photoModule()]);
});
afterAll(() => app.close());

interface ListBody {
  readonly rows: { id: string; name: string; status: string; isPaid: boolean; isJoint: boolean }[];
  readonly after: string | null;
  readonly before: string | null;
  readonly counts: Record<string, number>;
}
const list = async (query = "", call: AdminCall = {}) =>
  (await bodyOf(listRoute.loader(await adminCall(app, `/app/returns${query}`, call)))) as ListBody;
const show = async (id: string, call: AdminCall = {}) =>
  (await bodyOf(pageRoute.loader(await adminCall(app, `/app/returns/${id}`, { ...call, params: { id } })))) as ReturnView;
const act = async (id: string, command: object, call: AdminCall = {}) => {
  const form = { command: JSON.stringify(command) };
  return pageRoute.action(await adminCall(app, `/app/returns/${id}`, { ...call, params: { id }, form })) as Promise<Response>;
};
const did = async (id: string, command: object) => {
  const answer: unknown = await (await act(id, command)).json();
  await app.settled();
  return answer;
};

/** A return as a shopper asks for it in the portal. */
async function aReturn(wish: Partial<Wish> = {}, shirts: SeededShirts = {}) {
  const order = seedShirtOrder(app.standIn, shirts);
  const stored = await submitWish(await app.ctx(shirts.shop), { orderGid: order.gid, lineGid: order.lineGid, ...wish });
  await app.settled();
  return stored;
}

/** One that the policy sends to review: bought after `publishReviewOf`. */
const aRequest = (shirts: SeededShirts = {}) => aReturn({ item: { reason: "style" } }, { ...shirts, processedAt: TEST_NOW.toISOString() });

/** From now on somebody looks at returns for this reason. */
async function publishReviewOf(reason: string, shop: string): Promise<void> {
  const ctx = await app.ctx(shop);
  const policy = defaultPolicy("USD");
  if (policy.otherwise.kind !== "eligible") throw new Error("Returns are possible");
  const conditions = [{ on: "reason", oneOf: [reason], isNegated: false }];
  const rule = { id: "review", name: "Look at it", isEnabled: true, conditions, outcome: { ...policy.otherwise, approval: "review" } };
  const draft = must(await savePolicyDraft(ctx, { document: { ...policy, rules: [rule, ...policy.rules] }, revision: 0 }));
  must(await publishPolicy(ctx, { revision: draft.revision, actor: "staff:1" }));
}

function found<T>(value: T | undefined) {
  return value === undefined ? refuse({ code: "gone" }) : ok(value);
}

describe("the list of returns", () => {
  test("starts empty, then has every return with its status, in the view it belongs to", async () => {
    expect(await list("", { shop: THEIRS })).toMatchObject({ rows: [], counts: { all: 0 }, after: null, before: null });
    const [approved, request] = [await aReturn(), await aRequest()];
    const { rows, counts } = await list();
    expect(rows.map(({ id, status }) => [id, status])).toEqual([
      [request.id, "requested"],
      [approved.id, "approved"],
    ]);
    expect(counts).toMatchObject({ review: 1, open: 1, all: 2 });
    expect((await list("?view=review")).rows.map(({ id }) => id)).toEqual([request.id]);
    const dashboard = await import("#app/routes/app._index.tsx");
    expect(await bodyOf(dashboard.loader(await adminCall(app, "/app")))).toMatchObject({ waiting: { returns: 1, compensations: 0 } });
  });

  test("a character that no database takes is left out of a search", async () => {
    expect(await list("?q=%00")).toMatchObject({ counts: { all: 2 } });
    expect((await list("?q=no%00body")).rows).toEqual([]);
  });

  test("finds by number, order, customer and address, and narrows by status, resolution and date", async () => {
    const stored = await aReturn({ resolution: "store_credit" }, { email: "grace@example.com" });
    const ids = async (query: string) => (await list(query)).rows.map(({ id }) => id);
    for (const text of [String(stored.number), stored.name, stored.orderName, "GRACE@example"])
      expect(await ids(`?q=${encodeURIComponent(text)}`)).toContain(stored.id);
    expect(await ids("?resolution=store_credit")).toEqual([stored.id]);
    expect(await ids("?status=declined&status=cancelled")).toEqual([]);
    expect(await ids("?from=2026-03-15&until=2026-03-15")).toContain(stored.id);
    expect(await ids("?from=2026-03-16")).toEqual([]);
    expect(await ids("?q=%25%27%3B--&from=2026-99-99&sort=nonsense&after=1_2")).toEqual([]);
  });

  test("turns pages by cursor in both directions without losing or repeating one", async () => {
    const ctx = await app.ctx();
    await ctx.transaction(async (tx) => {
      const [first] = await tx.returnList.page({}, { sort: "newest", limit: 1, isBackwards: false });
      const record = await tx.returns.find(first?.id ?? "");
      if (!record) throw new Error("There is a return");
      for (let copy = 0; copy < 60; copy++) {
        const lines = record.lines.map((line) => ({ ...line, id: ctx.ids.next() }));
        const own = { id: ctx.ids.next(), number: 5000 + copy, name: `#c-R${copy}`, formKey: `copy-${copy}`, shopifyGid: null };
        await tx.returns.add({ ...record, ...own, lines });
      }
    });
    for (const sort of ["newest", "oldest", "largest", "smallest"]) {
      const pages = [await list(`?sort=${sort}`)];
      for (let after = pages[0]?.after; after; after = pages.at(-1)?.after) pages.push(await list(`?sort=${sort}&after=${after}`));
      const seen = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect([seen.length, new Set(seen).size]).toEqual([pages[0]?.counts.all, pages[0]?.counts.all]);
      const back = await list(`?sort=${sort}&before=${pages.at(-1)?.before}`);
      expect(back.rows).toEqual(pages.at(-2)?.rows);
      expect(pages[0]?.before).toBeNull();
    }
  });

  test("approves several requests at once and says how many could not be", async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    const foreign = await aRequest({ shop: THEIRS });
    const form = { id: [one.id, two.id, foreign.id, NOBODY] };
    const answer = await bodyOf(listRoute.action(await adminCall(app, "/app/returns", { form })));
    expect(answer).toEqual({ approved: 2, refused: 2 });
    expect((await show(foreign.id, { shop: THEIRS })).status).toBe("requested");
  });
});

describe("the page of a return", () => {
  test("shows what comes back, why, what was decided under which version, and what it comes to", async () => {
    const stored = await aReturn({ item: { note: "Too tight", quantity: 2 } });
    const view = await show(stored.id);
    expect(view).toMatchObject({ name: stored.name, status: "approved", order: { name: stored.orderName, email: stored.email } });
    expect(view.lines[0]).toMatchObject({
      title: "Linen shirt",
      quantity: 2,
      note: "Too tight",
      decision: { outcome: "eligible", policyVersion: 1 },
    });
    expect(view.quote.total.presentment.minor).toBe(4400);
    expect(view.history.map(({ event, by }) => [event, by.kind])).toEqual([
      ["request", "shopper"],
      ["auto_approve", "system"],
      ["opened", "system"],
    ]);
  });

  test("tells of the other orders in the same parcel, and which return has its papers", async () => {
    const ctx = await app.ctx();
    const email = "same-parcel@example.com";
    const [first, second] = ordersOfGuest(app, email);
    if (!first || !second) throw new Error("There are two orders");
    const [lead, other] = await submitJointly(ctx, mailReader(ctx, first.gid, email), [first, second]);
    await app.settled();
    const views = [await show(lead?.id ?? ""), await show(other?.id ?? "")];
    expect(views.map(({ order }) => order.joined.map(({ name, hasPapers }) => [name, hasPapers]))).toEqual([
      [[other?.name, false]],
      [[lead?.name, true]],
    ]);
    expect((await list(`?q=${email}`)).rows.map(({ isJoint }) => isJoint)).toEqual([true, true]);
    expect((await list()).rows.filter(({ isJoint }) => isJoint)).toHaveLength(2);
  });

  test("goes from approval to the refund, each step by its button, and names who did it", async () => {
    const { id } = await aReturn();
    const line = (await show(id)).lines[0]?.id ?? "";
    expect(await did(id, { event: "ship" })).toEqual({ ok: true, event: "ship" });
    expect(await did(id, { event: "receive", lines: [{ lineId: line, quantity: 1 }] })).toMatchObject({ ok: true });
    const finding = { lineId: line, quantity: 1, condition: "as_new", disposition: "restocked" };
    expect(await did(id, { event: "inspect", lines: [finding] })).toMatchObject({ ok: true });
    expect(await did(id, { event: "start_processing" })).toMatchObject({ ok: true });
    const view = await show(id, { staff: "42" });
    expect(view).toMatchObject({ status: "closed", errorCode: null, agreement: { kind: "agreed" } });
    expect(view.paidAt).not.toBeNull();
    expect(view.movements).toMatchObject([{ kind: "refund", state: "paid", amount: { minor: 2200, currency: "USD" } }]);
    expect(view.history.filter(({ by }) => by.kind === "you").map(({ event }) => event)).toEqual([
      "ship",
      "receive",
      "inspect",
      "start_processing",
    ]);
    expect((await list("?view=refunded")).rows).toMatchObject([{ id, isPaid: true }]);
  });

  test("shows both figures when Shopify's differs, and pays Shopify's when staff choose it", async () => {
    const { id } = await aReturn();
    const ctx = await app.ctx();
    const pair = (minor: number) => ({ shop: { minor, currency: "USD" }, presentment: { minor, currency: "USD" } });
    await ctx.transaction(async (tx) => {
      const record = must(found(await tx.returns.find(id)));
      await tx.returns.save({ ...record, errorCode: "disagreement" });
      const event = { id: ctx.ids.next(), returnId: id, event: "fail_early_processing", actor: "system", at: ctx.clock.now() };
      await tx.returns.addEvent({ ...event, detail: { code: "disagreement", ours: pair(2300), shopifys: pair(2200) } });
    });
    expect(await show(id)).toMatchObject({
      errorCode: "disagreement",
      agreement: { kind: "disagreed", ours: pair(2300), shopifys: pair(2200) },
    });
    expect((await list("?view=review")).rows.map((row) => row.id)).toContain(id);
    expect(await did(id, { event: "start_processing", accepted: { minor: 2200, currency: "USD" } })).toMatchObject({ ok: true });
    expect(await show(id)).toMatchObject({ errorCode: null, agreement: { kind: "accepted" } });
  });

  test("the same step twice happens once; the second is told that it is not possible any more", async () => {
    const { id } = await aRequest();
    const answers = await Promise.all([act(id, { event: "approve" }), act(id, { event: "approve" })]);
    const bodies = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { ok: boolean }).ok));
    expect(bodies.filter(Boolean)).toHaveLength(1);
    expect([await (await act(id, { event: "approve" })).json()]).toEqual([{ ok: false, code: "not_allowed" }]);
  });

  test("declining needs a reason that Shopify knows, and words when it is another one", async () => {
    const { id } = await aRequest();
    expect((await act(id, { event: "decline", reason: "I_SAY_SO", note: "" })).status).toBe(400);
    const wordless = await act(id, { event: "decline", reason: "OTHER", note: " " });
    expect([wordless.status, await wordless.json()]).toEqual([422, { ok: false, code: "note_required" }]);
    expect(await did(id, { event: "decline", reason: "FINAL_SALE", note: "Sold as \u0000seen" })).toMatchObject({ ok: true });
    expect(await show(id)).toMatchObject({ status: "declined", declineReason: "FINAL_SALE", declineNote: "Sold as seen", events: [] });
  });

  test("counts that cannot be are refused, and nothing is received", async () => {
    const { id } = await aReturn();
    const line = (await show(id)).lines[0]?.id ?? "";
    for (const lines of [
      [{ lineId: line, quantity: -1 }],
      [{ lineId: line, quantity: 2 }],
      [{ lineId: line, quantity: 0.5 }],
      [{ lineId: NOBODY, quantity: 1 }],
    ])
      expect((await act(id, { event: "receive", lines })).status).toBe(422);
    for (const command of [{ event: "pay" }, { event: "auto_approve" }, { event: "erase" }, { event: "receive" }])
      expect((await act(id, command)).status).toBe(400);
    expect((await show(id)).status).toBe("approved");
  });

  test("another shop's return does not exist here: it is neither shown nor changed", async () => {
    const { id } = await aRequest({ shop: THEIRS });
    for (const each of [id, NOBODY, "1' or '1'='1"]) {
      expect(await statusOf(show(each))).toBe(404);
      expect(await statusOf(act(each, { event: "approve" }))).toBe(404);
    }
    expect((await show(id, { shop: THEIRS })).status).toBe("requested");
  });
});

describe("photos", () => {
  const photo = async (id: string, evidence: string, call: AdminCall = {}) =>
    photoRoute.loader(await adminCall(app, `/app/returns/${id}/photos/${evidence}`, { ...call, params: { id, photo: evidence } }));

  test("are given to staff of their own shop only, as an image and nothing else", async () => {
    const { id, orderGid } = await aReturn();
    const ctx = await app.ctx();
    const evidenceId = ctx.ids.next();
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    const times = { createdAt: ctx.clock.now(), expiresAt: new Date("2026-06-01T00:00:00Z") };
    await ctx.transaction((tx) =>
      tx.evidence.add({
        id: evidenceId,
        returnId: id,
        orderGid,
        source: "shopper",
        mimeType: "image/jpeg",
        byteLength: 4,
        content: bytes,
        ...times,
      }),
    );
    const answer = await photo(id, evidenceId);
    expect([answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]).toEqual(["image/jpeg", "nosniff"]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect((await show(id)).photos).toMatchObject([{ id: evidenceId, url: `/app/returns/${id}/photos/${evidenceId}` }]);
    expect(await statusOf(photo(id, evidenceId, { shop: THEIRS }))).toBe(404);
    expect(await statusOf(photo(NOBODY, evidenceId))).toBe(404);
  });
});

describe("the buttons", () => {
  test("are events that the status table allows, each once; what is over has none but what it allows", () => {
    for (const status of RETURN_STATUSES) {
      const events = allowedEvents(status, "staff");
      const { primary, others } = buttonsOf(events);
      const shown = [...(primary ? [primary] : []), ...others];
      expect(shown.filter((event) => !events.includes(event))).toEqual([]);
      expect(new Set(shown).size).toBe(shown.length);
    }
    expect(buttonsOf(allowedEvents("requested", "staff"))).toEqual({ primary: "approve", others: ["decline", "cancel"] });
    expect(buttonsOf(allowedEvents("declined", "staff"))).toEqual({ primary: undefined, others: [] });
  });
});
