import type { JsonObject } from "../../json.ts";

const TYPES: Readonly<Record<string, string>> = {
  discount_code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  script: "ScriptDiscountApplication",
};

/** The GraphQL side of a payload's `discount_applications` entry. */
export function discountApplication(payload: JsonObject | undefined, index: number, currency: string): Record<string, unknown> {
  const value = String(payload?.["value"] ?? "0");
  const isPercentage = payload?.["value_type"] === "percentage";
  return {
    __typename: TYPES[String(payload?.["type"])] ?? "ManualDiscountApplication",
    index,
    allocationMethod: String(payload?.["allocation_method"] ?? "each").toUpperCase(),
    targetSelection: String(payload?.["target_selection"] ?? "all").toUpperCase(),
    targetType: String(payload?.["target_type"] ?? "line_item").toUpperCase(),
    title: String(payload?.["title"] ?? payload?.["description"] ?? ""),
    description: payload?.["description"] ?? null,
    code: String(payload?.["code"] ?? ""),
    value: isPercentage
      ? { __typename: "PricingPercentageValue", percentage: Number(value) }
      : { __typename: "MoneyV2", amount: value, currencyCode: currency },
  };
}
