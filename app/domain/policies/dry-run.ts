import type { Money } from "#app/domain/shared/money.ts";
import type { DecisionChange } from "./compare-decisions.ts";
import { compareDecisions } from "./compare-decisions.ts";
import type { CompiledPolicy } from "./compile-policy.ts";
import { decide } from "./decide.ts";
import type { Decision, DecisionFacts } from "./decision.ts";
import type { RulesTally, RulesWatch } from "./dry-run-rules.ts";
import { noRulesSeen, noteRules, watchRules } from "./dry-run-rules.ts";
import type { TrialPayout, TrialWish } from "./trial-payout.ts";
import { paidOut, payoutOf } from "./trial-payout.ts";

/** "sold": what the shopper is told on the day the item arrives; "asked": a return that somebody really asked for. */
export type TrialBasis = "sold" | "asked";

/** One decision that both policies are tried on. */
export interface TrialCase extends TrialWish {
  readonly basis: TrialBasis;
  /** As the published policy counts the days; only its transit allowance may make them differ from the draft's. */
  readonly publishedFacts: DecisionFacts;
  readonly draftFacts: DecisionFacts;
}

/** Decisions that the draft changes, with the money either way in minor units of the shop's currency. Plain JSON. */
export interface TrialTally {
  decisions: number;
  changed: number;
  /** Paid for goods that could come back and no longer can, and the other way round. */
  refusedMinor: number;
  allowedMinor: number;
  publishedGoodsMinor: number;
  draftGoodsMinor: number;
  publishedFeesMinor: number;
  draftFeesMinor: number;
  publishedBonusMinor: number;
  draftBonusMinor: number;
}

/** All that a dry run has found so far: plain JSON, so that it can be stored half-way and taken up again. */
export interface DryRunTally extends RulesTally {
  sold: TrialTally;
  asked: TrialTally;
  /** By ISO country code, "" for none; sold and asked together are kept apart. */
  byCountry: Record<string, Record<TrialBasis, TrialTally>>;
  /** Only of what was asked for, by reason. */
  byReason: Record<string, TrialTally>;
  byChange: Partial<Record<DecisionChange, number>>;
  /** Items in another currency than the policy's: decided, without money. */
  foreign: number;
}

/** Both policies ready to decide, and what watching the draft's rules needs. */
export interface DryRunPlan {
  readonly published: CompiledPolicy;
  readonly draft: CompiledPolicy;
  readonly watch: RulesWatch;
}

/** One decision that the draft would change. */
export interface TrialChange {
  readonly changes: readonly DecisionChange[];
  readonly published: Decision;
  readonly draft: Decision;
  /** Paid out under the draft less paid out under the published policy, in the shop's currency. */
  readonly difference: Money;
}

/** Prepares to try a draft beside the published policy. */
export function planDryRun(published: CompiledPolicy, draft: CompiledPolicy): DryRunPlan {
  return { published, draft, watch: watchRules(draft) };
}

/** A tally in which nothing has been tried. */
export function emptyTally({ draft }: Pick<DryRunPlan, "draft">): DryRunTally {
  return { sold: nothingTried(), asked: nothingTried(), byCountry: {}, byReason: {}, byChange: {}, foreign: 0, ...noRulesSeen(draft) };
}

/**
 * Tries one case on both policies, adds it to `tally` (which is changed in place: copies would cost more than the decisions) and
 * answers what the draft changes about it, undefined when nothing. Goods of 80.00 that were allowed and are refused by the draft:
 * `refusedMinor` grows by 8000 and the difference is −80.00.
 */
export function tryCase(plan: DryRunPlan, tally: DryRunTally, trial: TrialCase): TrialChange | undefined {
  const { basis, publishedFacts, draftFacts } = trial;
  const published = decide(plan.published, publishedFacts);
  const draft = decide(plan.draft, draftFacts);
  const changes = compareDecisions(published, draft);
  if (draft.decidedBy !== "order") noteRules(plan.watch, tally, { decision: draft, basis });
  const isForeign = trial.value.currency !== plan.draft.policy.currency;
  if (isForeign) tally.foreign += 1;
  const counted: Counted = {
    isChanged: changes.length > 0,
    payouts: isForeign ? undefined : { published: payoutOf(published, trial), draft: payoutOf(draft, trial) },
  };
  for (const place of placesOf(tally, trial)) count(place, counted);
  if (changes.length === 0) return undefined;
  for (const change of changes) tally.byChange[change] = (tally.byChange[change] ?? 0) + 1;
  return { changes, published, draft, difference: differenceOf(trial.value, counted) };
}

interface Counted {
  readonly isChanged: boolean;
  readonly payouts: { readonly published: TrialPayout; readonly draft: TrialPayout } | undefined;
}

function placesOf(tally: DryRunTally, { basis, draftFacts }: TrialCase): TrialTally[] {
  const country = (tally.byCountry[draftFacts.country ?? ""] ??= { sold: nothingTried(), asked: nothingTried() });
  const places = [tally[basis], country[basis]];
  if (basis === "asked") places.push((tally.byReason[draftFacts.reason ?? ""] ??= nothingTried()));
  return places;
}

function count(place: TrialTally, { isChanged, payouts }: Counted): void {
  place.decisions += 1;
  if (isChanged) place.changed += 1;
  if (!payouts) return;
  const { published, draft } = payouts;
  const gained = draft.goods.minor - published.goods.minor;
  if (gained < 0) place.refusedMinor -= gained;
  else place.allowedMinor += gained;
  place.publishedGoodsMinor += published.goods.minor;
  place.draftGoodsMinor += draft.goods.minor;
  place.publishedFeesMinor += published.fees.minor;
  place.draftFeesMinor += draft.fees.minor;
  place.publishedBonusMinor += published.bonus.minor;
  place.draftBonusMinor += draft.bonus.minor;
}

function differenceOf({ currency }: Money, { payouts }: Counted): Money {
  return { minor: payouts ? paidOut(payouts.draft).minor - paidOut(payouts.published).minor : 0, currency };
}

function nothingTried(): TrialTally {
  return {
    decisions: 0,
    changed: 0,
    refusedMinor: 0,
    allowedMinor: 0,
    publishedGoodsMinor: 0,
    draftGoodsMinor: 0,
    publishedFeesMinor: 0,
    draftFeesMinor: 0,
    publishedBonusMinor: 0,
    draftBonusMinor: 0,
  };
}
