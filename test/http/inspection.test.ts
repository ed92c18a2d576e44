import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FoundReturn } from "#app/ui/inspection/inspection-json.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { mailReader, ordersOfGuest, submitJointly } from "#test/builders/a-joint-return.ts";
import { aPhoto } from "#test/builders/a-photo.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { adminCall, bodyOf, statusOf } from "#test/support/admin-requests.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
let amends: TestApp;

beforeAll(async () => {
  amends = await startTestApp({ shops: [MINE, THEIRS] });
  const grades = [{ id: "b", name: "Worn", example: "Washed", condition: "used", deductionBp: 2_500, fate: "refurbish" }];
  const changes = [{ name: "inspection" as const, value: { grades }, version: 0 }];
  must(await saveSettings(await amends.ctx(MINE), { changes, actor: "staff:1" }));
});
afterAll(() => amends.close());

async function aReturn(email: string): Promise<StoredReturn> {
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email });
  const record = await submitWish(await amends.ctx(), { orderGid: gid, lineGid });
  await amends.settled();
  return record;
}

async function find(code: string, shop = MINE): Promise<FoundReturn> {
  const { loader } = await import("#app/routes/app.inspect.find.ts");
  return (await bodyOf(loader(await adminCall(amends, `/app/inspect/find?code=${encodeURIComponent(code)}`, { shop })))) as FoundReturn;
}

async function send(inspection: object | string, photos: Record<string, Blob> = {}, shop = MINE) {
  const { action } = await import("#app/routes/app.inspect.send.ts");
  const call = await adminCall(amends, "/app/inspect/send", { shop });
  const form = new FormData();
  form.set("inspection", typeof inspection === "string" ? inspection : JSON.stringify(inspection));
  for (const [name, file] of Object.entries(photos)) form.append(name, file, "photo.jpg");
  const request = new Request(call.request, { method: "POST", body: form });
  const answer = await action({ ...call, request });
  await amends.settled();
  return { status: answer.status, body: await answer.json() };
}

describe("the warehouse's phone page", () => {
  test("opens with the shop's grades, finds a return by its slip, and tells what should be in the parcel", async () => {
    const page = await import("#app/routes/app.inspect._index.tsx");
    expect(await page.loader(await adminCall(amends, "/app/inspect"))).toMatchObject({ grades: [{ name: "Worn" }] });
    const { number, name } = await aReturn("look@example.com");
    expect(await find(String(number))).toMatchObject({
      ok: true,
      found: { name, canInspect: true, lines: [{ title: "Linen shirt", sku: "SHIRT-M", quantity: 1 }] },
    });
    expect(await find(String(number), THEIRS)).toEqual({ ok: false, code: "return_unknown" });
    expect(await find("")).toEqual({ ok: false, code: "code_unreadable" });
  });

  test("finds everything that should be in a parcel of several orders by its one slip, and by each return's own number", async () => {
    const ctx = await amends.ctx();
    const [first, second] = ordersOfGuest(amends, "parcel@example.com");
    if (!first || !second) throw new Error("There are two orders");
    const [lead, other] = await submitJointly(ctx, mailReader(ctx, first.gid, "parcel@example.com"), [first, second]);
    await amends.settled();
    const named = (answer: FoundReturn) =>
      answer.ok ? [answer.found, ...answer.others].map(({ name, lines }) => [name, lines.length]) : [];
    expect(named(await find(String(lead?.number)))).toEqual([
      [lead?.name, 1],
      [other?.name, 1],
    ]);
    expect(named(await find(other?.name ?? ""))).toEqual([
      [other?.name, 1],
      [lead?.name, 1],
    ]);
    must(await cancelReturn(ctx, { returnId: other?.id ?? "", actor: "staff:1" }));
    expect(named(await find(String(lead?.number)))).toEqual([[lead?.name, 1]]);
  });

  test("what it sends arrives once, with photos; the shopper sees them and can appeal in the portal", async () => {
    const record = await aReturn("send@example.com");
    const lineId = record.lines[0]?.id ?? "";
    const inspection = { key: randomUUID(), returnId: record.id, lines: [{ lineId, judged: [{ gradeId: "b", quantity: 1 }] }] };
    const photos = { [`photo-${lineId}`]: aPhoto() };
    expect(await send(inspection, photos)).toEqual({ status: 200, body: { ok: true, status: "inspected" } });
    expect(await send(inspection, photos)).toEqual({ status: 200, body: { ok: true, status: "inspected" } });
    const visitor = await portalVisitor(amends);
    const t = /\/status\?t=([\w.~-]+)/.exec(amends.mailsTo("send@example.com").at(-1) ?? "")?.[1] ?? "";
    const page = await visitor.get("/status", { t });
    for (const words of ["What we found", "1 × Worn · 25% is kept", "$5.50 is kept", "You get $16.50"]) expect(page.text).toContain(words);
    const [, token = "", picture = ""] = /\/picture\?t=([^"&]+)&(?:amp;)?picture=([\w-]+)/.exec(page.markup) ?? [];
    const image = await visitor.send(new Request(visitor.address("/picture", { t: token, picture })));
    expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect((await visitor.get("/picture", { t: token, picture: randomUUID() })).status).toBe(404);
    expect((await visitor.get("/picture", { t: token, picture: "x" })).status).toBe(404);
    expect((await visitor.get("/picture", { picture })).status).toBe(403);
    const empty = await visitor.post("/appeal", { t: page.token, appeal: " " });
    expect(empty.status).toBe(422);
    const appealed = await visitor.post("/appeal", { t: page.token, appeal: "I never wore it" });
    expect(appealed.text).toContain("Your words are with the shop.");
    expect(appealed.text).toContain("I never wore it");
  });

  test("refuses what is no inspection, and another shop's return, without changing anything", async () => {
    const record = await aReturn("wrong@example.com");
    const inspection = { key: randomUUID(), returnId: record.id, lines: [] };
    for (const nonsense of ["", "{", "[]", JSON.stringify({ ...inspection, key: "1" })]) {
      expect(await send(nonsense)).toEqual({ status: 400, body: { ok: false, code: "invalid_request" } });
    }
    expect(await send(inspection, {}, THEIRS)).toEqual({ status: 404, body: { ok: false, code: "return_unknown" } });
    const lineId = record.lines[0]?.id ?? "";
    const photos = { [`photo-${lineId}`]: new Blob(["no picture"]) };
    expect(await send(inspection, photos)).toEqual({ status: 422, body: { ok: false, code: "photo_wrong_type" } });
    expect(await find(String(record.number))).toMatchObject({ found: { status: "approved" } });
  });

  test("is for signed-in staff only", async () => {
    const { loader } = await import("#app/routes/app.inspect.find.ts");
    const request = new Request("https://amends.test/app/inspect/find?code=1001");
    expect(await statusOf(loader({ request, params: {}, context: { app: amends.app } }))).not.toBe(200);
  });
});
