import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

/** The code of the newest mail to the address. */
async function codeFor(address: string): Promise<string> {
  await amends.settled();
  return /\b(\d{6})\b/.exec(amends.mailsTo(address).at(-1) ?? "")?.[1] ?? "";
}

/** From the order number to the page of items. */
async function signIn(order: { name: string; email: string }): Promise<Visit> {
  const code = await visitor.post("/find", { order: order.name, email: order.email, locale: "en" });
  return visitor.post("/code", { t: code.token, code: await codeFor(order.email) });
}

describe("a guest's whole way", () => {
  test("order number, code, items, solutions, confirmation, status; Shopify has the return", async () => {
    const email = "guest@example.com";
    const { gid, name } = seedShirtOrder(amends.standIn, { email });
    const start = await visitor.get("");
    expect([start.status, start.headers.get("content-type"), start.headers.get("cache-control")]).toEqual([
      200,
      "application/liquid; charset=utf-8",
      "no-store",
    ]);
    expect(start.text).toContain("Return or exchange an item");
    const items = await signIn({ name, email });
    expect(items.status).toBe(200);
    expect(items.text).toContain("Linen shirt");
    expect(items.text).toContain("$20.00");
    const line = items.field("linea");
    const options = await visitor.post("/items", {
      t: items.token,
      linea: line,
      takea: "1",
      quantitya: "1",
      reasona: "too-small",
      notea: "",
    });
    expect(options.text).toMatch(/Refund.*You get \$22\.00/);
    expect(options.text).toMatch(/Store credit.*You get \$23\.10/);
    expect(options.text).toContain("Exchange");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    expect(confirm.text).toContain("Is everything right?");
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(status.text).toContain("Your return is approved");
    expect(status.text).toContain(`Return ${name}-R1`);
    const again = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(again.text).toContain(`Return ${name}-R1`);
    await amends.settled();
    const ctx = await amends.ctx();
    expect((await ctx.shopify.returns.returnsOf(gid)).map((one) => one.status)).toEqual(["open"]);
    const reloaded = await visitor.get("/status", { t: status.token });
    expect(reloaded.text).toContain("Send it to");
    const cancelled = await visitor.post("/cancel", { t: status.token });
    expect(cancelled.text).toContain("Your return is cancelled.");
    const asked = await visitor.post("/ask", { t: status.token, question: "Can I still change my mind?" });
    expect(asked.text).toContain("Your question is with the shop.");
    expect(asked.text).toContain("Can I still change my mind?");
  });
});
