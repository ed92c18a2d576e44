import type { LineDuty, OrderLine, RefundedDuty, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import type { BagNode } from "./money-bag.server.ts";
import { pair, sumOf } from "./money-bag.server.ts";

interface TaxNode {
  readonly priceSet: BagNode;
}

interface DutyNode {
  readonly id: string;
  readonly price: BagNode;
  readonly taxLines: readonly TaxNode[];
}

/** As with the price of goods, the taxes on a duty are inside it where the order's prices contain taxes. */
export function toDuties(duties: readonly DutyNode[], taxesIncluded: boolean): Pick<OrderLine, "duties"> {
  if (duties.length === 0) return {};
  const paidFor = ({ price, taxLines }: DutyNode) => sumOf([price, ...onTop(taxLines, taxesIncluded)], pair(price));
  return { duties: duties.map((duty) => ({ gid: duty.id as LineDuty["gid"], paid: paidFor(duty) })) };
}

/** A duty that Shopify does not name any more belongs to no line. */
export function toRefundedDuties(
  duties: readonly { readonly amountSet: BagNode; readonly originalDuty?: { readonly id: string } | null }[],
): RefundedDuty[] {
  return duties.flatMap(({ amountSet, originalDuty }) =>
    originalDuty ? [{ dutyGid: originalDuty.id as RefundedDuty["dutyGid"], amount: pair(amountSet) }] : [],
  );
}

/** Shopify takes one line of tip back at a time: where there are several, the first counts. */
export function toTip(
  lines: readonly (LineNode & { readonly taxLines: readonly TaxNode[] })[],
  tips: ReadonlySet<string>,
  taxesIncluded: boolean,
): Pick<ReturnableOrder, "tip"> {
  const line = lines.find(({ id }) => tips.has(id));
  if (!line) return {};
  const paid = sumOf([line.originalTotalSet, ...onTop(line.taxLines, taxesIncluded)], pair(line.originalTotalSet));
  return { tip: { lineGid: line.id as LineItemGid, paid } };
}

function onTop(taxLines: readonly TaxNode[], taxesIncluded: boolean): BagNode[] {
  return taxesIncluded ? [] : taxLines.map(({ priceSet }) => priceSet);
}

/** What tells a tip from goods; any line of an order has it. */
interface LineNode {
  readonly id: string;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  readonly product?: unknown;
  readonly variant?: unknown;
  readonly originalTotalSet: BagNode;
}

/**
 * The lines that are tips. The Admin API marks none as such, but says what was received as tips altogether: they are the lines without a
 * product, a variant and shipping that come to it, all together or one alone. A service of the same price beside a tip leaves that open, and
 * then the last one is it, because a tip is added when everything else stands.
 */
export function tipLines(lines: readonly LineNode[], received: MoneyPair): ReadonlySet<string> {
  const given = received.presentment.minor;
  if (given <= 0) return new Set();
  const worthOf = ({ originalTotalSet }: LineNode) => pair(originalTotalSet).presentment.minor;
  const without = lines.filter((line) => !line.product && !line.variant && !line.requiresShipping && !line.isGiftCard);
  if (without.reduce((all, line) => all + worthOf(line), 0) === given) return new Set(without.map(({ id }) => id));
  const one = without.findLast((line) => worthOf(line) === given);
  return new Set(one ? [one.id] : []);
}
