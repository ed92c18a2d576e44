import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { DecideContext } from "./decide-items.ts";
import { decideSaid } from "./decide-items.ts";
import { quoteResolutions } from "./quote-resolutions.ts";
import type { ResolutionQuote } from "./resolution-quote.ts";

/** What a policy would do with one line of an order, returned alone with all its units. */
export interface LinePreview {
  readonly line: Pick<OrderLine, "gid" | "title" | "variantTitle" | "imageUrl" | "quantity">;
  readonly decision: Decision;
  /** With exact amounts; empty when it cannot come back. An exchange has none before a variant is chosen. */
  readonly quotes: readonly ResolutionQuote[];
  readonly isExchangeOffered: boolean;
}

/**
 * Tries a policy on an order: for each line what would be decided for this reason (null: before one is chosen) and what each
 * resolution would come to if all units that are left came back now. Nothing is stored.
 */
export function previewLines(context: DecideContext, reason: string | null): LinePreview[] {
  return context.order.lines.map((line) => previewLine(context, line, reason));
}

function previewLine(context: DecideContext, line: OrderLine, reason: string | null): LinePreview {
  const { gid, title, variantTitle, imageUrl, quantity } = line;
  const decision = decideSaid(context, line, { reason, quantity: null, hasPhoto: false });
  const { terms } = decision;
  const item = terms && { lineGid: gid, quantity: decision.factsUsed.quantity, terms, exchange: null };
  return {
    line: { gid, title, variantTitle, imageUrl, quantity },
    decision,
    quotes: item ? quoteResolutions({ order: context.order, items: [item], requestedAt: context.now }) : [],
    isExchangeOffered: terms?.resolutions.some(({ kind }) => kind === "exchange") ?? false,
  };
}
