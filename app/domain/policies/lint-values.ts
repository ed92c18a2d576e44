/** The values one fact may have, as far as conditions narrow them: each kind of fact in its own way. */
export type Values = TextValues | NumberValues | SetValues;

/** Of a fact that is one text: these, or all but these. */
export interface TextValues {
  readonly kind: "text";
  readonly isExcept: boolean;
  readonly texts: ReadonlySet<string>;
  /** Whether it may also be that nobody could find it out. */
  readonly unknown: boolean;
}

/** Of a fact that is a whole number: within these ranges, both ends included, in rising order and apart. */
export interface NumberValues {
  readonly kind: "number";
  readonly ranges: readonly Range[];
  /** Whether it may also be that there is no such number (another currency, no delivery). */
  readonly none: boolean;
  readonly unknown: boolean;
}

export type Range = readonly [from: number, to: number];

/** Of a fact that is several texts: at least one of each of `someOf`, and none of `noneOf`. */
export interface SetValues {
  readonly kind: "set";
  readonly someOf: readonly ReadonlySet<string>[];
  readonly noneOf: ReadonlySet<string>;
  readonly state: "known" | "unknown" | "either";
}

/** What both allow. They are of the same fact. */
export function both(left: Values, right: Values): Values {
  if (left.kind === "text" && right.kind === "text") return bothTexts(left, right);
  if (left.kind === "number" && right.kind === "number") return bothNumbers(left, right);
  if (left.kind === "set" && right.kind === "set") return bothSets(left, right);
  throw new Error("Values of different facts are compared");
}

/** What `left` allows and `right` does not, in parts; no part when `right` allows it all. */
export function without(left: Values, right: Values): Values[] {
  if (right.kind === "set") return left.kind === "set" ? setWithout(left, right).filter((part) => !isNone(part)) : [];
  const rest = both(left, opposite(right));
  return isNone(rest) ? [] : [rest];
}

/** Whether nothing is allowed. */
export function isNone(values: Values): boolean {
  switch (values.kind) {
    case "text":
      return !values.isExcept && values.texts.size === 0 && !values.unknown;
    case "number":
      return values.ranges.length === 0 && !values.none && !values.unknown;
    case "set":
      return values.state === "known" && values.someOf.some((some) => isWithin(some, values.noneOf));
  }
}

/** Everything that these values are not, what cannot be found out included. */
function opposite(values: TextValues | NumberValues): TextValues | NumberValues {
  if (values.kind === "text") return { ...values, isExcept: !values.isExcept, unknown: !values.unknown };
  return { ...values, ranges: gapsBetween(values.ranges), none: !values.none, unknown: !values.unknown };
}

/** The whole numbers outside some ranges: outside 1 to 5 are those up to 0 and those from 6. */
export function gapsBetween(ranges: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let from = -Infinity;
  for (const [start, end] of ranges) {
    if (start > from) gaps.push([from, start - 1]);
    from = end + 1;
  }
  return from === Infinity ? gaps : [...gaps, [from, Infinity]];
}

function bothTexts(left: TextValues, right: TextValues): TextValues {
  const unknown = left.unknown && right.unknown;
  if (left.isExcept && right.isExcept) return { ...left, texts: new Set([...left.texts, ...right.texts]), unknown };
  const [named, other] = left.isExcept ? [right, left] : [left, right];
  const texts = new Set([...named.texts].filter((text) => other.texts.has(text) !== other.isExcept));
  return { kind: "text", isExcept: false, texts, unknown };
}

function bothNumbers(left: NumberValues, right: NumberValues): NumberValues {
  const ranges = left.ranges.flatMap(([from, to]) =>
    right.ranges.map(([start, end]): Range => [Math.max(from, start), Math.min(to, end)]).filter(([start, end]) => start <= end),
  );
  return { kind: "number", ranges, none: left.none && right.none, unknown: left.unknown && right.unknown };
}

const NOTHING: SetValues = { kind: "set", someOf: [new Set()], noneOf: new Set(), state: "known" };

function bothSets(left: SetValues, right: SetValues): SetValues {
  if (left.state === "either" && right.state === "either") return joined(left, right, "either");
  if (left.state === "unknown" || right.state === "unknown") {
    return left.state === "known" || right.state === "known" ? NOTHING : { ...NOTHING, someOf: [], state: "unknown" };
  }
  return joined(left, right, "known");
}

function joined(left: SetValues, right: SetValues, state: SetValues["state"]): SetValues {
  return { kind: "set", someOf: [...left.someOf, ...right.someOf], noneOf: new Set([...left.noneOf, ...right.noneOf]), state };
}

function setWithout(left: SetValues, right: SetValues): SetValues[] {
  const parts: SetValues[] = [];
  if (left.state !== "known" && right.state === "known") parts.push({ ...NOTHING, someOf: [], state: "unknown" });
  if (left.state === "unknown") return right.state === "known" ? parts : [];
  const known: SetValues = { ...left, state: "known" };
  for (const some of right.someOf) parts.push({ ...known, noneOf: new Set([...known.noneOf, ...some]) });
  if (right.noneOf.size > 0) parts.push({ ...known, someOf: [...known.someOf, right.noneOf] });
  return parts;
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const one of part) if (!whole.has(one)) return false;
  return true;
}
