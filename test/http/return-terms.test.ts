import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReturnView } from "#app/ui/returns/return-view.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import { aRule, anEligibleOutcome, anOffer } from "#test/builders/a-policy.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { adminCall, bodyOf } from "#test/support/admin-requests.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let app: TestApp;
const EMAIL = "worn@example.com";

beforeAll(async () => {
  app = await startTestApp();
  const oneOf = [{ id: "used", name: "", condition: "used" as const }];
  const outcome = anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 5_000 })] });
  const worn = aRule({ name: "Worn goods", conditions: [{ on: "inspected_condition", oneOf, isNegated: false }], outcome });
  await publishOffers(await app.ctx(), { refund: {} }, { rules: [worn] });
});
afterAll(() => app.close());

const pageModule = () => import("#app/routes/app.returns.$id.tsx");

async function show(id: string): Promise<ReturnView> {
  const { loader } = await pageModule();
  return (await bodyOf(loader(await adminCall(app, `/app/returns/${id}`, { params: { id } })))) as ReturnView;
}

async function choose(id: string, choice: string): Promise<number> {
  const { action } = await pageModule();
  const form = { command: JSON.stringify({ event: "choose_terms", choice }) };
  const answer = (await action(await adminCall(app, `/app/returns/${id}`, { params: { id }, form }))) as Response;
  await app.settled();
  return answer.status;
}

async function statusPage(): Promise<string> {
  const visitor = await portalVisitor(app);
  const t = /\/status\?t=([\w.~-]+)/.exec(app.mailsTo(EMAIL).at(-1) ?? "")?.[1] ?? "";
  return (await visitor.get("/status", { t })).text;
}

test("staff see both explanations and both amounts and choose once; the shopper's page says how it stands", async () => {
  const ctx = await app.ctx();
  const { gid, lineGid } = seedShirtOrder(app.standIn, { email: EMAIL, processedAt: ctx.clock.now().toISOString() });
  const { id, lines } = await submitWish(ctx, { orderGid: gid, lineGid });
  await app.settled();
  const judged = [{ lineId: lines[0]?.id ?? "", judged: [{ gradeId: "used", quantity: 1 }] }];
  must(await submitInspection(ctx, { key: randomUUID(), returnId: id, actor: "staff:1", lines: judged, photos: [] }));
  await app.settled();

  const waiting = await show(id);
  expect(waiting.terms).toMatchObject({
    state: "waiting",
    canApplyRule: true,
    kept: { minor: 2_200 },
    ruled: { minor: 1_200 },
    units: [{ quantity: 1, grade: { condition: "used" }, agreedOffer: { params: { restockingFeeBp: 0 } }, foundOffer: { params: { restockingFeeBp: 5_000 } } }], // prettier-ignore
  });
  const [units] = waiting.terms?.units ?? [];
  expect(units?.agreed?.explanation[0]).toEqual({ code: "depends_on_condition", params: { rule: "Worn goods" } });
  expect(units?.found?.explanation[0]).toEqual({ code: "rule_matched", params: { rule: "Worn goods" } });
  expect(waiting.events).not.toContain("start_processing");
  const before = await statusPage();
  expect(before).toContain("A person looks at it, and we write to you before anything is paid.");
  expect(before).toContain("1 × Used");

  expect(await choose(id, "both")).toBe(400);
  expect(await choose(id, "rule")).toBe(200);
  expect(await choose(id, "keep")).toBe(409);
  const ruled = await show(id);
  expect(ruled).toMatchObject({ terms: { state: "ruled" }, errorCode: null, afterInspection: { minor: 1_200 } });
  expect(ruled.events).toContain("start_processing");
  const after = await statusPage();
  for (const words of [
    "our return policy has other terms than were agreed",
    "For “Used”: Refund: less a 50% restocking fee",
    "You get $12.00",
  ])
    expect(after).toContain(words);
});
