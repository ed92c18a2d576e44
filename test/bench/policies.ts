import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { aPolicy, aRule, anEligibleOutcome, anOffer, someFacts } from "#test/builders/a-policy.ts";
import { median, whole, type Row } from "./table.ts";

const RULES = 50;
const GOAL = 100_000;
const SECONDS = 2;
const ROUNDS = 3;

const TYPES = ["Shirts", "Shoes", "Coats", "Bags", "Lamps", "Rugs", "Mugs", "Socks"];
const COUNTRIES = ["US", "DE", "GB", "JP"];

/** Decisions per second of one policy with fifty rules. Which rule decides is spread over the whole list; some items meet none. */
export function benchPolicies(): Row[] {
  const compiled = compilePolicy(aPolicy({ rules: Array.from({ length: RULES }, (_, index) => ruleAt(index)) }), 1);
  const facts = Array.from({ length: 997 }, (_, index) => factsAt(index));
  const deciders = new Set(facts.map((each) => decide(compiled, each).ruleId));
  if (deciders.size < RULES / 2) throw new Error(`Only ${deciders.size} rules decide anything: the figure would say nothing`);
  const rates = Array.from({ length: ROUNDS + 1 }, () => decisionsPerSecond((index) => decide(compiled, itemOf(facts, index)).outcome));
  const perSecond = median(rates.slice(1));
  return [{ what: `policy decisions with ${RULES} rules`, figure: whole(perSecond, "/s"), goal: "≥ 100,000/s", isMet: perSecond >= GOAL }];
}

function itemOf(facts: readonly DecisionFacts[], index: number): DecisionFacts {
  return facts[index % facts.length] ?? someFacts();
}

function decisionsPerSecond(one: (index: number) => unknown): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < SECONDS * 1_000) for (let index = 0; index < 500; index += 1) one((done += 1));
  return (done * 1_000) / (performance.now() - started);
}

/** As merchants write them: for some types of goods with a certain tag, unless they went far away or were cheap. */
function ruleAt(index: number): PolicyRule {
  const conditions: PolicyCondition[] = [
    { on: "product_type", oneOf: [index, index + 1, index + 3].map((number) => TYPES[number % TYPES.length] ?? ""), isNegated: false },
    { on: "product_tag", oneOf: [`season-${index}`, `outlet-${index}`], isNegated: false },
    { on: "country", oneOf: ["NO", "CH"], isNegated: true },
    { on: "unit_price", atLeast: { minor: 300 + index, currency: "USD" }, atMost: null, isNegated: false },
  ];
  const offers = [anOffer(), anOffer({ kind: "store_credit", bonusBp: 500 }), anOffer({ kind: "exchange" })];
  return aRule({
    conditions,
    ...(index % 5 === 0 ? {} : { outcome: anEligibleOutcome({ resolutions: offers, windowDays: 14 + (index % 30) }) }),
  });
}

function factsAt(index: number): DecisionFacts {
  return someFacts({
    productType: TYPES[index % TYPES.length] ?? "Shirts",
    productTags: ["new", "cotton", `season-${index % (RULES + 10)}`],
    country: COUNTRIES[index % COUNTRIES.length] ?? "US",
    unitPrice: { minor: 500 + index * 37, currency: "USD" },
    daysSinceDelivery: index % 60,
    reason: index % 7 === 0 ? "damaged-or-defective" : "too-small",
  });
}
