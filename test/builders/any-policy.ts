import fc from "fast-check";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyOutcome } from "#app/domain/policies/policy.ts";
import { ALTERNATIVES, REFUSAL_REASONS, RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";

/** Few values on purpose, so that generated conditions and generated facts often meet. */
const WORDS = ["Shirts", "shoes", "Final-Sale", "vip", "Acme", "new"];
const REASONS = ["too-small", "damaged-or-defective", "other-reason"];
const COUNTRIES = ["US", "DE", "JP"];

const word = fc.constantFrom(...WORDS);
const isNegated = fc.boolean();
const bounds = (max: number) =>
  fc
    .tuple(fc.option(fc.nat(max)), fc.option(fc.nat(max)))
    .filter(([atLeast, atMost]) => (atLeast ?? atMost) !== null && (atLeast ?? 0) <= (atMost ?? max))
    .map(([atLeast, atMost]) => ({ atLeast, atMost }));
const usd = (minor: number | null) => (minor === null ? null : { minor, currency: "USD" });

/** Any condition a merchant could write. */
export const anyCondition: fc.Arbitrary<PolicyCondition> = fc.oneof(
  fc.record({
    on: fc.constantFrom("product_type" as const, "product_tag" as const, "vendor" as const, "customer_tag" as const),
    oneOf: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    isNegated,
  }),
  fc.record({
    on: fc.constant("country" as const),
    oneOf: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1 }),
    isNegated,
  }),
  fc.record({ on: fc.constant("reason" as const), oneOf: fc.uniqueArray(fc.constantFrom(...REASONS), { minLength: 1 }), isNegated }),
  fc.record({ bounds: bounds(10_000), isNegated }).map(({ bounds: { atLeast, atMost }, ...rest }) => ({
    on: "unit_price" as const,
    atLeast: usd(atLeast),
    atMost: usd(atMost),
    ...rest,
  })),
  fc
    .record({
      on: fc.constantFrom("discount_share_bp" as const, "days_since_delivery" as const, "quantity" as const),
      bounds: bounds(60),
      isNegated,
    })
    .map(({ bounds: range, ...rest }) => ({ ...rest, ...range })),
  fc.record({ on: fc.constantFrom("is_gift_card" as const, "is_digital" as const), isNegated }),
);

const anyOffer = (kind: OfferedResolution["kind"]): fc.Arbitrary<OfferedResolution> =>
  fc.record({
    kind: fc.constant(kind),
    bonusBp: kind === "store_credit" ? fc.integer({ min: 0, max: 2_000 }) : fc.constant(0),
    restockingFeeBp: fc.integer({ min: 0, max: 10_000 }),
    takesReturnShippingFee: fc.boolean(),
    expectedDays: fc.nat(30),
    creditExpiresAfterDays: kind === "store_credit" ? fc.option(fc.integer({ min: 1, max: 365 })) : fc.constant(null),
  });

/** Any outcome that lets something come back. */
const anyEligible: fc.Arbitrary<EligibleOutcome> = fc.record({
  kind: fc.constant("eligible" as const),
  windowDays: fc.option(fc.nat(60)),
  resolutions: fc.uniqueArray(fc.constantFrom(...RESOLUTION_KINDS), { minLength: 1 }).chain((kinds) => fc.tuple(...kinds.map(anyOffer))),
  approval: fc.constantFrom("auto" as const, "review" as const),
  photo: fc.constantFrom("not_needed" as const, "optional" as const, "required" as const),
  labelPaidBy: fc.constantFrom("merchant" as const, "customer" as const),
  returnShippingFees: fc.array(
    fc.record({
      countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES)),
      amount: fc.record({ minor: fc.nat(3000), currency: fc.constant("USD") }),
    }),
    { maxLength: 3 },
  ),
  refundsShippingAtFault: fc.boolean(),
});

const anyOutcome: fc.Arbitrary<PolicyOutcome> = fc.oneof(
  anyEligible,
  fc.record({
    kind: fc.constant("ineligible" as const),
    because: fc.constantFrom(...REFUSAL_REASONS),
    instead: fc.uniqueArray(fc.constantFrom(...ALTERNATIVES)),
  }),
);

/** Any policy that the editor would accept. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  format: fc.constant(1 as const),
  currency: fc.constant("USD"),
  rules: fc
    .array(fc.record({ name: word, isEnabled: fc.boolean(), conditions: fc.array(anyCondition, { maxLength: 3 }), outcome: anyOutcome }), {
      maxLength: 6,
    })
    .map((rules) => rules.map((rule, index) => ({ id: `rule-${index}`, ...rule }))),
  otherwise: anyOutcome,
  reasons: fc.constant([
    { code: "too-small", fault: "customer" as const, isNoteRequired: false },
    { code: "damaged-or-defective", fault: "merchant" as const, isNoteRequired: false },
    { code: "other-reason", fault: "customer" as const, isNoteRequired: true },
  ]),
  transit: fc.constant({ days: 5, byCountry: [] }),
});

/** Any facts about an item, sent or not. */
export const anyFacts: fc.Arbitrary<DecisionFacts> = fc
  .record({
    productType: word,
    productTags: fc.array(word, { maxLength: 4 }),
    vendor: word,
    unitPrice: fc.record({ minor: fc.nat(12_000), currency: fc.constantFrom("USD", "EUR") }),
    discountShareBp: fc.nat(100),
    quantity: fc.integer({ min: 1, max: 5 }),
    quantityLeft: fc.nat(5),
    isGiftCard: fc.boolean(),
    isDigital: fc.boolean(),
    country: fc.option(fc.constantFrom(...COUNTRIES)),
    reason: fc.option(fc.constantFrom(...REASONS)),
    customerTags: fc.array(word, { maxLength: 3 }),
    customerOrdersCount: fc.option(fc.nat(9)),
    daysSinceDelivery: fc.option(fc.integer({ min: -5, max: 70 })),
  })
  .map(({ daysSinceDelivery, ...facts }) => ({
    orderGid: "gid://shopify/Order/1",
    lineGid: "gid://shopify/LineItem/1",
    ...facts,
    daysSinceDelivery,
    deliveredOn: daysSinceDelivery === null ? null : "2026-03-05",
    deliveryBasis:
      daysSinceDelivery === null ? ("not_sent" as const) : daysSinceDelivery < 0 ? ("estimated" as const) : ("delivered" as const),
    decidedOn: "2026-03-15",
  }));
