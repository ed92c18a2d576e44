import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import type { DecidedItem, NotEligible } from "#app/domain/returns/decide-items.ts";
import { decideItems, photosMissing } from "#app/domain/returns/decide-items.ts";
import type { VariantForSale } from "#app/domain/returns/other-products.ts";
import { nameOfOwn } from "#app/domain/returns/other-products.ts";
import { atOrderRate } from "#app/domain/returns/refund-quote.ts";
import type { ExchangeOption, InvalidSelection } from "#app/domain/returns/select-items.ts";
import { selectItems } from "#app/domain/returns/select-items.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { DraftItem, EvidenceHead } from "./portal-records.server.ts";
import type { OtherWishes } from "./other-products.server.ts";
import { NO_KIN, readKin, readOtherProducts } from "./other-products.server.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";

export interface PhotosMissing extends Refusal {
  readonly code: "photos_missing";
  readonly lineGids: readonly LineItemGid[];
}

export type SelectionRefused = InvalidSelection | NotEligible | PhotosMissing;

/** By the line it would be exchanged from. */
export type ExchangeOptions = ReadonlyMap<string, readonly ExchangeOption[]>;

export const NO_OPTIONS: ExchangeOptions = new Map();

/** What is chosen and what may be exchanged for it. */
export interface Selection {
  readonly items: readonly DraftItem[];
  readonly options: ExchangeOptions;
  /** Photos of this order that belong to no return yet. */
  readonly evidence: readonly EvidenceHead[];
}

/**
 * Checks and decides what was chosen against the order as Shopify has it now. Refuses with `invalid_selection` and every problem at
 * once, `not_eligible` with the decisions that said no, or `photos_missing` with the lines.
 */
export function decideSelection(read: OrderInPortal, { items, options, evidence }: Selection): Result<DecidedItem[], SelectionRefused> {
  const { order, compiled, gift } = read.context;
  const within = gift ? { most: gift.units } : {};
  const selected = selectItems(items, { order, policy: compiled.policy, exchangeOptions: options, ...within });
  if (!selected.ok) return selected;
  const known = new Set(evidence.map(({ id }) => id));
  const withPhoto = new Set<string>(items.filter((item) => item.evidence.some((id) => known.has(id))).map(({ lineGid }) => lineGid));
  const decided = decideItems(read.context, selected.value, withPhoto);
  if (!decided.ok) return decided;
  const missing = photosMissing(decided.value, withPhoto);
  return missing.length > 0 ? refuse({ code: "photos_missing", lineGids: missing }) : decided;
}

/** The photos that the items name and that may be used for this order. */
export async function readEvidence(tx: Repositories, read: OrderInPortal, items: readonly DraftItem[]): Promise<EvidenceHead[]> {
  const ids = items.flatMap(({ evidence }) => evidence);
  return ids.length > 0 ? tx.evidence.unattached(read.context.order.gid, ids) : [];
}

/**
 * Today's variants for every chosen line, at the order's own rate: those of its own product first, then those of other products that are
 * wanted, as long as its policy offers an exchange at all.
 */
export async function readExchangeOptions(
  ctx: ShopContext,
  read: OrderInPortal,
  { items, wishes }: { readonly items: readonly DraftItem[]; readonly wishes: OtherWishes },
): Promise<ExchangeOptions> {
  const { order, compiled } = read.context;
  const lines = order.lines.filter(({ gid, productGid }) => productGid !== null && items.some(({ lineGid }) => lineGid === gid));
  if (lines.length === 0) return NO_OPTIONS;
  const products = [...new Set(lines.flatMap(({ productGid }) => productGid ?? []))];
  const canBeOther = offersExchange(compiled.policy);
  const [own, kin] = await Promise.all([
    ctx.shopify.returns.variantsOf(products),
    canBeOther && wishes.isChoosing ? readKin(ctx, lines) : NO_KIN,
  ]);
  const others = canBeOther ? await readOtherProducts(ctx, read, { items, own, kin, wishes }) : NO_OPTIONS;
  const toOption = (line: OrderLine, variant: VariantForSale): ExchangeOption => ({
    variantGid: variant.gid,
    title: nameOfOwn(line, variant),
    unitPrice: atOrderRate(order, variant.price),
    available: variant.available,
  });
  return new Map(
    lines.map((line) => {
      const variants = (line.productGid && own.get(line.productGid)) ?? [];
      return [line.gid, [...variants.map((variant) => toOption(line, variant)), ...(others.get(line.gid) ?? [])]];
    }),
  );
}

function offersExchange({ rules, otherwise }: Policy): boolean {
  return [...rules.map(({ outcome }) => outcome), otherwise].some(
    (outcome) => outcome.kind === "eligible" && outcome.resolutions.some(({ kind }) => kind === "exchange"),
  );
}

/** The decisions behind decided items. */
export function decisionsOf(items: readonly DecidedItem[]): Decision[] {
  return items.map(({ decision }) => decision);
}
