import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLabelForStaff, readLinkedLabel } from "#app/use-cases/labels/label-links.server.ts";
import { removeLabel } from "#app/use-cases/labels/remove-label.server.ts";
import type { NewLabel } from "#app/use-cases/labels/upload-label.server.ts";
import { uploadLabel } from "#app/use-cases/labels/upload-label.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { adminCall, statusOf } from "#test/support/admin-requests.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
let amends: TestApp;
let ctx: ShopContext;
let otherCtx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp({ shops: [MINE, THEIRS] });
  [ctx, otherCtx] = [await amends.ctx(MINE), await amends.ctx(THEIRS)];
});
afterAll(() => amends.close());

async function aReturn(email: string): Promise<StoredReturn> {
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email });
  const record = await submitWish(ctx, { orderGid: gid, lineGid });
  await amends.settled();
  return record;
}
const PDF = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n");
const wanted = (record: StoredReturn, changes: Partial<NewLabel> = {}): NewLabel => ({
  labelId: randomUUID(),
  returnId: record.id,
  actor: "staff:1",
  mimeType: "application/pdf",
  content: PDF,
  carrier: "UPS",
  trackingNumber: "1Z 999",
  trackingUrl: "https://carrier.example/1Z999",
  ...changes,
});
const labelsOf = (record: StoredReturn) => ctx.transaction((tx) => tx.labels.ofReturn(record.id));
const deliveriesOf = async ({ id }: StoredReturn) => {
  const shopifyGid = (await ctx.transaction((tx) => tx.returns.find(id)))?.shopifyGid;
  return shopifyGid ? ctx.shopify.returns.deliveriesOf(shopifyGid) : [];
};

describe("a label that the merchant bought elsewhere", () => {
  test("is mailed to the shopper, shown in the portal, and Shopify knows the parcel and its number", async () => {
    const record = await aReturn("label@example.com");
    const label = must(await uploadLabel(ctx, wanted(record)));
    await amends.settled();
    const mail = amends.mailsTo("label@example.com").at(-1) ?? "";
    expect(mail).toContain("1Z 999 (UPS)");
    expect(mail).toContain(`/label/${label.id}?`);
    expect(await deliveriesOf(record)).toMatchObject([{ trackingNumber: "1Z 999" }]);
    expect(await labelsOf(record)).toMatchObject([{ parcel: 1, deliveryGid: expect.stringContaining("ReverseDelivery") as string }]);
    const t = /\/status\?t=([\w.~-]+)/.exec(mail)?.[1] ?? "";
    const page = await (await portalVisitor(amends)).get("/status", { t });
    expect(page.text).toContain("Open the label");
    expect(page.markup).toContain(`/label/${label.id}?`);
  });

  test("sent twice is one label, one mail and one parcel in Shopify, also when the job runs again", async () => {
    const record = await aReturn("once@example.com");
    const form = wanted(record);
    const label = must(await uploadLabel(ctx, form));
    must(await uploadLabel(ctx, form));
    await amends.settled();
    await amends.run("attach-label", { labelId: label.id });
    expect(await labelsOf(record)).toHaveLength(1);
    expect(await deliveriesOf(record)).toHaveLength(1);
    expect(amends.mailsTo("once@example.com").filter((mail) => mail.startsWith("Your label"))).toHaveLength(1);
  });

  test("whose delivery Shopify made although nobody heard of it is not made again", async () => {
    const record = await aReturn("lost@example.com");
    const label = must(await uploadLabel(ctx, wanted(record)));
    await amends.settled();
    await ctx.transaction((tx) => tx.labels.noteDelivery(label.id, ""));
    await amends.run("attach-label", { labelId: label.id });
    expect(await deliveriesOf(record)).toHaveLength(1);
    expect((await labelsOf(record))[0]?.deliveryGid).toContain("ReverseDelivery");
  });

  test("of a second parcel stands beside the first; one taken back leads nowhere", async () => {
    const record = await aReturn("parcels@example.com");
    const first = must(await uploadLabel(ctx, wanted(record)));
    expect(must(await uploadLabel(ctx, wanted(record, { mimeType: "image/png", trackingNumber: "" }))).parcel).toBe(2);
    must(await removeLabel(ctx, { returnId: record.id, labelId: first.id, actor: "staff:1" }));
    expect((await labelsOf(record)).map(({ parcel }) => parcel)).toEqual([2]);
    expect(await readLabelForStaff(ctx, { returnId: record.id, labelId: first.id })).toMatchObject({ ok: false });
    await amends.settled();
  });

  test("of a wrong type, too large, with a strange number, or when nothing is to be sent, is refused", async () => {
    const record = await aReturn("refused@example.com");
    const tries: [Partial<NewLabel>, string][] = [
      [{ mimeType: "text/html" }, "label_wrong_type"],
      [{ content: new Uint8Array(5_000_001) }, "label_too_large"],
      [{ trackingNumber: "<script>" }, "tracking_invalid"],
      [{ trackingUrl: "javascript:alert(1)" }, "tracking_invalid"],
      [{ returnId: randomUUID() }, "return_unknown"],
    ];
    for (const [changes, code] of tries)
      expect(await uploadLabel(ctx, wanted(record, changes))).toMatchObject({ ok: false, error: { code } });
    expect(await uploadLabel(otherCtx, wanted(record))).toMatchObject({ ok: false, error: { code: "return_unknown" } });
    must(await cancelReturn(ctx, { returnId: record.id, actor: "staff:1" }));
    expect(await uploadLabel(ctx, wanted(record))).toMatchObject({ ok: false, error: { code: "no_slip" } });
  });
});

