import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { money } from "#app/domain/shared/money.ts";
import { after } from "#app/domain/shared/time.ts";
import type { AbuseSettings } from "#app/domain/returns/abuse-settings.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import type { Device } from "#app/use-cases/returns/standing.server.ts";
import { setTrust, tracesOf } from "#app/use-cases/returns/standing.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
let version = 0;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

async function look(settings: Partial<AbuseSettings>): Promise<void> {
  must(await saveSettings(ctx, { changes: [{ name: "abuse", value: settings, version }], actor }));
  version += 1;
}

interface Asked {
  readonly email: string;
  readonly street?: string;
  readonly device?: Device;
}

/** What somebody at this address asks for: one shirt of a new order. */
async function ask({ email, street = `${email} street`, device }: Asked): Promise<StoredReturn> {
  const address = { name: "Ada", address1: street, zip: "10115", city: "Berlin", country_code: "DE" };
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email, payload: { shipping_address: address } });
  return submitWish(ctx, { orderGid: gid, lineGid, ...(device ? { device } : {}) });
}

async function signalsOf({ id }: StoredReturn): Promise<unknown> {
  const events = await ctx.transaction((tx) => tx.returns.events(id));
  return events.find(({ event }) => event === "request")?.detail.signals;
}

/** A parcel that was empty. */
async function arrivesEmpty({ id, lines }: StoredReturn): Promise<void> {
  await openReturn(ctx, id);
  must(await receiveReturn(ctx, { returnId: id, actor }));
  const missing = { quantity: 0, condition: "missing", disposition: "missing" } as const;
  must(await inspectReturn(ctx, { returnId: id, actor, lines: lines.map((line) => ({ lineId: line.id, ...missing })) }));
}

