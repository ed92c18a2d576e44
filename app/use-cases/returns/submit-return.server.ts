import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import { moveReturn } from "./move-return.server.ts";
import type { NewReturn } from "./new-return.server.ts";
import { addNewReturn, linesOf } from "./new-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Confirmation, ConfirmationRefused } from "./show-confirmation.server.ts";
import { showConfirmation } from "./show-confirmation.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

export type SubmitRefused = ConfirmationRefused | { readonly code: "amount_changed" };

/** Somebody else took units of the order between reading and storing: everything is looked at once more. */
class OrderMoved extends Error {}

/**
 * Makes the return that a confirmation page shows. The same page sent twice is one return; everything is read, decided and priced again
 * first, and a page whose amounts are not true any more makes none. What the policy approves by itself is opened in Shopify by a job,
 * the rest waits for staff and stays in Amends until then. Refuses with `amount_changed`, or as the page itself does.
 */
export async function submitReturn(
  ctx: ShopContext,
  access: PortalAccess,
  { formKey }: { readonly formKey: string },
): Promise<Result<StoredReturn, SubmitRefused>> {
  try {
    return await submitOnce(ctx, access, formKey);
  } catch (error) {
    if (error instanceof OrderMoved) return submitOnce(ctx, access, formKey);
    throw error;
  }
}

async function submitOnce(ctx: ShopContext, access: PortalAccess, formKey: string): Promise<Result<StoredReturn, SubmitRefused>> {
  const made = () => findMade(ctx, access, formKey);
  const earlier = await made();
  if (earlier) return ok(earlier);
  const shown = await showConfirmation(ctx, access);
  if (!shown.ok || shown.value.formKey !== formKey) {
    // The first of two equal forms may have been stored while this one was read: its units are taken, by this very return.
    const meanwhile = await made();
    if (meanwhile) return ok(meanwhile);
    return shown.ok ? refuse({ code: "amount_changed" }) : shown;
  }
  const wanted = wantedReturn(shown.value, access, formKey);
  const lines = linesOf(ctx, wanted);
  if (!lines.ok) return refuse({ code: "amount_changed" });
  return ok(
    await ctx.transaction(async (tx) => {
      // Counting up lets one return of the shop through at a time.
      const number = await tx.shop.nextNumber("return");
      const stored = await addIfUnmoved(tx, ctx, { wanted, lines: lines.value, number });
      return stored ?? (await tx.returns.findByFormKey(formKey)) ?? lost(formKey);
    }),
  );
}

async function findMade(ctx: ShopContext, access: PortalAccess, formKey: string): Promise<StoredReturn | undefined> {
  const found = await ctx.transaction((tx) => tx.returns.findByFormKey(formKey));
  return found?.orderGid === access.orderGid ? found : undefined;
}

function wantedReturn(shown: Confirmation, { locale }: PortalAccess, formKey: string): NewReturn {
  const { read, items, quote, signals } = shown;
  return { read, items, quote, signals, formKey, source: "portal", locale, actor: "shopper" };
}

async function addIfUnmoved(
  tx: Repositories,
  ctx: ShopContext,
  made: Parameters<typeof addNewReturn>[2],
): Promise<StoredReturn | undefined> {
  const { wanted } = made;
  const own = await tx.returns.ofOrder(wanted.read.context.order.gid);
  if (own.some(({ formKey }) => formKey === wanted.formKey)) return undefined;
  if (own.length !== wanted.read.own.length) throw new OrderMoved();
  const record = await addNewReturn(tx, ctx, made);
  if (!record) return undefined;
  await tx.evidence.attach(await evidenceOf(tx, wanted), record.id);
  return record.needsReview ? tell(tx, ctx, record) : approve(tx, ctx, record);
}

/** Photos that the draft named; one that meanwhile belongs to another return stays there. */
async function evidenceOf(tx: Repositories, { read, formKey }: NewReturn): Promise<string[]> {
  const draft = await tx.drafts.find(formKey.slice(0, formKey.indexOf(".")));
  const ids = draft?.items.flatMap(({ evidence }) => evidence) ?? [];
  return ids.length === 0 ? [] : (await tx.evidence.unattached(read.context.order.gid, ids)).map(({ id }) => id);
}

async function tell(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<StoredReturn> {
  await tellShopper(tx, ctx, { record, news: "return_requested" });
  return record;
}

async function approve(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<StoredReturn> {
  const moved = await moveReturn(tx, ctx, { record, event: "auto_approve", actor: "system" });
  if (!moved.ok) throw new Error(`A new return cannot be approved: ${moved.error.code}`);
  await countReturnedUnits(tx, moved.value);
  await tx.outbox.send("open-return", { returnId: record.id });
  await tellShopper(tx, ctx, { record: moved.value, news: "return_approved" });
  return moved.value;
}

function lost(formKey: string): never {
  throw new Error(`The return of form ${formKey} is neither new nor stored`);
}
