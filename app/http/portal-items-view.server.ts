import { unreachable } from "#app/domain/shared/result.ts";
import { fraction } from "#app/domain/shared/money.ts";
import type { IneligibleBecause } from "#app/domain/policies/decision.ts";
import type { Alternative } from "#app/domain/policies/policy.ts";
import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import { NOTE_LIMIT } from "#app/domain/returns/select-items.ts";
import { lineKey } from "#app/ui/portal/fields.ts";
import type { JointProgress } from "#app/ui/portal/joint-views.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { ChangeCard } from "#app/ui/portal/order-change-views.ts";
import type { Eligibility, IneligibleCode, InsteadCode, ItemInput, ItemLine, ItemsPage } from "#app/ui/portal/view-models.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DraftItem, EvidenceHead } from "#app/use-cases/returns/portal-records.server.ts";
import type { ItemsShown } from "#app/use-cases/returns/show-items.server.ts";
import { questionViews } from "./portal-questions-view.server.ts";
import { evidenceErrors, evidenceViews, momentIn, photoRules, reasonLabels, returnLinks } from "./portal-moments.server.ts";

/** What was typed, to be shown again. */
export interface ItemsTyped {
  readonly items: readonly DraftItem[];
  readonly evidence: readonly EvidenceHead[];
  readonly errors: readonly FieldError[];
}

interface ItemsViewInput {
  readonly ctx: ShopContext;
  readonly locale: string;
  readonly shown: ItemsShown;
  readonly typed?: ItemsTyped;
  /** Of the page as a whole, where nothing was typed. */
  readonly errors?: readonly FieldError[];
  readonly change?: ChangeCard | undefined;
  readonly joint?: JointProgress;
  readonly canJoin?: boolean;
  readonly canGive?: boolean;
}

/** Fields are named by letters: those of the lines that can be chosen come first, without a gap, because a form ends at the first gap. */
export function keysOf(items: readonly OfferedItem[]): Map<string, string> {
  const sorted = [...items.filter(isOffered), ...items.filter((item) => !isOffered(item))];
  return new Map(sorted.map(({ line }, index) => [line.gid, lineKey(index)]));
}

/** The page on which items are chosen. */
export async function itemsPage({
  ctx,
  locale,
  shown,
  typed,
  errors = [],
  change,
  joint,
  canJoin,
  canGive,
}: ItemsViewInput): Promise<ItemsPage> {
  const keys = keysOf(shown.items);
  const photos = await photoRules(ctx);
  const chosen = typed ?? { items: shown.draft?.items ?? [], evidence: shown.evidence, errors };
  const label = reasonLabels(locale);
  const isCancelled = shown.read.context.order.cancelledAt !== null;
  const isGift = shown.read.context.gift !== undefined;
  const hasReceivers = shown.read.own.some(({ giftId }) => giftId !== undefined);
  const facts = {
    isGift,
    hasReceivers,
    hasReturns: shown.returns.length > 0,
    isCancelled,
    mayAskToCancel: !isCancelled && !change?.cancel && !change?.state,
  };
  return {
    page: "items",
    ...(isGift ? {} : { order: { name: shown.orderName, placedAt: momentIn(ctx, shown.placedAt) } }),
    lines: shown.items.map((item): ItemLine => {
      const input = chosen.items.find(({ lineGid }) => lineGid === item.line.gid);
      const suggested = shown.suggested.get(item.line.gid);
      return {
        ...(suggested && !isGift ? { suggested } : {}),
        ...(isGift ? giftLineView : lineView)(ctx, item, keys.get(item.line.gid) ?? ""),
        eligibility: eligibilityOf(item, facts),
        reasons: item.reasons.map(({ code, isNoteRequired }) => ({
          ...{ value: code, label: label(code) },
          needs: [...(isNoteRequired ? (["note"] as const) : []), ...(item.photoReasons.includes(code) ? (["photo"] as const) : [])],
        })),
        questions: questionViews({ ctx, locale, shown }, item, { key: keys.get(item.line.gid) ?? "", chosen: input }),
        photo: item.photo === "not_needed" ? "hidden" : item.photo,
        ...(input ? { chosen: inputView(input, chosen.evidence) } : {}),
      };
    }),
    photos,
    noteMax: NOTE_LIMIT,
    returns: await returnLinks(ctx, shown.returns, locale),
    ...(change ? { change } : {}),
    ...(joint ? { joint } : {}),
    ...(canJoin ? { canJoin } : {}),
    ...(canGive ? { canGive } : {}),
    errors: evidenceErrors(photos, chosen.errors),
  };
}

