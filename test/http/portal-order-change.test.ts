import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must } from "#test/builders/a-shopper.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;
let version = 0;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

async function allow(cancel: boolean, address: boolean): Promise<void> {
  const rule = (isOn: boolean) => ({ isOn, withinHours: null });
  const change = { name: "orderChanges" as const, value: { cancel: rule(cancel), address: rule(address) }, version };
  must(await saveSettings(await amends.ctx(), { changes: [change], actor: "staff:1" }));
  version += 1;
}

/** A guest's way to the items of an order that has not left. */
async function openOrder(email: string, locale = "en"): Promise<Visit & { gid: string }> {
  const order = seedShirtOrder(amends.standIn, { email, isSent: false });
  const code = await visitor.post("/find", { order: order.name, email, locale });
  await amends.settled();
  const digits = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  return { ...(await visitor.post("/code", { t: code.token, code: digits })), gid: order.gid };
}

const inShopify = (gid: string) => amends.standIn.world.firstShop.orders.get(gid);

describe("an order that has not left", () => {
  test("offers nothing until the merchant allows it", async () => {
    const items = await openOrder("nothing@example.com");
    expect(items.text).not.toContain("This order has not left yet");
    expect(items.text).toContain("Ask the shop to cancel it before it ships.");
    const asked = await visitor.get("/cancelorder", { t: items.link("address") || items.token });
    expect([asked.status, asked.text]).toEqual([403, expect.stringContaining("expired")]);
  });

  test("is cancelled with plain forms: page, reason, confirmation, mail; sent twice it says the same", async () => {
    await allow(true, true);
    const email = "cancel@example.com";
    const items = await openOrder(email);
    expect(items.text).toMatch(/This order has not left yet .*What you can do now Cancel this order/);
    expect(items.text).not.toContain("Ask the shop to cancel it");
    const page = await visitor.get("/cancelorder", { t: items.link("cancelorder") });
    expect(page.text).toMatch(/Cancel the whole order\?.*Linen shirt.*\$49\.00 goes back to the way you paid/);
    const without = await visitor.post("/cancelorder", { t: page.token, reason: "" });
    expect([without.status, without.text]).toEqual([422, expect.stringContaining("Please choose a reason.")]);
    const done = await visitor.post("/cancelorder", { t: page.token, reason: "takes-too-long" });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining("Your order is cancelled")]);
    const again = await visitor.post("/cancelorder", { t: page.token, reason: "takes-too-long" });
    expect(again.text).toContain("$49.00 goes back to the way you paid");
    expect(inShopify(items.gid)?.refunds).toHaveLength(1);
    await amends.settled();
    expect(amends.mailsTo(email).at(-1)).toMatch(/is cancelled[^]*\$49\.00 goes back/);
    const after = await visitor.get("/items", { t: done.link("items") });
    expect(after.text).toMatch(/This order is cancelled Nothing of it is sent\..*The order was cancelled\./);
    expect(after.text).not.toContain("Ask the shop to cancel it");
    expect(after.link("cancelorder")).toBe("");
  });

  test("gets another address, wrong fields are named, region and country stay", async () => {
    const email = "move@example.com";
    const items = await openOrder(email);
    const page = await visitor.get("/address", { t: items.link("address") });
    expect([page.field("street"), page.field("city"), page.field("zip")]).toEqual(["1 Main St", "Albany", "12207"]);
    const typed = { ...page.fields(""), t: page.token, street: "12 Elm St", city: "Troy", zip: "12180" };
    const wrong = await visitor.post("/address", { ...typed, city: " ", zip: "nowhere" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("Please fill this in.")]);
    expect(wrong.field("street")).toBe("12 Elm St");
    const refused = await visitor.post("/address", { ...typed, zip: "nowhere" });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Please check postcode, town and street.")]);
    const done = await visitor.post("/address", { ...typed, country: "Germany", countrycode: "DE" });
    expect(done.text).toMatch(/The address is changed.*12 Elm St Troy 12180/);
    expect(inShopify(items.gid)?.shippingAddress).toMatchObject({ address1: "12 Elm St", countryCode: "US" });
    await amends.settled();
    expect(amends.mailsTo(email).at(-1)).toContain("12 Elm St, Troy 12180");
  });

  test("that leaves in between says so and what to do", async () => {
    const items = await openOrder("left@example.com");
    const [cancel, address] = [items.link("cancelorder"), items.link("address")];
    amends.standIn.control.fulfillments({ order_id: Number(items.gid.split("/").at(-1)) });
    const late = await visitor.post("/cancelorder", { t: cancel, reason: "other" });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining("The parcel has left. When it is with you")]);
    const moved = await visitor.post("/address", { t: address, lastname: "Doe", street: "9 Oak St", city: "Troy", zip: "12180" });
    expect([moved.status, moved.text]).toEqual([409, expect.stringContaining("This cannot be changed any more")]);
    expect(inShopify(items.gid)).toMatchObject({ cancelledAt: null, shippingAddress: { city: "Albany" } });
  });

  test("speaks the shopper's language", async () => {
    const items = await openOrder("deutsch@example.com", "de");
    const page = await visitor.get("/cancelorder", { t: items.link("cancelorder") });
    expect(page.text).toContain("Die ganze Bestellung stornieren?");
  });
});

test("a signed-in customer sees which of their orders can still be changed", async () => {
  const customer = { id: 99123, email: "signed@example.com", first_name: "Sina" };
  seedShirtOrder(amends.standIn, { email: "signed@example.com", isSent: false, payload: { customer } });
  const orders = await (await portalVisitor(amends, { customerId: "99123" })).get("/orders");
  expect(orders.text).toContain("Cancel or change it");
});
