import { promisedBy } from "#app/domain/returns/payouts.ts";
import { sendsGoods } from "#app/domain/returns/quote-resolutions.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isKept } from "#app/domain/returns/return.ts";
import type { ReturnStep } from "#app/domain/returns/return-steps.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { waitsForGoods } from "#app/domain/returns/stock-reservation.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { PortalStep } from "#app/ui/portal/fields.ts";
import type { FieldError, PhotoRules } from "#app/ui/portal/page-parts.ts";
import type { ParcelsView } from "#app/ui/portal/parcel-views.ts";
import type { MoneyStatus, Notice, PackingView, StatusPage, StepKey, TimelineStep } from "#app/ui/portal/status-views.ts";
import { incentiveEnds } from "#app/use-cases/compensation/tell-incentive.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { QUESTION_MAX } from "#app/use-cases/returns/ask-question.server.ts";
import { balanceDue, balanceOf } from "#app/use-cases/returns/note-balance-paid.server.ts";
import type { StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";
import type { ChosenItem } from "#app/ui/portal/solution-views.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";
import { inspectedPayout, inspectionView } from "./portal-inspection-view.server.ts";
import { evidenceViews, momentIn, reasonLabels, stateOf } from "./portal-moments.server.ts";
import { KINDS, paidAs } from "./portal-per-item-view.server.ts";

interface StatusViewInput {
  readonly ctx: ShopContext;
  readonly locale: string;
  readonly followed: ReturnFollowed;
  /** What of this return is no page: its packing slip, a picture. */
  readonly linkTo: (step: PortalStep) => string;
  /** Of each parcel's label. */
  readonly labelUrls: readonly string[];
  /** Of the codes that a counter prints labels from. */
  readonly codeUrls: readonly string[];
  readonly parcels: ParcelsView | undefined;
  /** What may be shown beside what is there. */
  readonly photos: PhotoRules;
  readonly notice?: Notice;
  readonly errors?: readonly FieldError[];
  readonly question?: string;
  readonly appeal?: string;
}

/** The page on which a return is followed. */
export function statusPage(input: StatusViewInput): StatusPage {
  const { ctx, locale, followed, linkTo, labelUrls, codeUrls, parcels, photos, notice, errors, question, appeal } = input;
  const { record, evidence, conversation, canCancel, isOver, placedAt } = followed;
  const label = reasonLabels(locale);
  const packing = packingView(ctx, followed, { slipUrl: linkTo("slip"), labelUrls, codeUrls });
  const inspection = inspectionView(followed, linkTo("picture"));
  return {
    page: "status",
    order: { name: record.orderName, placedAt: momentIn(ctx, placedAt) },
    returnName: record.name,
    state: stateOf(record.status),
    items: [record, ...followed.others].flatMap((one) => one.lines.map((line) => itemView(line, { one, followed, label }))),
    ...goodsView(ctx, followed),
    steps: stepViews(ctx, followed),
    ...moneyViews(ctx, followed),
    ...thanksView(ctx, followed),
    ...(packing ? { packing } : {}),
    ...(parcels ? { parcels } : {}),
    ...(inspection ? { inspection } : {}),
    ...(record.declineNote ? { declineNote: record.declineNote } : {}),
    evidence: evidenceViews(evidence.filter(({ source }) => source === "shopper")),
    conversation: conversation.map(({ from, text, at }) => ({ from, text, at: momentIn(ctx, at) })),
    photos,
    questionMax: QUESTION_MAX,
    canCancel,
    canAsk: true,
    canAddPhoto: !isOver,
    ...(notice ? { notice } : {}),
    ...(question ? { question } : {}),
    ...(appeal ? { appeal } : {}),
    errors: errors ?? [],
  };
}

/** The code for the next order. */
function thanksView(ctx: ShopContext, { incentive }: ReturnFollowed): Pick<StatusPage, "thanks"> {
  const ends = incentive && incentiveEnds(incentive);
  if (!incentive?.code || !ends) return {};
  const minimum = incentive.explanation.incentive?.minimumOrder;
  const { amount, code } = incentive;
  return { thanks: { amount, code, expiresOn: dateIn(ctx.shop.timezone, ends), ...(minimum ? { minimum } : {}) } };
}

/** Whether what was chosen instead is still there for the shopper; nothing is said where nobody has to keep it. */
function goodsView({ shop, clock }: ShopContext, { record, reservation }: ReturnFollowed): Pick<StatusPage, "goods"> {
  if (!reservation || !waitsForGoods(record.status)) return {};
  const { state, until } = reservation;
  if (state === "sold_out") return { goods: { kept: "gone" } };
  if ((state !== "held" && state !== "expired") || until === null) return {};
  const kept = state === "held" && until > clock.now() ? "held" : "over";
  return { goods: { kept, until: dateIn(shop.timezone, until) } };
}

interface ItemOf {
  /** The return of the request that it belongs to. */
  readonly one: StoredReturn;
  readonly followed: ReturnFollowed;
  readonly label: (reason: string) => string;
}

/** One item; where they differ it says what becomes of it. */
function itemView(line: StoredReturnLine, { one, followed, label }: ItemOf): ChosenItem {
  const { title, variantTitle, imageUrl, quantity, reason, amount } = line;
  const kind = kindOfLine(one.quote, line.lineGid);
  const variant = kind === "exchange" ? line.exchangeTitle : undefined;
  const isMixed = followed.others.length > 0 || followed.record.resolution === "mixed";
  return {
    title,
    ...(variantTitle ? { variantTitle } : {}),
    ...(imageUrl ? { image: { url: imageUrl, alt: title } } : {}),
    quantity,
    reason: label(reason),
    price: amount,
    ...(isMixed ? { solution: { kind: KINDS[kind], ...(variant ? { variant } : {}) } } : {}),
  };
}

/** A mixed return ends with money, unless nothing of it is money. */
function stepKey(step: ReturnStep, { resolution, quote }: StoredReturn): StepKey {
  if (step === "in_transit") return "sent";
  if (step === "refunded") {
    const isGoods = resolution === "mixed" ? quote.total.presentment.minor === 0 : sendsGoods(resolution);
    return isGoods ? "exchange-shipped" : "paid";
  }
  return step;
}

/** Steps that only something that is sent back takes. */
const SENT_BACK: readonly ReturnStep[] = ["in_transit", "received", "inspected"];

/** How a return can end without being paid. */
const ENDS: Readonly<Partial<Record<ReturnStatus, StepKey>>> = { declined: "declined", cancelled: "cancelled" };

function stepViews(ctx: ShopContext, { steps, events, record }: ReturnFollowed): TimelineStep[] {
  const atOf = (status: ReturnStatus) => events.findLast(({ toStatus }) => toStatus === status)?.at;
  const kept = isKept(record);
  const shown = steps.flatMap(({ step, state }): TimelineStep[] => {
    if (state === "skipped" || (kept && SENT_BACK.includes(step))) return [];
    // Shopify sends the new goods once they are paid.
    if (step === "refunded" && balanceOf(events) === "invoiced") return [{ key: "exchange-shipped", state: "next" }];
    const at = state === "done" || state === "current" ? atOf(step) : undefined;
    const view = { key: stepKey(step, record), state: state === "ahead" ? ("next" as const) : state };
    return [at ? { ...view, at: momentIn(ctx, at) } : view];
  });
  const wasPaid = events.some(({ toStatus }) => toStatus === "refunded");
  const end = record.status === "closed" && !wasPaid ? ("closed" as const) : ENDS[record.status];
  const at = atOf(record.status);
  return end ? [...shown, { key: end, state: "current", ...(at ? { at: momentIn(ctx, at) } : {}) }] : shown;
}

/** How much, and when: once the goods are here, the day is known. */
function moneyViews(ctx: ShopContext, { record, others, events }: ReturnFollowed): Pick<StatusPage, "money" | "furtherMoney"> {
  const [money, ...furtherMoney] = [
    ...moneyOf(ctx, { record, events }),
    // What is kept is paid as soon as it is approved: nothing of its history says more than its amounts.
    ...others.flatMap((one) => moneyOf(ctx, { record: one, events: [] })),
  ];
  return { ...(money ? { money } : {}), ...(furtherMoney.length > 0 ? { furtherMoney } : {}) };
}

function moneyOf(ctx: ShopContext, { record, events }: Pick<ReturnFollowed, "record" | "events">): MoneyStatus[] {
  const found = inspectedPayout({ events });
  const { quote, status, resolution, paidAt } = record;
  if (status === "declined" || status === "cancelled") return [];
  if (quote.owed.presentment.minor > 0) return [balanceView(events, record)];
  if (quote.total.presentment.minor === 0) return [];
  const arrived = events.findLast(({ toStatus }) => toStatus === "received")?.at;
  const on = arrived && addDays(dateIn(ctx.shop.timezone, arrived), quote.expectedDays);
  const lapses = paidAt && quote.creditExpiresAfterDays;
  const when = paidAt ? { paidAt: momentIn(ctx, paidAt) } : on ? { expected: { from: on, to: on } } : {};
  const single = [{ kind: KINDS[resolution], amount: found?.amount ?? quote.total.presentment }];
  const ways = resolution === "mixed" ? paidAs(found?.pays ?? promisedBy(quote)) : single;
  return ways.map((way) => ({
    ...way,
    ...scanView(record),
    ...when,
    ...(lapses && way.kind !== "refund" ? { expiresOn: addDays(dateIn(ctx.shop.timezone, paidAt), lapses) } : {}),
  }));
}

/** Of what is paid at the carrier's first scan: that it will be, or that it was and the parcel is still awaited. */
function scanView({ quote, status, errorCode }: StoredReturn): Pick<MoneyStatus, "scan"> {
  if (!quote.paysAtFirstScan || errorCode) return {};
  if (status === "refunded") return { scan: "awaited" };
  return status === "requested" || status === "approved" || status === "in_transit" ? { scan: "pays" } : {};
}

/** What the shopper pays on top: once it is settled, the amount that Shopify's invoice asks for. */
function balanceView(events: ReturnFollowed["events"], { quote, resolution }: StoredReturn): MoneyStatus {
  const state = balanceOf(events);
  const asked = balanceDue(events) ?? quote.owed.presentment;
  return { kind: KINDS[resolution], amount: asked, owed: state === "paid" ? "paid" : state === "invoiced" ? "invoiced" : "later" };
}

/** Needed from the approval until the parcel is on its way. */
function packingView(
  { shop }: ShopContext,
  { record, address }: ReturnFollowed,
  { slipUrl, labelUrls, codeUrls }: { readonly slipUrl: string } & Pick<StatusViewInput, "labelUrls" | "codeUrls">,
): PackingView | undefined {
  if (record.status !== "approved" || isKept(record)) return undefined;
  const [labelUrl, ...furtherLabelUrls] = labelUrls;
  const labels = labelUrl ? { labelUrl, furtherLabelUrls, codeUrls } : {};
  return { addressLines: address.length > 0 ? address : [shop.name], ...labels, slipUrl, reference: record.name };
}
