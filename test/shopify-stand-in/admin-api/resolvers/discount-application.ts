import { textOf, type JsonObject } from "../../json.ts";

const TYPES: Readonly<Record<string, string>> = {
  discount_code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  script: "ScriptDiscountApplication",
};

/** The GraphQL side of a payload's `discount_applications` entry. */
export function discountApplication(payload: JsonObject | undefined, index: number, currency: string): Record<string, unknown> {
  const value = textOf(payload?.["value"], "0");
  const isPercentage = payload?.["value_type"] === "percentage";
  return {
    __typename: TYPES[textOf(payload?.["type"])] ?? "ManualDiscountApplication",
    index,
    allocationMethod: textOf(payload?.["allocation_method"], "each").toUpperCase(),
    targetSelection: textOf(payload?.["target_selection"], "all").toUpperCase(),
    targetType: textOf(payload?.["target_type"], "line_item").toUpperCase(),
    title: textOf(payload?.["title"] ?? payload?.["description"]),
    description: payload?.["description"] ?? null,
    code: textOf(payload?.["code"]),
    value: isPercentage
      ? { __typename: "PricingPercentageValue", percentage: Number(value) }
      : { __typename: "MoneyV2", amount: value, currencyCode: currency },
  };
}
