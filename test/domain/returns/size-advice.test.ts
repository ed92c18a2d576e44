import { describe, expect, test } from "vitest";
import { closestVariants, fitAdvice, nextSize, sizeWanted } from "#app/domain/returns/size-advice.ts";

const named = (...titles: string[]) => titles.map((title) => ({ title }));

describe("what returns say about a product's size", () => {
  test.each([
    [10, 2, { runs: "small", agreeing: 10, of: 12 }],
    [1, 14, { runs: "large", agreeing: 14, of: 15 }],
    [9, 3, null],
    [11, 0, null],
    [0, 0, null],
    [50, 50, null],
  ])("%i too small and %i too big", (tooSmall, tooBig, said) => {
    expect(fitAdvice({ tooSmall, tooBig })).toEqual(said);
  });

  test("is never said where chance could explain it: a two-sided sign test at 5 %", () => {
    for (let of = 1; of <= 200; of += 1) {
      for (let tooSmall = 0; tooSmall <= of; tooSmall += 1) {
        if (fitAdvice({ tooSmall, tooBig: of - tooSmall })) expect(chanceOf(tooSmall, of), `${tooSmall} of ${of}`).toBeLessThan(0.05);
      }
    }
  });
});

/** Twice the probability that fair coins fall at least as one-sidedly. */
function chanceOf(count: number, of: number): number {
  const most = Math.max(count, of - count);
  let probability = 0.5 ** of;
  let tail = 0;
  for (let heads = 0; heads <= of; heads += 1) {
    if (heads >= most) tail += probability;
    probability *= (of - heads) / (heads + 1);
  }
  return Math.min(1, 2 * tail);
}

describe("the next size", () => {
  const shirts = named("Navy / S", "Navy / XL", "Rust / L", "Navy / XXL");

  test.each([
    ["Navy / M", "up", "Navy / XL"],
    ["Navy / M", "down", "Navy / S"],
    ["Navy / S", "down", undefined],
    ["Rust / M", "up", "Rust / L"],
    ["Green / M", "up", undefined],
    [null, "up", undefined],
    ["Navy", "up", undefined],
  ] as const)("of %s, %s, is %s", (current, direction, title) => {
    expect(nextSize(current, shirts, direction)?.title).toBe(title);
  });

  test("numbers are sizes too, and never compared with letters", () => {
    expect(nextSize("30", named("M", "34", "32", "31,5"), "up")?.title).toBe("31,5");
    expect(nextSize("M", named("32", "2XL"), "up")?.title).toBe("2XL");
  });

  test("is asked for by the reason", () => {
    expect([sizeWanted("too-small"), sizeWanted("too-big"), sizeWanted("style")]).toEqual(["up", "down", undefined]);
  });
});

test("of many variants those are kept that are most like the wanted one, in their order", () => {
  const many = named("Blush / S", "Blush / L", "Ink / S", "Ink / M", "Ink / L");
  expect(closestVariants(many, "Navy / L", 3).map(({ title }) => title)).toEqual(["Blush / S", "Blush / L", "Ink / L"]);
  expect(closestVariants(many, null, 2).map(({ title }) => title)).toEqual(["Blush / S", "Blush / L"]);
});
