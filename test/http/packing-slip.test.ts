import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { adminCall, statusOf } from "#test/support/admin-requests.ts";
import { readPdf } from "#test/support/pdf-text.ts";
import type { PortalVisitor } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
let amends: TestApp;
let visitor: PortalVisitor;

beforeAll(async () => {
  amends = await startTestApp({ shops: [MINE, THEIRS] });
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

async function aReturn(email: string) {
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email });
  return submitWish(await amends.ctx(), { orderGid: gid, lineGid });
}

/** The address of the slip in the mail about the approval. */
async function linkInMail(email: string): Promise<string> {
  await amends.settled();
  return /\/slip\?t=([\w.~-]+)/.exec(amends.mailsTo(email).join("\n"))?.[1] ?? "";
}

const fetchSlip = async (parameters: Record<string, string>, by = visitor) =>
  by.send(new Request(by.address("/slip", parameters), { headers: { "x-forwarded-for": "203.0.113.7" } }));

describe("the packing slip in the portal", () => {
  test("is there from the approval on, by the mail's link, with number, items and address", async () => {
    const record = await aReturn("slip@example.com");
    const answer = await fetchSlip({ t: await linkInMail("slip@example.com") });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const { text, width } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(width).toBe(612);
    for (const words of [record.name, String(record.number), "Linen shirt", "SHIRT-M", "Cut here"]) expect(text).toContain(words);
  });

  test("is linked on the return's page, in the shopper's language", async () => {
    await aReturn("page@example.com");
    const link = await linkInMail("page@example.com");
    const page = await visitor.get("/status", { t: link, locale: "zh-CN" });
    expect(page.text).toContain("打印装箱单");
    const answer = await fetchSlip({ t: page.link("slip"), locale: "zh-CN" });
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain("如何寄回");
  });

  test("names the merchant's own address and instructions once they are set", async () => {
    const ctx = await amends.ctx();
    const value = { returnAddress: "Returns desk\n1 Harbour St\nOslo", instructions: "Ring twice." };
    must(await saveSettings(ctx, { changes: [{ name: "labels", value, version: 0 }], actor: "staff:1" }));
    await aReturn("own@example.com");
    const t = await linkInMail("own@example.com");
    const { text } = await readPdf(new Uint8Array(await (await fetchSlip({ t })).arrayBuffer()));
    expect(text).toContain("Returns desk 1 Harbour St Oslo");
    expect(text).toContain("Ring twice.");
    expect((await visitor.get("/status", { t })).text).toContain("Returns desk");
  });

  test("is nobody else's: not without a token, with a changed one, or in another shop", async () => {
    await aReturn("mine@example.com");
    const t = await linkInMail("mine@example.com");
    expect((await fetchSlip({})).status).toBe(403);
    expect((await fetchSlip({ t: `${t.slice(0, -3)}abc` })).status).toBe(403);
    const elsewhere = await portalVisitor(amends, { shop: THEIRS });
    expect((await fetchSlip({ t }, elsewhere)).status).toBe(403);
  });

  test("is gone when nothing is to be sent any more; the page says how the return stands", async () => {
    const record = await aReturn("gone@example.com");
    const t = await linkInMail("gone@example.com");
    must(await cancelReturn(await amends.ctx(), { returnId: record.id, actor: "shopper" }));
    const answer = await visitor.get("/slip", { t });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Cancelled");
    expect(answer.markup).not.toContain("/slip?t=");
  });
});

describe("the packing slip for staff", () => {
  const route = () => import("#app/routes/app.returns_.$id.slip[.]pdf.ts");

  test("is the same paper, for staff of the return's own shop only", async () => {
    const { id, name } = await aReturn("staff@example.com");
    const { loader } = await route();
    const answer = await loader(await adminCall(amends, `/app/returns/${id}/slip.pdf`, { params: { id } }));
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain(name);
    const theirs = await adminCall(amends, `/app/returns/${id}/slip.pdf`, { params: { id }, shop: THEIRS });
    expect(await statusOf(loader(theirs))).toBe(404);
    expect(await statusOf(loader(await adminCall(amends, "/app/returns/x/slip.pdf", { params: { id: "x" } })))).toBe(404);
  });
});