function lineView(ctx: ShopContext, { line, unitsLeft }: OfferedItem, key: string) {
  const delivered = line.parcels.flatMap(({ deliveredAt }) => deliveredAt ?? []).sort((a, b) => b.getTime() - a.getTime());
  const unitPrice = fraction(line.paid.presentment, [1, line.quantity]);
  const full = line.listUnitPrice.presentment;
  const sent = line.parcels.reduce((all, { quantity }) => all + quantity, 0);
  return {
    key,
    id: line.gid,
    title: line.title,
    ...(line.variantTitle ? { variantTitle: line.variantTitle } : {}),
    ...(line.imageUrl ? { image: { url: line.imageUrl, alt: line.title } } : {}),
    quantity: line.quantity,
    returnedQuantity: Math.max(0, sent - unitsLeft),
    unitPrice,
    ...(full.minor === unitPrice.minor ? {} : { fullUnitPrice: full }),
    ...(delivered[0] ? { deliveredAt: momentIn(ctx, delivered[0]) } : {}),
  };
}

/** What the receiver of a gift sees of a line: nothing of its price, nor of when it came to whom. */
function giftLineView(ctx: ShopContext, item: OfferedItem, key: string) {
  const { unitPrice: _price, fullUnitPrice: _full, deliveredAt: _day, ...line } = lineView(ctx, item, key);
  return { ...line, quantity: item.unitsLeft, returnedQuantity: 0 };
}

function inputView(input: DraftItem, evidence: readonly EvidenceHead[]): ItemInput {
  const { reason, note } = input;
  // What was no number is shown as one piece, still ticked.
  const quantity = Number.isSafeInteger(input.quantity) && input.quantity > 0 ? input.quantity : 1;
  return { quantity, reason, note, evidence: evidenceViews(evidence.filter(({ id }) => input.evidence.includes(id))) };
}

function isOffered({ reasons, unitsLeft }: OfferedItem): boolean {
  return reasons.length > 0 && unitsLeft > 0;
}

interface OrderFacts {
  readonly isGift: boolean;
  /** Somebody returned a gift of it. */
  readonly hasReceivers: boolean;
  readonly hasReturns: boolean;
  readonly isCancelled: boolean;
  readonly mayAskToCancel: boolean;
}

function eligibilityOf(item: OfferedItem, order: OrderFacts): Eligibility {
  const { decision, unitsLeft, line } = item;
  if (isOffered(item)) return { kind: "eligible", maxQuantity: unitsLeft, ...daysOf(item) };
  const because = decision.because ?? "not_returnable";
  const isRefunded = because === "nothing_left" && line.currentQuantity === 0 && !order.hasReturns && !order.hasReceivers;
  const closedOn = decision.explanation.find(({ code }) => code === "window_closed_on")?.params.date;
  // Who can cancel here, or did, need not ask for it.
  const instead = [...new Set(decision.instead.map(insteadCode))].filter((code) => code !== "cancel-order" || order.mayAskToCancel);
  return {
    kind: "ineligible",
    code: isRefunded ? "refunded" : because === "not_sent" && order.isCancelled ? "order-cancelled" : codeOf(because),
    ...(because === "window_closed" && typeof closedOn === "string" ? { date: closedOn } : {}),
    instead: order.isGift ? [] : because === "nothing_left" && order.hasReturns ? ["follow-return", ...instead] : instead,
  };
}

function daysOf({ untilOn, latestOn }: OfferedItem): Pick<Extract<Eligibility, { kind: "eligible" }>, "returnBy" | "returnByAtMost"> {
  if (!untilOn) return {};
  return latestOn === untilOn ? { returnBy: untilOn } : { returnBy: untilOn, returnByAtMost: latestOn };
}

function codeOf(because: IneligibleBecause): IneligibleCode {
  switch (because) {
    case "not_sent":
      return "not-shipped";
    case "window_closed":
      return "window-closed";
    case "nothing_left":
      return "already-returned";
    case "final_sale":
      return "final-sale";
    case "gift_card":
      return "gift-card";
    case "hygiene":
    case "perishable":
    case "digital":
      return because;
    case "made_to_order":
      return "made-to-order";
    case "not_returnable":
      return "not-covered";
    default:
      return unreachable(because);
  }
}

function insteadCode(alternative: Alternative): InsteadCode {
  switch (alternative) {
    case "ask_question":
    case "report_fault":
      return "ask-question";
    case "claim_warranty":
      return "warranty";
    case "ask_to_cancel":
      return "cancel-order";
    default:
      return unreachable(alternative);
  }
}
