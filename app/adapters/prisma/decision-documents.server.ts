import type { Decision, DecisionFacts } from "#app/domain/policies/decision.ts";
import { document } from "./documents.server.ts";

/** What a decision was made on, as it is stored with it. */
export const decisionFacts = document<DecisionFacts>("a decision's facts", {
  ...{ orderGid: "text", lineGid: "text", productType: "text", productTags: "list", vendor: "text", unitPrice: "record" },
  ...{ discountShareBp: "number", quantity: "number", quantityLeft: "number", isGiftCard: "flag", isDigital: "flag" },
  ...{ deliveredOn: "text or null", deliveryBasis: "text", daysSinceDelivery: "number or null", country: "text or null" },
  ...{ reason: "text or null", customerTags: "list", customerOrdersCount: "number or null", decidedOn: "text" },
});

/** A decision with everything that explains it. */
export const decision = document<Decision>("a decision", {
  ...{ outcome: "text", policyVersion: "number", decidedBy: "text", ruleId: "text or null", ruleName: "text or null" },
  ...{ factsUsed: decisionFacts, terms: "record or null", because: "text or null", instead: "list", explanation: "list" },
});
