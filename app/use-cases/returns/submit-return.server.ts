import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import { moveReturn } from "./move-return.server.ts";
import type { NewReturn, ReturnToAdd } from "./new-return.server.ts";
import { addNewReturn, linesOf } from "./new-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Confirmation, PartToConfirm } from "./show-confirmation.server.ts";
import type { JointConfirmation, JointRefused } from "./show-joint-confirmation.server.ts";
import { showJointConfirmation } from "./show-joint-confirmation.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

export type SubmitRefused = JointRefused | { readonly code: "amount_changed" };

/** Somebody else took units of an order between reading and storing: everything is looked at once more. */
class OrderMoved extends Error {}

/**
 * Makes the return that a confirmation page shows, or one for each order that it shows: all of them or none. The same page sent twice is
 * one return; everything is read, decided and priced again first, and a page whose amounts are not true any more makes none. What the
 * policy approves by itself is opened in Shopify by a job of each order, the rest waits for staff and stays in Amends until then. Answers the
 * return that leads the others. Refuses with `amount_changed`, or as the page itself does.
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
  const shown = await showJointConfirmation(ctx, access);
  if (!shown.ok || shown.value.formKey !== formKey) {
    // The first of two equal forms may have been stored while this one was read: its units are taken, by this very return.
    const meanwhile = await made();
    if (meanwhile) return ok(meanwhile);
    return shown.ok ? refuse({ code: "amount_changed" }) : shown;
  }
  const toAdd = linesToAdd(ctx, shown.value, access);
  if (!toAdd) return refuse({ code: "amount_changed" });
  return ok(
    await ctx.transaction(async (tx) => {
      const stored = await addIfUnmoved(tx, ctx, toAdd);
      return stored ?? (await tx.returns.findByFormKey(formKey)) ?? lost(formKey);
    }),
  );
}

async function findMade(ctx: ShopContext, { orderGid, joint }: PortalAccess, formKey: string): Promise<StoredReturn | undefined> {
  const found = await ctx.transaction((tx) => tx.returns.findByFormKey(formKey));
  const isTheirs = found?.orderGid === orderGid || joint?.some((order) => order.orderGid === found?.orderGid);
  return isTheirs ? found : undefined;
}

/** The returns to be made, by order; undefined when the units of one are gone. */
function linesToAdd(ctx: ShopContext, { orders, formKey }: JointConfirmation, access: PortalAccess): ToAdd[][] | undefined {
  const byOrder = orders.map((shown, index) => {
    // The key of the page is that of its first return, the others have keys of their own.
    const own = index === 0 ? { ...shown, formKey } : shown;
    return own.parts.flatMap((part): ToAdd[] => {
      const wanted = wantedReturn(own, part, access);
      const lines = linesOf(ctx, wanted);
      return lines.ok ? [{ wanted, lines: lines.value }] : [];
    });
  });
  return byOrder.every((own, index) => own.length === orders[index]?.parts.length) ? byOrder : undefined;
}

/** The key of an order is that of its first return; the others have it with what they are. */
function wantedReturn(shown: Confirmation, { items, quote }: PartToConfirm, { locale, gift, device }: PortalAccess): NewReturn {
  const { read, parts, formKey, signals, isForReview } = shown;
  const key = quote === parts[0].quote ? formKey : `${formKey}.${quote.resolution}`;
  const made = { read, items, quote, formKey: key, signals, needsReview: isForReview, locale, ...(gift ? { giftId: gift.id } : {}) };
  return { ...made, source: "portal", actor: "shopper", device };
}

type ToAdd = Pick<ReturnToAdd, "wanted" | "lines">;

/** Adds every return of every order; the first stands for it all. Undefined when it was added already. */
async function addIfUnmoved(tx: Repositories, ctx: ShopContext, byOrder: readonly ToAdd[][]): Promise<StoredReturn | undefined> {
  const mains: StoredReturn[] = [];
  for (const toAdd of byOrder) {
    const records = await addOrder(tx, ctx, { toAdd, joinedTo: mains[0]?.id });
    if (!records && mains.length === 0) return undefined;
    // One of the other orders was sent in with another page: nothing of this one may stay.
    if (!records) throw new OrderMoved();
    const [main] = await decide(tx, ctx, records);
    if (main) mains.push(main);
  }
  await tellOfAll(tx, ctx, mains);
  return mains[0];
}

/** Adds the returns of one order; the first of them stands for the others. */
async function addOrder(
  tx: Repositories,
  ctx: ShopContext,
  { toAdd, joinedTo }: { readonly toAdd: readonly ToAdd[]; readonly joinedTo: string | undefined },
): Promise<StoredReturn[] | undefined> {
  const records: StoredReturn[] = [];
  for (const { wanted, lines } of toAdd) {
    // Counting up lets one return of the shop through at a time.
    const number = await tx.shop.nextNumber("return");
    const own = await tx.returns.ofOrder(wanted.read.context.order.gid);
    if (own.some(({ formKey }) => formKey === wanted.formKey)) return undefined;
    if (own.length !== wanted.read.own.length + records.length) throw new OrderMoved();
    const main = records[0]?.id;
    const belongs = main ? { partOf: main } : joinedTo ? { joinedTo } : {};
    const record = await addNewReturn(tx, ctx, { wanted: { ...wanted, ...belongs }, lines, number, earlier: own.length });
    if (!record) return undefined;
    await tx.evidence.attach(await evidenceOf(tx, wanted), record.id);
    records.push(record);
  }
  return records;
}

/** What the policy approves of an order is approved. */
async function decide(tx: Repositories, ctx: ShopContext, records: readonly StoredReturn[]): Promise<StoredReturn[]> {
  const now: StoredReturn[] = [];
  for (const record of records) now.push(record.needsReview ? record : await approve(tx, ctx, record));
  return now;
}

/** The shopper is told of all that was approved at once, and of all that waits at once. */
async function tellOfAll(tx: Repositories, ctx: ShopContext, mains: readonly StoredReturn[]): Promise<void> {
  for (const news of ["return_approved", "return_requested"] as const) {
    const [record, ...together] = mains.filter(({ needsReview }) => needsReview === (news === "return_requested"));
    if (record) await tellShopper(tx, ctx, { record, news, together });
  }
}

/** Photos that the draft named; one that meanwhile belongs to another return stays there. */
async function evidenceOf(tx: Repositories, { read, items, formKey }: NewReturn): Promise<string[]> {
  const draft = await tx.drafts.find(formKey.slice(0, formKey.indexOf(".")));
  const lines = new Set<string>(items.map(({ selected }) => selected.line.gid));
  const ids = draft?.items.filter(({ lineGid }) => lines.has(lineGid)).flatMap(({ evidence }) => evidence) ?? [];
  return ids.length === 0 ? [] : (await tx.evidence.unattached(read.context.order.gid, ids)).map(({ id }) => id);
}

async function approve(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<StoredReturn> {
  const moved = await moveReturn(tx, ctx, { record, event: "auto_approve", actor: "system" });
  if (!moved.ok) throw new Error(`A new return cannot be approved: ${moved.error.code}`);
  await countReturnedUnits(tx, moved.value);
  await tx.outbox.send("open-return", { returnId: record.id });
  return moved.value;
}

function lost(formKey: string): never {
  throw new Error(`The return of form ${formKey} is neither new nor stored`);
}
