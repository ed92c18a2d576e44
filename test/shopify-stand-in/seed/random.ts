/** A seeded source of chance: the same seed gives the same shop, on every machine and in every test. */
export interface Chance {
  /** A whole number from `from` up to and including `to`. */
  whole: (from: number, to: number) => number;
  /** A number from `from` up to `to`. */
  between: (from: number, to: number) => number;
  /** True in `percent` of a hundred cases. */
  happens: (percent: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** Picks by weight; the weights need not sum to anything in particular. */
  weighted: <T>(list: readonly (readonly [T, number])[]) => T;
  digits: (count: number) => string;
}

/** Mulberry32: small, fast and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new RangeError("Nothing can be picked from an empty list");
    return found;
  };
  return {
    whole,
    between: (from, to) => from + next() * (to - from),
    happens: (percent) => next() * 100 < percent,
    pick: (list) => at(list, whole(0, list.length - 1)),
    weighted: (list) => {
      const total = list.reduce((all, [, weight]) => all + weight, 0);
      let left = next() * total;
      const index = list.findIndex(([, weight]) => (left -= weight) < 0);
      return at(list, index === -1 ? list.length - 1 : index)[0];
    },
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(""),
  };
}
