import { unitsLeft } from "#app/domain/orders/order-line.ts";
import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import { possibleQuestions, waysToAnswer } from "#app/domain/policies/return-question.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { PolicyReason } from "#app/domain/policies/policy.ts";
import type { DecideContext } from "./decide-items.ts";
import { decideLine, decideSaid } from "./decide-items.ts";

/** What a shopper is shown of one line before choosing anything. */
export interface OfferedItem {
  readonly line: OrderLine;
  readonly unitsLeft: number;
  /** What the policy says while no reason is chosen; it explains a line that nothing can bring back. */
  readonly decision: Decision;
  /** The reasons for which it may come back; empty when there is none. */
  readonly reasons: readonly PolicyReason[];
  /** "required" when every reason asks for a photo, "optional" when some do. */
  readonly photo: "not_needed" | "optional" | "required";
  /** Codes of the reasons for which nothing can be asked for without a photo. */
  readonly photoReasons: readonly string[];
  /** Last calendar date it can be asked for, whatever the reason; null is no limit. */
  readonly untilOn: string | null;
  /** The same by the most patient reason; null is no limit. */
  readonly latestOn: string | null;
}

/**
 * The lines of an order with the reasons for which each may come back. A line that cannot come back for a change of mind is still
 * offered for the faults that the policy covers: final sale, damaged on arrival: reasons "damaged-or-defective" only. Delivered on 4 May,
 * 30 days for a change of mind and 60 for damage: `untilOn` is 3 June and `latestOn` 3 July. Whoever has a gift's code sees its lines alone.
 */
export function offeredItems(context: DecideContext): OfferedItem[] {
  const { order, gift } = context;
  return order.lines.filter(({ gid }) => !gift || gift.units.has(gid)).map((line) => offeredItem(context, line));
}

function offeredItem(context: DecideContext, line: OrderLine): OfferedItem {
  const allowed = context.compiled.policy.reasons.flatMap((reason) => {
    const terms = termsFor(context, line, reason.code);
    return terms ? [{ reason, terms }] : [];
  });
  const days = allowed.flatMap(({ terms }) => terms.eligibleUntilOn ?? []).toSorted();
  return {
    line,
    unitsLeft: Math.min(unitsLeft(context.order, line), context.gift?.units.get(line.gid) ?? Infinity),
    decision: decideLine(context, line),
    reasons: allowed.map(({ reason }) => reason),
    photo: photoOf(allowed.map(({ terms }) => terms.photo)),
    photoReasons: allowed.flatMap(({ reason, terms }) => (terms.photo === "required" ? reason.code : [])),
    untilOn: days[0] ?? null,
    latestOn: days.length < allowed.length ? null : (days.at(-1) ?? null),
  };
}

/** What is granted for a reason before any question is answered; where that is nothing, what the first answer that helps would bring. */
function termsFor(context: DecideContext, line: OrderLine, reason: string): DecisionTerms | null {
  const { questions = [] } = context.compiled.policy;
  for (const answers of waysToAnswer(possibleQuestions(questions, { reason, productType: line.productType }))) {
    const { terms } = decideSaid(context, line, { reason, quantity: null, hasPhoto: false, answers });
    if (terms || !context.compiled.needs.answers) return terms;
  }
  return null;
}

function photoOf(asked: readonly OfferedItem["photo"][]): OfferedItem["photo"] {
  if (asked.length > 0 && asked.every((photo) => photo === "required")) return "required";
  return asked.some((photo) => photo !== "not_needed") ? "optional" : "not_needed";
}
