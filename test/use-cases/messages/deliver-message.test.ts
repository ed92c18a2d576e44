import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "#app/domain/shared/time.ts";
import { deliverMessage } from "#app/use-cases/messages/deliver-message.server.ts";
import { sendAtOnce } from "#app/use-cases/messages/hand-over.server.ts";
import { planMessage, type MessagePlan } from "#app/use-cases/messages/plan-message.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { changeSettings } from "#test/support/late-parcels.ts";
import { passTime } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
let ctx: ShopContext;
let sent = 0;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
  ctx = await world.ctx();
});
afterAll(() => world.close());
beforeEach(() => changeSettings(world, "sending", { quietHours: { from: "00:00", to: "00:00" } }));

const plan = (overrides: Partial<MessagePlan> = {}): MessagePlan => ({
  key: `test:${(sent += 1)}`,
  template: "case_reply",
  to: { address: `reader${sent}@example.com`, name: "Ada" },
  variables: { case_name: "17", reply: "It is on its way.", question: null, staff_name: "Sam" },
  ...overrides,
});

async function planned(message: MessagePlan): Promise<string> {
  const id = await ctx.transaction((tx) => planMessage(tx, ctx, message));
  if (!id) throw new Error("planned before");
  return id;
}

const stored = (id: string) => ctx.transaction((tx) => tx.messages.find(id));
const mails = (message: MessagePlan) => world.standIn.world.mailbox.to(message.to.address ?? "");

describe("a message", () => {
  test("goes out once, however often it is planned and its job runs, under a Message-ID that stays", async () => {
    const message = plan();
    const id = await planned(message);
    expect(await ctx.transaction((tx) => planMessage(tx, ctx, message))).toBeUndefined();
    await Promise.all([deliverMessage(ctx, id), deliverMessage(ctx, id)]);
    await world.settled();
    await deliverMessage(ctx, id);
    expect(mails(message)).toHaveLength(1);
    expect(mails(message)[0]?.headers).toHaveProperty("message-id", expect.stringContaining(id));
    expect(await stored(id)).toMatchObject({ status: "sent", attempts: 1, subject: "Our answer (17)" });
  });

  test("whose worker died while it was handed over is not sent again, and waits for a person", async () => {
    const message = plan();
    const doomed = { ...ctx, mailer: { send: () => Promise.reject(new Error("power cut")) } };
    const id = await ctx.transaction(async (tx) => {
      const { messageOf } = await import("#app/use-cases/messages/plan-message.server.ts");
      const record = messageOf(ctx, message);
      await tx.messages.addAll([record]);
      return record.id;
    });
    await deliverMessage(doomed, id);
    await deliverMessage(ctx, id);
    await passTime(world, DAY);
    expect(mails(message)).toEqual([]);
    expect(await stored(id)).toMatchObject({ status: "failed", reason: "outcome_unknown" });
  });

  test("that the mail server did not take is tried again later, until it does", async () => {
    const message = plan();
    const id = await planned(message);
    await world.settled();
    const refusing = plan();
    const record = await ctx.transaction(async (tx) => {
      const { messageOf } = await import("#app/use-cases/messages/plan-message.server.ts");
      const made = messageOf(ctx, refusing);
      await tx.messages.addAll([made]);
      return made.id;
    });
    const busy = Object.assign(new Error("busy"), { isNotTaken: true, isFinal: false, reason: "SMTP_451" });
    await deliverMessage({ ...ctx, mailer: { send: () => Promise.reject(busy) } }, record);
    expect(await stored(record)).toMatchObject({ status: "failed", reason: "SMTP_451" });
    await passTime(world, 2 * MINUTE);
    expect(await stored(record)).toMatchObject({ status: "sent", attempts: 2 });
    expect(await stored(id)).toMatchObject({ status: "sent" });
    expect(mails(refusing)).toHaveLength(1);
  });

  test("waits for the end of the customer's quiet hours unless it answers what they just did", async () => {
    await changeSettings(world, "sending", { quietHours: { from: "00:00", to: "23:59" } });
    const considerate = plan({
      template: "refund_paid",
      to: { address: "quiet@example.com", zone: "Asia/Tokyo" },
      variables: { amount: { money: { minor: 500, currency: "USD" } } },
    });
    const id = await planned(considerate);
    const answer = plan();
    await planned(answer);
    await world.settled();
    expect(mails(answer)).toHaveLength(1);
    expect(mails(considerate)).toEqual([]);
    expect(await stored(id)).toMatchObject({ status: "deferred" });
    await passTime(world, 25 * HOUR);
    expect(mails(considerate)).toHaveLength(1);
  });

  test("that is not part of the purchase has one-click unsubscribe, and never comes again after it", async () => {
    const closed = (key: string) => plan({ key, template: "case_closed", to: { address: "leaver@example.com" } });
    await planned(closed("closed:1"));
    await world.settled();
    const [mail] = mails(closed("closed:x"));
    expect(mail?.headers).toMatchObject({ "list-unsubscribe-post": "List-Unsubscribe=One-Click" });
    const url = /<([^>]+)>/.exec(String(mail?.headers["list-unsubscribe"]))?.[1] ?? "";
    const route = await import("#app/routes/unsubscribe.tsx");
    const args = { params: {}, context: { app: world.app } };
    expect((await route.loader({ ...args, request: new Request(url) })).status).toBe(200);
    await planned(closed("closed:2"));
    await world.settled();
    expect(mails(closed("closed:x"))).toHaveLength(2);
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await route.action({ ...args, request: new Request(url, { method: "POST", body }) })).status).toBe(200);
    const third = await planned(closed("closed:3"));
    const transactional = plan({ to: { address: "leaver@example.com" } });
    await planned(transactional);
    await world.settled();
    expect(await stored(third)).toMatchObject({ status: "suppressed", reason: "unsubscribed" });
    expect(mails(transactional)).toHaveLength(3);
  });

  test("is not sent to nobody", async () => {
    const id = await planned(plan({ to: { address: null } }));
    expect(await stored(id)).toMatchObject({ status: "suppressed", reason: "no_address" });
  });

  test("with a one-time code rests nowhere in the database", async () => {
    const code = plan({ template: "one_time_code", variables: { code: "482913", expires_minutes: 10 } });
    expect(await sendAtOnce(ctx, code)).toBe(true);
    expect(await sendAtOnce(ctx, code)).toBe(false);
    expect(mails(code)).toHaveLength(1);
    expect(mails(code)[0]?.text).toContain("482913");
    const kept = await ctx.transaction((tx) => tx.messages.findByKey(code.key));
    expect(JSON.stringify(kept)).not.toContain("482913");
  });
});

describe("words of a customer in a mail", () => {
  test.each([
    ["markup", "<script>alert(1)</script><img src=x>"],
    ["a link", "[click](https://evil.example/x)"],
    ["template code", "{{ shop_name }}{% raw %}"],
  ])("stay words when they are %s", async (_what, words) => {
    const message = plan({
      variables: { case_name: "1", reply: words, question: words, staff_name: words },
      to: { address: `w${sent}@example.com`, name: words },
    });
    await planned(message);
    await world.settled();
    const [mail] = mails(message);
    expect(mail?.text).toContain(words);
    expect(mail?.html).not.toContain("<script>");
    expect(mail?.html).not.toContain("<img src=x>");
    expect(mail?.html).not.toContain('href="https://evil.example');
  });
});
