import { sendsGoods } from "#app/domain/returns/quote-resolutions.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isKept, isRepair } from "#app/domain/returns/return.ts";
import type { ReturnStep } from "#app/domain/returns/return-steps.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { waitsForGoods } from "#app/domain/returns/stock-reservation.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import type { PortalStep } from "#app/ui/portal/fields.ts";
import type { FieldError, PhotoRules } from "#app/ui/portal/page-parts.ts";
import type { ParcelsView } from "#app/ui/portal/parcel-views.ts";
import type { JoinedView, Notice, PackingView, StatusPage, StepKey, TimelineStep } from "#app/ui/portal/status-views.ts";
import { incentiveEnds } from "#app/use-cases/compensation/tell-incentive.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { QUESTION_MAX } from "#app/use-cases/returns/ask-question.server.ts";
import { balanceOf } from "#app/use-cases/returns/note-balance-paid.server.ts";
import type { StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";
import type { ChosenItem } from "#app/ui/portal/solution-views.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";
import { inspectionView } from "./portal-inspection-view.server.ts";
import { evidenceErrors, evidenceViews, momentIn, reasonLabels, stateOf } from "./portal-moments.server.ts";
import { moneyOf } from "./portal-money-view.server.ts";
import { KINDS } from "./portal-per-item-view.server.ts";
import { repairSteps, repairView } from "./portal-repair-view.server.ts";

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
  /** The signed state of the page of each return of another order, by its id. */
  readonly tokens: ReadonlyMap<string, string>;
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
  const repair = repairView(ctx, followed);
  return {
    page: "status",
    ...(record.giftId ? {} : { order: { name: record.orderName, placedAt: momentIn(ctx, placedAt) } }),
    returnName: record.name,
    state: stateOf(record.status),
    items: [record, ...followed.others].flatMap((one) => one.lines.map((line) => itemView(line, { one, followed, label }))),
    ...goodsView(ctx, followed),
    steps: stepViews(ctx, followed),
    ...moneyViews(ctx, followed),
    ...thanksView(ctx, followed),
    ...(packing ? { packing } : {}),
    ...joinedViews(input),
    ...(parcels ? { parcels } : {}),
    ...(inspection ? { inspection } : {}),
    ...(repair ? { repair } : {}),
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
    errors: evidenceErrors(photos, errors ?? []),
  };
}

/** The returns of other orders in the same parcel. */
function joinedViews({ ctx, locale, followed, tokens }: StatusViewInput): Pick<StatusPage, "joined" | "canCancelAll"> {
  if (followed.joined.length === 0) return {};
  const label = reasonLabels(locale);
  const joined = followed.joined.map(({ record, others, events }): JoinedView => {
    const money = [...moneyOf(ctx, { record, events }), ...others.flatMap((one) => moneyOf(ctx, { record: one, events: [] }))];
    const own = { record, others };
    return {
      ...{ orderName: record.orderName, returnName: record.name, state: stateOf(record.status), money },
      items: [record, ...others].flatMap((one) => one.lines.map((line) => itemView(line, { one, followed: own, label }))),
      ...(record.declineNote ? { declineNote: record.declineNote } : {}),
      token: tokens.get(record.id) ?? "",
    };
  });
  return { joined, ...(followed.joined.some(({ canCancel }) => canCancel) ? { canCancelAll: true } : {}) };
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
  readonly followed: Pick<ReturnFollowed, "record" | "others">;
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
    ...(one.giftId ? {} : { price: amount }),
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

/** A repair is neither checked nor paid: its own stages follow once its goods are here. */
const NOT_OF_REPAIRS: readonly ReturnStep[] = ["inspected", "refunded"];

function stepViews(ctx: ShopContext, followed: ReturnFollowed): TimelineStep[] {
  const { steps, events, record, repair } = followed;
  const stages = isRepair(record) && repair ? repairSteps(ctx, repair) : [];
  const isUnderWay = stages.some(({ state }) => state !== "next");
  const atOf = (status: ReturnStatus) => events.findLast(({ toStatus }) => toStatus === status)?.at;
  const kept = isKept(record);
  const shown = steps.flatMap(({ step, state }): TimelineStep[] => {
    if (state === "skipped" || (kept && SENT_BACK.includes(step)) || (isRepair(record) && NOT_OF_REPAIRS.includes(step))) return [];
    // Shopify sends the new goods once they are paid.
    if (step === "refunded" && balanceOf(events) === "invoiced") return [{ key: "exchange-shipped", state: "next" }];
    const at = state === "done" || state === "current" ? atOf(step) : undefined;
    const stood = state === "current" && isUnderWay ? ("done" as const) : state;
    const view = { key: stepKey(step, record), state: stood === "ahead" ? ("next" as const) : stood };
    return [at ? { ...view, at: momentIn(ctx, at) } : view];
  });
  const wasPaid = events.some(({ toStatus }) => toStatus === "refunded");
  const isBack = record.repair?.stage === "delivered";
  const end = record.status === "closed" && !wasPaid && !isBack ? ("closed" as const) : ENDS[record.status];
  const at = atOf(record.status);
  const all = end ? shown : [...shown, ...stages];
  return end ? [...shown, { key: end, state: "current", ...(at ? { at: momentIn(ctx, at) } : {}) }] : all;
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

/** Needed from the approval of the first order until the parcel is on its way. */
function packingView(
  { shop }: ShopContext,
  { record, joined, papersOf, address }: ReturnFollowed,
  { slipUrl, labelUrls, codeUrls }: { readonly slipUrl: string } & Pick<StatusViewInput, "labelUrls" | "codeUrls">,
): PackingView | undefined {
  const together = [record, ...joined.map((one) => one.record)].filter((one) => !isKept(one)).toSorted((a, b) => a.number - b.number);
  const [sent, waiting] = [together.filter(({ status }) => status === "approved"), together.filter(({ status }) => status === "requested")];
  if (sent.length === 0) return undefined;
  const [labelUrl, ...furtherLabelUrls] = labelUrls;
  const labels = labelUrl ? { labelUrl, furtherLabelUrls, codeUrls } : {};
  const names = (returns: typeof sent) => returns.map(({ orderName }) => orderName);
  return {
    ...{ addressLines: address.length > 0 ? address : [shop.name], ...labels, slipUrl, reference: papersOf.name },
    ...(joined.length > 0 && sent.length > 1 ? { orders: names(sent) } : {}),
    ...(joined.length > 0 && waiting.length > 0 ? { waitsFor: names(waiting) } : {}),
  };
}
