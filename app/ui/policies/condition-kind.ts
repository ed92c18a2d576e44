import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";

/** Which fields a condition has. */
export type ConditionKind = "list" | "grades" | "answer" | "named" | "range" | "flag" | "group";

/** Which fields a condition on this has. */
export function kindOfCondition(on: PolicyCondition["on"]): ConditionKind {
  return KINDS[on];
}

const KINDS: Readonly<Record<PolicyCondition["on"], ConditionKind>> = {
  all: "group",
  any: "group",
  product: "named",
  collection: "named",
  market: "named",
  customer_segment: "named",
  is_gift_card: "flag",
  is_digital: "flag",
  is_final_sale: "flag",
  has_evidence: "flag",
  unit_price: "range",
  order_value: "range",
  discount_share_bp: "range",
  days_since_delivery: "range",
  quantity: "range",
  past_return_share_bp: "range",
  product_type: "list",
  product_tag: "list",
  vendor: "list",
  country: "list",
  reason: "list",
  customer_tag: "list",
  answer: "answer",
  inspected_condition: "grades",
};
