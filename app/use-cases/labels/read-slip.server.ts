import { addressLines } from "#app/domain/labels/label-settings.ts";
import { paperOf, type Paper } from "#app/domain/labels/paper.ts";
import { slipCode } from "#app/domain/labels/slip-code.ts";
import { hasSlip } from "#app/domain/labels/slip-status.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { askedWith } from "#app/use-cases/returns/request-of.server.ts";
import { findReturn } from "#app/use-cases/returns/read-status.server.ts";
import { knownReturnAddress } from "#app/use-cases/returns/return-address.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What a packing slip says, before it is put into words. */
export interface Slip {
  /** The return by whose number the parcel is known. */
  readonly record: StoredReturn;
  /** What is in the parcel, one for each order, the oldest return first; never empty. */
  readonly sent: readonly SentOrder[];
  readonly shopName: string;
  /** What the barcode and the QR code carry. */
  readonly code: string;
  readonly paper: Paper;
  /** Where the parcel goes, a line each; never empty. */
  readonly address: readonly string[];
  /** The merchant's own words; empty for none. */
  readonly note: string;
}

export interface SentOrder {
  readonly record: StoredReturn;
  readonly placedAt: Date;
}

export interface NoSlip extends Refusal {
  /** Not approved, or nothing is to be sent any more. */
  readonly code: "no_slip";
}

/** The slip of the return that a shopper's access leads to. Refuses with `return_unknown`, also for another order's return, or `no_slip`. */
export function readSlip(ctx: ShopContext, access: PortalAccess): Promise<Result<Slip, ReturnUnknown | NoSlip>> {
  return slipOf(ctx, (tx) => findReturn(tx, access));
}

/** The same for staff, by the return's id. Refuses with `return_unknown`, also for another shop's return, or `no_slip`. */
export function readSlipForStaff(ctx: ShopContext, returnId: string): Promise<Result<Slip, ReturnUnknown | NoSlip>> {
  return slipOf(ctx, (tx) => tx.returns.find(returnId));
}

async function slipOf(
  ctx: ShopContext,
  find: (tx: Repositories) => Promise<StoredReturn | undefined>,
): Promise<Result<Slip, ReturnUnknown | NoSlip>> {
  const read = await ctx.transaction(async (tx) => {
    const asked = await find(tx);
    if (!asked) return undefined;
    const [record, ...others] = await jointReturns(tx, asked);
    const sent: SentOrder[] = [];
    for (const one of [record, ...others].filter(hasSlip)) {
      sent.push({ record: await withRepairs(tx, one), placedAt: (await tx.orders.find(one.orderGid))?.processedAt ?? one.requestedAt });
    }
    return {
      ...{ record, sent },
      known: await knownReturnAddress(tx, ctx, await tx.returns.events((sent[0]?.record ?? record).id)),
      labels: await readSetting(tx, ctx.shop, "labels"),
      brand: await readSetting(tx, ctx.shop, "brand"),
      order: await tx.orders.find(record.orderGid),
    };
  });
  if (!read) return refuse({ code: "return_unknown" });
  const { record, sent, known, labels, brand, order } = read;
  if (sent.length === 0) return refuse({ code: "no_slip" });
  return ok({
    ...{ record, sent },
    shopName: brand.name,
    code: slipCode(record.number),
    paper: paperOf(order?.countryCode ?? ctx.shop.country),
    address: known.length > 0 ? known : await addressInShopify(ctx, record, brand),
    note: labels.instructions,
  });
}

/** Everything that goes into the parcel: what is repaired of the same request, too. */
async function withRepairs(tx: Repositories, record: StoredReturn): Promise<StoredReturn> {
  const repairs = (await askedWith(tx, record)).filter((one) => isRepair(one) && hasSlip(one));
  return { ...record, lines: [...record.lines, ...repairs.flatMap(({ lines }) => lines)] };
}

/** A return that was approved a moment ago is not opened in Shopify yet; where its order was sent from is known there already. */
async function addressInShopify(
  ctx: ShopContext,
  { orderGid }: StoredReturn,
  brand: { readonly name: string; readonly address: string },
): Promise<readonly string[]> {
  const lines = (await ctx.shopify.returns.readOrder(orderGid))?.returnAddress?.lines ?? [];
  return lines.length > 0 ? lines : [brand.name, ...addressLines(brand.address)];
}
