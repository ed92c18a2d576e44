import { expect, test } from "vitest";
import { dueInHour } from "#app/domain/returns/look-again.ts";

const returns = (count: number) => Array.from({ length: count }, (_, index) => ({ number: 1001 + index }));

test("few returns are looked at every hour", () => {
  expect(dueInHour(returns(200), 3, 200)).toHaveLength(200);
});

test("of many every hour looks at another part, and a day at all of them once", () => {
  const all = returns(500);
  expect(dueInHour(all, 17, 200).map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => 1001 + 24 * index));
  const day = Array.from({ length: 24 }, (_, hour) => dueInHour(all, hour, 200)).flat();
  expect(day.map(({ number }) => number).sort()).toEqual(all.map(({ number }) => number));
});
