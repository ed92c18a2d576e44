import { plain, plainSet } from "./plain.ts";
import type { PlainCondition, PolicyCondition } from "./policy-condition.ts";
import { FOUND_OUT_SUBJECTS, isGroup } from "./policy-condition.ts";
import type { NumberValues, Range, SetValues, TextValues, Values } from "./lint-values.ts";
import { both, gapsBetween, isNone, without } from "./lint-values.ts";

/** Part of all items there could be: those whose facts have these values; a fact that is not named may be anything. */
export type Box = ReadonlyMap<string, Values>;

/** Beyond this many boxes a rule is too manifold to be reasoned about, and nothing is said of it. */
const LARGEST = 400;

/**
 * The items that conditions hold for together, as boxes; none when they contradict each other, null when there are too many. "Type is
 * shirts, and any of (country DE, tag vip)" is two boxes.
 */
export function boxesOf(conditions: readonly PolicyCondition[]): Box[] | null {
  return joinedBoxes(conditions.map((condition) => boxesOfOne(condition, false)));
}

/** What is left of some boxes after others were taken out; null when it falls into too many pieces. */
export function subtract(boxes: readonly Box[], others: readonly Box[]): Box[] | null {
  let left: Box[] = [...boxes];
  for (const other of others) {
    left = left.flatMap((box) => boxWithout(box, other));
    if (left.length > LARGEST) return null;
  }
  return left;
}

/** What both boxes hold; undefined when nothing. */
export function overlap(left: Box, right: Box): Box | undefined {
  const result = new Map(left);
  for (const [fact, values] of right) {
    const narrowed = both(valuesOf(left, fact), values);
    if (isNone(narrowed)) return undefined;
    result.set(fact, narrowed);
  }
  return result;
}

/** The values a box allows for a fact. */
export function valuesOf(box: Box, fact: string): Values {
  return box.get(fact) ?? anything(fact);
}

/** Values for boxes that ask about parts of all items. */
export function oneText(texts: readonly string[], isExcept = false, unknown = false): TextValues {
  return { kind: "text", isExcept, texts: plainSet(texts), unknown };
}

/** Whole numbers from `from` to `to`, both included. */
export function between(from: number, to: number): NumberValues {
  return { kind: "number", ranges: [[from, to]], none: false, unknown: false };
}

function boxesOfOne(condition: PolicyCondition, isTurned: boolean): Box[] | null {
  const isNot = condition.isNegated !== isTurned;
  if (!isGroup(condition)) return [new Map([[factOf(condition), valuesFor(condition, isNot)]])];
  const inner = condition.conditions.map((one) => boxesOfOne(one, isNot));
  if ((condition.on === "all") !== isNot) return joinedBoxes(inner);
  const all = inner.flatMap((boxes) => boxes ?? []);
  return inner.includes(null) || all.length > LARGEST ? null : all;
}

function joinedBoxes(parts: readonly (Box[] | null)[]): Box[] | null {
  let result: Box[] = [new Map()];
  for (const boxes of parts) {
    if (boxes === null) return null;
    result = result.flatMap((box) => boxes.flatMap((other) => overlap(box, other) ?? []));
    if (result.length > LARGEST) return null;
  }
  return result;
}

/** Takes one box out of another, fact by fact: what differs in the first fact, then what differs in the second, and so on. */
function boxWithout(box: Box, other: Box): Box[] {
  if (overlap(box, other) === undefined) return [box];
  const pieces: Box[] = [];
  let rest = box;
  for (const [fact, values] of other) {
    for (const part of without(valuesOf(rest, fact), values)) pieces.push(new Map(rest).set(fact, part));
    rest = new Map(rest).set(fact, both(valuesOf(rest, fact), values));
  }
  return pieces;
}

function factOf(condition: PlainCondition): string {
  return condition.on === "answer" ? `answer:${condition.question}` : condition.on;
}

const YES = new Set(["yes"]);
const YES_AND_NO = new Set(["yes", "no"]);
const FOUND_OUT: ReadonlySet<string> = new Set(FOUND_OUT_SUBJECTS);
const FLAGS: ReadonlySet<string> = new Set(["is_gift_card", "is_digital", "is_final_sale", "has_evidence"]);
const SETS: ReadonlySet<string> = new Set(["product_tag", "customer_tag", "collection", "customer_segment"]);

/** All that a number can be; prices in another currency and days since a delivery that was not are no number. */
const NUMBERS: Readonly<Record<string, { readonly range: Range; readonly none: boolean }>> = {
  unit_price: { range: [0, Infinity], none: true },
  order_value: { range: [0, Infinity], none: true },
  discount_share_bp: { range: [0, 10_000], none: false },
  quantity: { range: [1, Infinity], none: false },
  days_since_delivery: { range: [-Infinity, Infinity], none: true },
  past_return_share_bp: { range: [0, 10_000], none: false },
};

/** Everything a fact could be. */
function anything(fact: string): Values {
  const unknown = FOUND_OUT.has(fact);
  if (FLAGS.has(fact)) return { kind: "text", isExcept: false, texts: YES_AND_NO, unknown };
  if (SETS.has(fact)) return { kind: "set", someOf: [], noneOf: new Set(), state: unknown ? "either" : "known" };
  const number = NUMBERS[fact];
  if (number) return { kind: "number", ranges: [number.range], none: number.none, unknown };
  return { kind: "text", isExcept: true, texts: new Set(), unknown };
}

function valuesFor(condition: PlainCondition, isNot: boolean): Values {
  switch (condition.on) {
    case "unit_price":
    case "order_value":
      return numbers(condition.on, [condition.atLeast?.minor ?? -Infinity, condition.atMost?.minor ?? Infinity], isNot);
    case "discount_share_bp":
    case "days_since_delivery":
    case "quantity":
    case "past_return_share_bp":
      return numbers(condition.on, [condition.atLeast ?? -Infinity, condition.atMost ?? Infinity], isNot);
    case "is_gift_card":
    case "is_digital":
    case "is_final_sale":
    case "has_evidence":
      return { kind: "text", isExcept: false, texts: isNot ? new Set(["no"]) : YES, unknown: false };
    case "inspected_condition":
      return { kind: "text", isExcept: isNot, texts: new Set(condition.oneOf.map(({ id }) => id)), unknown: false };
    case "product":
    case "market":
      return { kind: "text", isExcept: isNot, texts: new Set(condition.oneOf.map(({ gid }) => gid)), unknown: false };
    case "collection":
    case "customer_segment":
      return oneOfSet(new Set(condition.oneOf.map(({ gid }) => gid)), isNot);
    case "product_tag":
    case "customer_tag":
      return oneOfSet(plainSet(condition.oneOf), isNot);
    default:
      return { kind: "text", isExcept: isNot, texts: new Set(condition.oneOf.map(plain)), unknown: false };
  }
}

function numbers(on: string, range: Range, isNot: boolean): Values {
  const all = anything(on);
  const asked: NumberValues = { kind: "number", ranges: isNot ? gapsBetween([range]) : [range], none: isNot, unknown: false };
  return both(all, asked);
}

function oneOfSet(texts: ReadonlySet<string>, isNot: boolean): SetValues {
  return { kind: "set", someOf: isNot ? [] : [texts], noneOf: isNot ? texts : new Set(), state: "known" };
}
