import type { GradeCondition } from "#app/domain/inspection/inspection-settings.ts";
import type { Money } from "#app/domain/shared/money.ts";

/**
 * One thing that must hold about an item for a rule to apply. `isNegated` turns it round. Texts are compared without regard to
 * case. A fact that nobody has given yet (no reason chosen, question not answered) meets no condition, and so meets every negated
 * one; a fact that could not be found out, or not yet, (see `FOUND_OUT_SUBJECTS`) meets neither.
 */
export type PolicyCondition = (
  ListCondition | NamedCondition | InspectedCondition | AnswerCondition | PriceCondition | RangeCondition | FlagCondition | GroupCondition
) & { readonly isNegated: boolean };

/** Holds when the fact is one of these; for tags, when the item or customer has at least one of these. */
export interface ListCondition {
  readonly on: "product_type" | "product_tag" | "vendor" | "country" | "reason" | "customer_tag";
  readonly oneOf: readonly string[];
}

/** Holds when the item or its order belongs to one of these things of the shop, whatever they are called by now. */
export interface NamedCondition {
  readonly on: "product" | "collection" | "market" | "customer_segment";
  readonly oneOf: readonly NamedThing[];
}

export interface NamedThing {
  /** Shopify's id: what is compared. */
  readonly gid: string;
  /** What it was called when it was chosen: what people read. */
  readonly name: string;
}

/** Holds when the goods were found to be of one of these grades; before the inspection it cannot be told. */
export interface InspectedCondition {
  readonly on: "inspected_condition";
  readonly oneOf: readonly NamedGrade[];
}

/** One of the merchant's grades, as it was when it was chosen. */
export interface NamedGrade {
  /** The grade's id: what is compared. */
  readonly id: string;
  /** What people read; empty is the app's own word for the condition. */
  readonly name: string;
  readonly condition: GradeCondition;
}

/** Holds when the shopper answered this question with one of these. */
export interface AnswerCondition {
  readonly on: "answer";
  /** The question's id. */
  readonly question: string;
  readonly oneOf: readonly string[];
}

/**
 * Holds from `atLeast` to `atMost`, both included and in the shop's currency; null is open. A unit's price and an order's value are
 * those of the goods after discounts.
 */
export interface PriceCondition {
  readonly on: "unit_price" | "order_value";
  readonly atLeast: Money | null;
  readonly atMost: Money | null;
}

/** Holds from `atLeast` to `atMost`, both included; null is open. Shares in basis points, days whole, quantity in units. */
export interface RangeCondition {
  readonly on: "discount_share_bp" | "days_since_delivery" | "quantity" | "past_return_share_bp";
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** Holds when the item is, or has, what the name says. */
export interface FlagCondition {
  readonly on: "is_gift_card" | "is_digital" | "is_final_sale" | "has_evidence";
}

/** Holds when all, or at least one, of the conditions in it hold; negated: when not all, or none of them, do. */
export interface GroupCondition {
  readonly on: "all" | "any";
  readonly conditions: readonly PolicyCondition[];
}

export type ConditionSubject = Exclude<PolicyCondition["on"], GroupCondition["on"]>;

/** Facts that have to be found out beyond the order, or once the goods are here, and so may be unknown when a decision is due. */
export const FOUND_OUT_SUBJECTS = [
  "collection",
  "is_final_sale",
  "market",
  "customer_segment",
  "past_return_share_bp",
  "inspected_condition",
] as const satisfies readonly ConditionSubject[];
export type FoundOutSubject = (typeof FOUND_OUT_SUBJECTS)[number];

/** Every fact that the editor offers for a condition, in its order. */
export const CONDITION_SUBJECTS = [
  "product",
  "product_type",
  "product_tag",
  "collection",
  "vendor",
  "unit_price",
  "discount_share_bp",
  "is_final_sale",
  "days_since_delivery",
  "order_value",
  "quantity",
  "country",
  "market",
  "reason",
  "answer",
  "has_evidence",
  "inspected_condition",
  "customer_tag",
  "customer_segment",
  "past_return_share_bp",
  "is_gift_card",
  "is_digital",
] as const satisfies readonly ConditionSubject[];

/** A condition that looks at a fact itself. */
export type PlainCondition = Exclude<PolicyCondition, GroupCondition>;

/** The conditions inside groups, however deep, without the groups: "any of (a, all of (b, c))" is a, b, c. */
export function flattened(conditions: readonly PolicyCondition[]): PlainCondition[] {
  return conditions.flatMap((condition) => (isGroup(condition) ? flattened(condition.conditions) : [condition]));
}

/** Whether a condition is a group of others. */
export function isGroup(condition: PolicyCondition): condition is GroupCondition & { readonly isNegated: boolean } {
  return condition.on === "all" || condition.on === "any";
}
