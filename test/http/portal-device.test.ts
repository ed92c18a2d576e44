import { afterAll, beforeAll, expect, test } from "vitest";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must } from "#test/builders/a-shopper.ts";
import type { VisitorOptions } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let shoppers = 0;

beforeAll(async () => {
  amends = await startTestApp();
  const ctx = await amends.ctx();
  must(await saveSettings(ctx, { changes: [{ name: "abuse", value: { sharedDevice: 1 }, version: 0 }], actor: "staff:1" }));
});
afterAll(() => amends.close());

/** Somebody new goes the whole way; answers whether staff look at the return first. */
async function isLookedAt(device: VisitorOptions): Promise<boolean> {
  shoppers += 1;
  const email = `device${shoppers}@example.com`;
  const { gid, name } = seedShirtOrder(amends.standIn, { email });
  const visitor = await portalVisitor(amends, device);
  const code = await visitor.post("/find", { order: name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  const items = await visitor.post("/code", { t: code.token, code: typed });
  const fields = { linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa", notea: "" };
  const options = await visitor.post("/items", { t: items.token, ...fields });
  const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
  await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
  const ctx = await amends.ctx();
  const [made] = await ctx.transaction((tx) => tx.returns.ofOrder(gid));
  if (!made) throw new Error("No return was made");
  return made.needsReview;
}

test("a second customer with the same browser on the same network is looked at; another browser, another network and a nameless one are not", async () => {
  const [one, other] = ["Mozilla/5.0 (one)", "Mozilla/5.0 (other)"];
  expect(await isLookedAt({ ip: "2001:db8:1:2:aaaa::1", agent: one })).toBe(false);
  expect(await isLookedAt({ ip: "2001:db8:1:2:bbbb::9", agent: one })).toBe(true);
  expect(await isLookedAt({ ip: "2001:db8:1:3::1", agent: one })).toBe(false);
  expect(await isLookedAt({ ip: "2001:db8:1:2::1", agent: other })).toBe(false);
  for (const ip of ["unknown", "unknown"]) expect(await isLookedAt({ ip, agent: one })).toBe(false);
});
