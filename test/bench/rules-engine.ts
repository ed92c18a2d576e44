import { Engine, type ConditionProperties } from "json-rules-engine";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { aPolicy } from "#test/builders/a-policy.ts";
import { benchFacts, benchRule, type PlainCondition } from "./policy-samples.ts";
import { median, whole, type Row } from "./table.ts";

const RULES = 200;
const GOAL = 30;
const SECONDS = 2;
const ROUNDS = 3;

/** Decisions per second with two hundred rules beside json-rules-engine with the same rules, facts and answers, one after the other in this run. */
export async function benchRulesEngine(): Promise<Row[]> {
  const rules = Array.from({ length: RULES }, (_, index) => benchRule(index));
  const compiled = compilePolicy(aPolicy({ rules }), 1);
  const engine = engineOf(rules);
  const facts = Array.from({ length: 997 }, (_, index) => benchFacts(index, RULES));
  await mustAgree(facts, { ours: (each) => decide(compiled, each).ruleId, theirs: (each) => decideByEngine(engine, each) });
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    ours?.push(await perSecond(facts, (each) => decide(compiled, each).outcome));
    theirs?.push(await perSecond(facts, (each) => decideByEngine(engine, each)));
  }
  const [figure, baseline] = [median((ours ?? []).slice(1)), median((theirs ?? []).slice(1))];
  const ratio = figure / baseline;
  return [
    {
      what: `policy decisions with ${RULES} rules, against json-rules-engine`,
      figure: whole(figure, "/s"),
      baseline: whole(baseline, "/s"),
      ratio: `${ratio.toFixed(1)}×`,
      goal: `≥ ${GOAL}×`,
      isMet: ratio >= GOAL,
    },
  ];
}

interface Deciders {
  readonly ours: (facts: DecisionFacts) => string | null;
  readonly theirs: (facts: DecisionFacts) => Promise<string | null>;
}

/** A comparison of engines that disagree would say nothing. */
async function mustAgree(facts: readonly DecisionFacts[], { ours, theirs }: Deciders): Promise<void> {
  const deciders = new Set<string | null>();
  for (const each of facts) {
    const [one, other] = [ours(each), await theirs(each)];
    if (one !== other) throw new Error(`Decided by ${one} here and by ${other} there`);
    deciders.add(one);
  }
  if (deciders.size < RULES / 4) throw new Error(`Only ${deciders.size} rules decide anything: the figure would say nothing`);
}

async function perSecond(facts: readonly DecisionFacts[], one: (facts: DecisionFacts) => unknown): Promise<number> {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < SECONDS * 1_000) {
    for (let index = 0; index < 50; index += 1) {
      const item = facts[done % facts.length];
      const answer = item && one(item);
      // A decision that is there at once is not made to wait for a turn of the event loop.
      if (answer instanceof Promise) await answer;
      done += 1;
    }
  }
  return (done * 1_000) / (performance.now() - started);
}

/** The first rule has the highest priority, and the engine stops at the first that holds. */
function engineOf(rules: readonly ReturnType<typeof benchRule>[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<readonly string[], readonly string[]>("hasOneOf", (tags, wanted) => wanted.some((tag) => tags.includes(tag)));
  rules.forEach(({ id, conditions }, index) => {
    const all = conditions.map(engineCondition);
    engine.addRule({ conditions: { all }, event: { type: id }, priority: rules.length - index, onSuccess: () => void engine.stop() });
  });
  return engine;
}

function engineCondition(condition: PlainCondition): ConditionProperties {
  switch (condition.on) {
    case "unit_price":
    case "order_value":
      return { fact: "unitPrice", path: "$.minor", operator: "greaterThanInclusive", value: condition.atLeast?.minor ?? 0 };
    case "product_tag":
      return { fact: "productTags", operator: "hasOneOf", value: condition.oneOf };
    case "country":
      return { fact: "country", operator: condition.isNegated ? "notIn" : "in", value: condition.oneOf };
    default:
      return { fact: "productType", operator: condition.isNegated ? "notIn" : "in", value: condition.oneOf };
  }
}

async function decideByEngine(engine: Engine, facts: DecisionFacts): Promise<string | null> {
  const { events } = await engine.run({ ...facts });
  return events[0]?.type ?? null;
}
