import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { addEvidence } from "#app/use-cases/returns/add-evidence.server.ts";
import { learnPortalPath } from "#app/use-cases/returns/learn-portal-path.server.ts";
import { startLogin } from "#app/use-cases/returns/start-login.server.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import { aPhoto } from "#test/builders/a-photo.ts";
import { goToConfirmation, must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

describe("tending returns once an hour", () => {
  test("a return whose job was given up is taken up again", async () => {
    const now = amends.standIn.now().toISOString();
    const parcel = { created_at: now, events: [{ status: "delivered", happened_at: now }] };
    const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { processedAt: now, payload: { fulfillments: [parcel] } });
    await submitWish(ctx, { orderGid, lineGid });
    const before = (await amends.app.queue.load()).waiting;
    await tendReturns(ctx);
    expect((await amends.app.queue.load()).waiting).toBe(before);
    await amends.standIn.control.clock({ advance: "PT2H" });
    await tendReturns(ctx);
    expect((await amends.app.queue.load()).waiting).toBe(before + 1);
  });

  test("photos go after 90 days, drafts and codes soon after their pages; nothing before", async () => {
    const { gid: orderGid, lineGid, name } = seedShirtOrder(amends.standIn);
    const content = new Uint8Array(await aPhoto().arrayBuffer());
    const photo = must(await addEvidence(ctx, { orderGid, lineGid }, { mimeType: "image/png", content }));
    const { access } = await goToConfirmation(ctx, { orderGid, lineGid });
    const login = must(await startLogin(ctx, { orderNumber: name, email: "jane@example.com", locale: "en", ip: "192.0.2.9" }));
    const codeId = (await ctx.tokens.verify("login", login.token))?.id ?? "";
    const left = () =>
      ctx.transaction(async (tx) => ({
        photo: (await tx.evidence.find(photo.id)) !== undefined,
        draft: (await tx.drafts.find(access.draftId ?? "")) !== undefined,
        code: (await tx.loginCodes.find(codeId)) !== undefined,
      }));
    await tendReturns(ctx);
    expect(await left()).toEqual({ photo: true, draft: true, code: true });
    await amends.standIn.control.clock({ advance: "P1D" });
    await tendReturns(ctx);
    expect(await left()).toEqual({ photo: true, draft: false, code: false });
    await amends.standIn.control.clock({ advance: "P90D" });
    await tendReturns(ctx);
    expect(await left()).toEqual({ photo: false, draft: false, code: false });
  });
});

test("links in mails follow when the merchant renames the portal's path, not when a visitor changes language", async () => {
  await learnPortalPath(ctx, "/zh-cn/apps/returns");
  expect((await amends.ctx()).links.portal("/status")).toContain("/apps/returns/status");
  await learnPortalPath(ctx, "/tools/give-back");
  expect((await amends.ctx()).links.portal("/status")).toContain(".com/tools/give-back/status");
});
