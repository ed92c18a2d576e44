import fc from "fast-check";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyOutcome } from "#app/domain/policies/policy.ts";
import { ALTERNATIVES, REFUSAL_REASONS, RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";

/** Few values on purpose, so that generated conditions and generated facts often meet. */
const WORDS = ["Shirts", "shoes", "Final-Sale", "vip", "Acme", "new"];
const REASONS = ["too-small", "damaged-or-defective", "other-reason"];
const COUNTRIES = ["US", "DE", "JP"];
const THINGS = ["gid://shopify/Thing/1", "gid://shopify/Thing/2", "gid://shopify/Thing/3"];

const word = fc.constantFrom(...WORDS);
const isNegated = fc.boolean();
const bounds = (max: number) =>
  fc
    .tuple(fc.option(fc.nat(max)), fc.option(fc.nat(max)))
    .filter(([atLeast, atMost]) => (atLeast ?? atMost) !== null && (atLeast ?? 0) <= (atMost ?? max))
    .map(([atLeast, atMost]) => ({ atLeast, atMost }));
const usd = (minor: number | null) => (minor === null ? null : { minor, currency: "USD" });

const anyPlainCondition: fc.Arbitrary<PolicyCondition> = fc.oneof(
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
  fc.record({
    on: fc.constantFrom("product" as const, "collection" as const, "market" as const, "customer_segment" as const),
    oneOf: fc
      .uniqueArray(fc.constantFrom(...THINGS), { minLength: 1, maxLength: 2 })
      .map((gids) => gids.map((gid) => ({ gid, name: `Thing ${gid.slice(-1)}` }))),
    isNegated,
  }),
  fc.record({
    on: fc.constant("inspected_condition" as const),
    oneOf: fc
      .uniqueArray(fc.constantFrom("as_new" as const, "used" as const), { minLength: 1 })
      .map((conditions) => conditions.map((condition) => ({ id: condition.replace("_", "-"), name: "", condition }))),
    isNegated,
  }),
  fc.record({ on: fc.constant("answer" as const), question: fc.constant("worn"), oneOf: fc.constant(["yes"]), isNegated }),
  fc
    .record({ on: fc.constantFrom("unit_price" as const, "order_value" as const), bounds: bounds(10_000), isNegated })
    .map(({ on, bounds: { atLeast, atMost }, ...rest }) => ({ on, atLeast: usd(atLeast), atMost: usd(atMost), ...rest })),
  fc
    .record({
      on: fc.constantFrom(
        "discount_share_bp" as const,
        "days_since_delivery" as const,
        "quantity" as const,
        "past_return_share_bp" as const,
      ),
      bounds: bounds(60),
      isNegated,
    })
    .map(({ bounds: range, ...rest }) => ({ ...rest, ...range })),
  fc.record({
    on: fc.constantFrom("is_gift_card" as const, "is_digital" as const, "is_final_sale" as const, "has_evidence" as const),
    isNegated,
  }),
);

/** Any condition a merchant could write, groups in groups included. */
export const anyCondition: fc.Arbitrary<PolicyCondition> = fc.letrec<{ condition: PolicyCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", maxDepth: 3, withCrossShrink: true },
    { arbitrary: anyPlainCondition, weight: 5 },
    {
      arbitrary: fc.record({
        on: fc.constantFrom("all" as const, "any" as const),
        conditions: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
        isNegated,
      }),
      weight: 1,
    },
  ),
})).condition;

const anyOffer = (kind: OfferedResolution["kind"]): fc.Arbitrary<OfferedResolution> =>
  fc.record({
    kind: fc.constant(kind),
    bonusBp: kind === "store_credit" ? fc.integer({ min: 0, max: 2_000 }) : fc.constant(0),
    restockingFeeBp: kind === "repair" ? fc.constant(0) : fc.integer({ min: 0, max: 10_000 }),
    takesReturnShippingFee: kind === "repair" ? fc.constant(false) : fc.boolean(),
    expectedDays: fc.nat(30),
    ...(kind === "keep_it"
      ? { onlyUpTo: fc.record({ minor: fc.nat(12_000), currency: fc.constant("USD") }), asksToDonate: fc.constant(true) }
      : {}),
    creditExpiresAfterDays: kind === "store_credit" ? fc.option(fc.integer({ min: 1, max: 365 })) : fc.constant(null),
  });

/** Any outcome that lets something come back. */
const anyEligible: fc.Arbitrary<EligibleOutcome> = fc.record({
  kind: fc.constant("eligible" as const),
  windowDays: fc.option(fc.nat(60)),
  resolutions: fc
    .uniqueArray(fc.constantFrom(...RESOLUTION_KINDS), { minLength: 1 })
    .filter((kinds) => kinds.some((kind) => kind !== "keep_it"))
    .chain((kinds) => fc.tuple(...kinds.map(anyOffer))),
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
    { code: "other-reason", fault: "customer" as const, isNoteRequired: true, photo: "required" as const },
  ]),
  questions: fc.constant([
    {
      id: "worn",
      asked: { on: "reason" as const, reasons: [], productTypes: [] },
      kind: "choice" as const,
      isRequired: false,
      texts: { en: "Was it worn?" },
      choices: [
        { id: "yes", texts: { en: "Yes" } },
        { id: "no", texts: { en: "No" } },
      ],
    },
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
    productGid: fc.option(fc.constantFrom(...THINGS)),
    collections: fc.option(fc.uniqueArray(fc.constantFrom(...THINGS))),
    isFinalSale: fc.option(fc.boolean()),
    orderValue: fc.record({ minor: fc.nat(12_000), currency: fc.constant("USD") }),
    market: fc.option(fc.constantFrom("", ...THINGS)),
    customerSegments: fc.option(fc.uniqueArray(fc.constantFrom(...THINGS))),
    pastReturnShareBp: fc.option(fc.nat(100)),
    answers: fc.constantFrom<Readonly<Record<string, string>>>({}, { worn: "yes" }, { worn: "no" }),
    hasEvidence: fc.boolean(),
    inspectedCondition: fc.option(fc.constantFrom("as-new", "used", "damaged")),
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
