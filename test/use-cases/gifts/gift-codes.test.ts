import { describe, expect, test } from "vitest";
import { giveGiftCode, readGifts, revokeGiftCode } from "#app/use-cases/gifts/give-gift-code.server.ts";
import { startGiftLogin } from "#app/use-cases/gifts/start-gift-login.server.ts";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import { sendLoginCode } from "#app/use-cases/returns/send-login-code.server.ts";
import { LOGIN_PURPOSE } from "#app/use-cases/returns/start-login.server.ts";
import { showItems } from "#app/use-cases/returns/show-items.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import { aGiftCode, enterGift, returnGift } from "#test/builders/a-gift.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp((ctx) => publishOffers(ctx, { refund: {}, store_credit: {} }));
const at = () => ({ ctx: world.ctx, standIn: world.amends.standIn });
const order = (overrides: object = {}) => {
  const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { processedAt: TEST_NOW.toISOString(), ...overrides });
  return { orderGid, lineGid };
};
let ips = 0;
const enter = (code: string, ctx = world.ctx) => {
  ips += 1;
  return startGiftLogin(ctx, { code, name: "Robin", email: `r${ips}@example.net`, locale: "en", ip: `192.0.2.${ips}` });
};
const at30 = (days: number) => ({ ...world.ctx, clock: { now: () => after(TEST_NOW, days * DAY) } });

describe("a code for a gift", () => {
  test("expires with the last day on which it may come back, and is made for what was not sent yet as well", async () => {
    // Delivered on 5 March, 30 days.
    const { gift } = await aGiftCode(world.ctx, order());
    expect(gift.expiresAt).toEqual(new Date("2026-04-05T04:00:00Z"));
    const unsent = await aGiftCode(world.ctx, order({ isSent: false }));
    expect(unsent.gift.expiresAt).toEqual(after(world.ctx.clock.now(), 365 * DAY));
  });

  test("is nowhere in the database", async () => {
    const { gift, code } = await aGiftCode(world.ctx, order());
    const rows = await inShop(world.amends.app.database.prisma, world.ctx.shop.shopId, (tx) =>
      tx.$queryRawUnsafe<{ row: string }[]>("select g::text as row from gift_code g"),
    );
    const text = rows.map(({ row }) => row).join();
    expect(text).toContain(gift.id);
    expect(text).not.toContain(code);
    expect(text).not.toContain(code.replaceAll("-", ""));
  });

  test("holds no more than there is, and nothing that is not there", async () => {
    const { orderGid, lineGid } = order();
    const give = (items: { lineGid: string; quantity: number }[]) => giveGiftCode(world.ctx, { orderGid, items, actor: "shopper" });
    expect(await give([])).toMatchObject({ error: { code: "nothing_chosen" } });
    expect(await give([{ lineGid: "gid://shopify/LineItem/1", quantity: 1 }])).toMatchObject({ error: { code: "nothing_chosen" } });
    expect(
      await give([
        { lineGid, quantity: 1 },
        { lineGid, quantity: 1 },
      ]),
    ).toMatchObject({ error: { code: "nothing_chosen" } });
    for (const quantity of [0, -1, 3, 1.5, Number.NaN]) {
      expect(await give([{ lineGid, quantity }])).toMatchObject({ error: { code: "quantity_invalid" } });
    }
    expect(await give([{ lineGid, quantity: 2 }])).toMatchObject({ ok: true });
  });

  test("is refused once it expired, was taken back or used up, each with its own word", async () => {
    const late = await aGiftCode(world.ctx, order());
    expect(await enter(late.code, at30(60))).toMatchObject({ error: { code: "gift_expired" } });
    const back = await aGiftCode(world.ctx, order());
    must(await revokeGiftCode(world.ctx, { orderGid: back.gift.orderGid, giftId: back.gift.id, actor: "staff:1" }));
    expect(await enter(back.code)).toMatchObject({ error: { code: "gift_revoked" } });
    const bought = order();
    const used = await aGiftCode(world.ctx, bought);
    const access = await enterGift(at(), used.code, { email: "used@example.net" });
    await returnGift(world.ctx, access, { lineGid: bought.lineGid, resolution: "store_credit" });
    expect(await enter(used.code)).toMatchObject({ error: { code: "gift_used" } });
    // A page that was open all the while shows nothing any more.
    expect(await showItems(world.ctx, access)).toMatchObject({ error: { code: "order_gone" } });
    expect(await enter("AAAA-AAAA-AAAA")).toMatchObject({ error: { code: "gift_unknown" } });
  });

  test("that two people use at once brings its units back once", async () => {
    const bought = order();
    const { code } = await aGiftCode(world.ctx, bought);
    const [one, two] = [
      await enterGift(at(), code, { email: "one@example.net" }),
      await enterGift(at(), code, { email: "two@example.net" }),
    ];
    const both = await Promise.allSettled(
      [one, two].map((access) => returnGift(world.ctx, access, { lineGid: bought.lineGid, resolution: "store_credit" })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await world.ctx.transaction((tx) => tx.returns.ofOrder(bought.orderGid))).toHaveLength(1);
  });

  test("of another order cannot be taken back by it, nor by another shop", async () => {
    const { gift } = await aGiftCode(world.ctx, order());
    const refused = await revokeGiftCode(world.ctx, { orderGid: order().orderGid, giftId: gift.id, actor: "shopper" });
    expect(refused).toMatchObject({ error: { code: "gift_unknown" } });
    const shown = must(await readGifts(world.ctx, gift.orderGid));
    expect(shown.codes).toMatchObject([{ state: "open" }]);
  });

  test("lets the gift come back longer where the merchant says so", async () => {
    const bought = order();
    const setting = (extraDays: number, version: number) =>
      saveSettings(world.ctx, { changes: [{ name: "gifts", value: { isOn: true, extraDays }, version }], actor: "staff:1" });
    must(await setting(30, 0));
    const { gift, code } = await aGiftCode(world.ctx, bought);
    expect(gift.expiresAt).toEqual(new Date("2026-05-05T04:00:00Z"));
    const access = await enterGift(at(), code, { email: "long@example.net" });
    const late = { ...at30(35), tokens: world.ctx.tokens };
    expect(must(await showItems(late, access)).items[0]?.reasons.length).toBeGreaterThan(0);
    must(await setting(0, 1));
    expect(must(await showItems(late, access)).items[0]?.reasons).toEqual([]);
  });
});

test("a one-time code for a receiver names neither order nor giver, and the job may come twice", async () => {
  const { code } = await aGiftCode(world.ctx, order({ email: "giver@example.com" }));
  const started = must(await startGiftLogin(world.ctx, { code, name: "Robin", email: "job@example.net", locale: "en", ip: "192.0.2.250" }));
  const claims = await world.ctx.tokens.verify(LOGIN_PURPOSE, started.token);
  await sendLoginCode(world.ctx, claims?.id ?? "");
  await sendLoginCode(world.ctx, claims?.id ?? "");
  const mails = world.amends.standIn.world.mailbox.to("job@example.net");
  expect(mails).toHaveLength(1);
  expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/#\d|Jane|giver/);
});