describe("a return that stands out", () => {
  test("an ordinary one is approved at once, without a word", async () => {
    const made = await ask({ email: "ordinary@example.com" });
    expect(made).toMatchObject({ status: "approved", needsReview: false });
    expect(await signalsOf(made)).toBeUndefined();
  });

  test("empty parcels before make staff look, with the reason kept; nobody is refused", async () => {
    const email = "empty@example.com";
    for (const made of [await ask({ email }), await ask({ email })]) await arrivesEmpty(made);
    const made = await ask({ email });
    expect(made).toMatchObject({ status: "requested", needsReview: true });
    expect(await signalsOf(made)).toEqual([{ code: "missing_returns", found: 2, limit: 2 }]);
  });

  test("value on its way counts with the most that this return can come to", async () => {
    await look({ valueAtRisk: money(4000, "USD") });
    const email = "value@example.com";
    expect(await ask({ email })).toMatchObject({ status: "approved" });
    const second = await ask({ email });
    expect(second).toMatchObject({ status: "requested" });
    expect(await signalsOf(second)).toEqual([{ code: "value_at_risk", amount: money(4510, "USD"), limit: money(4000, "USD") }]);
    await look({});
  });

  test("an address that other customers send back from counts them, not their orders; it is kept as a digest only", async () => {
    await look({ sharedAddress: 3 });
    const street = "Lange Straße 5";
    for (const email of ["a1@example.com", "a1@example.com", "a2@example.com", "a3@example.com"]) await ask({ email, street });
    expect(await ask({ email: "a3@example.com", street })).toMatchObject({ status: "approved" });
    const made = await ask({ email: "a4@example.com", street: "LANGE STRASSE 5".replace("STRASSE", "Straße") });
    expect(await signalsOf(made)).toEqual([{ code: "shared_address", found: 3, limit: 3 }]);
    await look({});
    expect(await ask({ email: "a5@example.com", street })).toMatchObject({ status: "approved" });
  });

  test("a device that other customers used counts them where the shop looks at devices; before that none is kept, and a quarter of a year later it says nothing", async () => {
    const device = { network: "203.0.113.7", agent: "Browser/1" };
    const kept = async ({ orderGid, customerGid, email }: StoredReturn) => {
      const subject = { customerGid, email, orderGids: [orderGid] };
      return JSON.stringify(await ctx.transaction((tx) => tx.privacy.exportCustomer(subject)));
    };
    expect(await kept(await ask({ email: "d0@example.com", device }))).toContain('"deviceKey":null');
    await look({ sharedDevice: 2 });
    for (const email of ["d1@example.com", "d1@example.com", "d2@example.com"]) await ask({ email, device });
    const made = await ask({ email: "d3@example.com", device });
    expect(await signalsOf(made)).toEqual([{ code: "shared_device", found: 2, limit: 2 }]);
    expect(await kept(made)).toMatch(/"deviceKey":"(?!null)[^"]{20,}"/);
    expect(await kept(made)).not.toMatch(/203\.0\.113\.7|Browser\/1/);
    expect(await ask({ email: "d4@example.com", device: { ...device, agent: "Browser/2" } })).toMatchObject({ status: "approved" });
    expect(await ask({ email: "d5@example.com" })).toMatchObject({ status: "approved" });
    const past = { customerGid: undefined, email: "d9@example.com", addressKey: undefined, since: new Date(0) };
    const { deviceKey } = tracesOf(ctx, { found: { addressText: undefined }, device }, { sharedDevice: 2 });
    const count = (deviceSince: Date) => ctx.transaction((tx) => tx.standing.of({ ...past, deviceKey, deviceSince }));
    expect(await count(ctx.clock.now())).toMatchObject({ sharedDevice: 3 });
    expect(await count(after(ctx.clock.now(), 1))).toMatchObject({ sharedDevice: 0 });
    await look({});
  });

  test("a shop that does not look approves at once", async () => {
    await look({ isEnabled: false });
    expect(await ask({ email: "empty@example.com" })).toMatchObject({ status: "approved" });
    await look({});
  });

  test("a customer whom staff trust is left alone, until they do not; twice is once, and who said so first stays", async () => {
    const email = "empty@example.com";
    const made = await ask({ email });
    expect(made.status).toBe("requested");
    for (const by of [actor, "staff:2"]) must(await setTrust(ctx, { returnId: made.id, actor: by, isTrusted: true }));
    const trust = await ctx.transaction(async (tx) => (made.customerGid ? tx.standing.trustIn(made.customerGid) : undefined));
    expect(trust).toEqual({ by: actor, at: ctx.clock.now() });
    expect(await ask({ email })).toMatchObject({ status: "approved" });
    for (const isTrusted of [false, false]) must(await setTrust(ctx, { returnId: made.id, actor, isTrusted }));
    expect(await ask({ email })).toMatchObject({ status: "requested" });
  });

  test("a limit in a foreign currency is refused beside its field", async () => {
    const saved = await saveSettings(ctx, { changes: [{ name: "abuse", value: { valueAtRisk: money(1, "EUR") }, version }], actor });
    expect(saved).toMatchObject({ ok: false, error: { problems: [{ path: "abuse.valueAtRisk", code: "amount_in_other_currency" }] } });
  });
});

describe("privacy", () => {
  test("an export tells of the trust, and a deleted customer leaves neither it nor a digest", async () => {
    const made = await ask({ email: "gone@example.com" });
    const { customerGid } = made;
    if (!customerGid) throw new Error("The order has a customer");
    must(await setTrust(ctx, { returnId: made.id, actor, isTrusted: true }));
    const subject = { customerGid, email: "gone@example.com", orderGids: [made.orderGid] };
    const exported = await ctx.transaction((tx) => tx.privacy.exportCustomer(subject));
    expect(exported).toMatchObject({ trust: [{ by: actor }], returns: [{ addressKey: expect.any(String) as string }] });
    expect(await ctx.transaction((tx) => tx.privacy.eraseCustomer(subject))).toMatchObject({ trust: 1, returns: 1 });
    expect(await ctx.transaction((tx) => tx.standing.trustIn(customerGid))).toBeUndefined();
  });
});