describe("a label's file", () => {
  test("is given to whoever has its link, and to staff of its shop; not with another label's token, nor in another shop", async () => {
    const record = await aReturn("file@example.com");
    const [label, other] = [must(await uploadLabel(ctx, wanted(record))), must(await uploadLabel(ctx, wanted(record)))];
    await amends.settled();
    const link =
      /https?:\/\/\S+\/label\/[\w-]+\?\S+/.exec(amends.mailsTo("file@example.com").find((mail) => mail.includes(label.id)) ?? "")?.[0] ??
      "";
    const token = new URL(link).searchParams.get("t") ?? "";
    const { loader } = await import("#app/routes/label.$id.ts");
    const open = (url: string, id: string) => loader({ context: { app: amends.app }, request: new Request(url), params: { id } });
    const file = await open(link, label.id);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
    expect((await open(link, other.id)).status).toBe(404);
    expect((await open(link.replace(MINE, THEIRS), label.id)).status).toBe(404);
    expect(await readLinkedLabel(otherCtx, { labelId: label.id, token })).toMatchObject({ ok: false });
    const staff = await import("#app/routes/app.returns_.$id.labels.$label.ts");
    const params = { id: record.id, label: label.id };
    expect((await staff.loader(await adminCall(amends, "/x", { params }))).status).toBe(200);
    expect(await statusOf(staff.loader(await adminCall(amends, "/x", { params, shop: THEIRS })))).toBe(404);
  });

  test("is uploaded by the form of the return's page, whose type is what its bytes say", async () => {
    const record = await aReturn("form@example.com");
    const { action } = await import("#app/routes/app.returns_.$id.labels.ts");
    const send = async (fields: Record<string, string | Blob>, shop = MINE) => {
      const call = await adminCall(amends, `/app/returns/${record.id}/labels`, { params: { id: record.id }, shop });
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return (await action({ ...call, request: new Request(call.request, { method: "POST", body: form }) })).json();
    };
    const labelid = randomUUID();
    const file = new Blob([PDF], { type: "text/html" });
    expect(await send({ labelid, file, number: "1Z" }, THEIRS)).toEqual({ ok: false, code: "return_unknown" });
    expect(await send({ labelid, file: new Blob(["<b>"]), number: "1Z" })).toEqual({ ok: false, code: "label_wrong_type" });
    expect(await send({ labelid })).toEqual({ ok: false, code: "label_required" });
    expect(await send({ labelid, file, number: "1Z" })).toEqual({ ok: true });
    expect(await send({ remove: labelid })).toEqual({ ok: true });
    expect(await send({ remove: labelid })).toEqual({ ok: false, code: "label_unknown" });
    await amends.settled();
  });
});
