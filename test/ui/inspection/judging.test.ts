import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { GoodsView } from "#app/ui/returns/return-view.ts";
import type { Judgement } from "#app/ui/inspection/judging.ts";
import { lookedAt, toInspection, unitsLeft, withGrade, withQuantity } from "#app/ui/inspection/judging.ts";

const line = (quantity: number): GoodsView => ({
  ...{ id: "line-1", title: "Linen shirt", quantity, reason: "too-small" },
  ...{ variantTitle: null, sku: null, imageUrl: null, note: null },
});
const grade = (id: string): Grade => ({ id, name: id, example: "", condition: "used", deductionBp: 0, fate: "donate" });

const expectedOf = (id: string, lines: readonly GoodsView[]) => ({
  ...{ id, name: "#1-R1", orderName: "#1", number: 1, status: "approved" as const, canInspect: true, lines },
});

describe("judging on the phone", () => {
  test("one tap judges all units that are left; fewer of them leave the rest for another grade", () => {
    const all = withGrade(line(3), [], grade("a"));
    expect(all).toEqual([{ gradeId: "a", quantity: 3, fate: "donate" }]);
    const fewer = withQuantity(line(3), all, { index: 0, quantity: 1 });
    expect(unitsLeft(line(3), fewer)).toBe(2);
    expect(withGrade(line(3), fewer, grade("b"))).toMatchObject([{ quantity: 1 }, { gradeId: "b", quantity: 2 }]);
    expect(withQuantity(line(3), all, { index: 0, quantity: 0 })).toEqual([]);
  });

  test("whatever is tapped, no more units are judged than were announced", () => {
    const tap = fc.oneof(
      fc.constantFrom("a", "b").map((id) => (judged: Judgement[], of: GoodsView) => withGrade(of, judged, grade(id))),
      fc.tuple(fc.nat(3), fc.integer({ min: -2, max: 12 })).map(
        ([index, quantity]) =>
          (judged: Judgement[], of: GoodsView) =>
            withQuantity(of, judged, { index, quantity }),
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(tap, { maxLength: 12 }), (quantity, taps) => {
        const judged = taps.reduce<Judgement[]>((before, next) => next(before, line(quantity)), []);
        expect(unitsLeft(line(quantity), judged)).toBeGreaterThanOrEqual(0);
        expect(judged.every((one) => one.quantity > 0)).toBe(true);
      }),
    );
  });

  test("what is sent names every line, and those without a grade with none", () => {
    const expected = expectedOf("r", [line(1)]);
    const kept = toInspection(expected, { judgements: {}, photos: [] }, { key: "k", at: 1 });
    expect(kept).toMatchObject({ key: "k", returnId: "r", lines: [{ lineId: "line-1", judged: [] }], photos: [] });
  });

  test("of several orders in one parcel only those are booked in of which something was looked at, each with its own photos", () => {
    const [first, second] = [expectedOf("r", [line(1)]), expectedOf("s", [{ ...line(1), id: "line-2" }])];
    const judged = { "line-2": withGrade(line(1), [], grade("a")) };
    expect(lookedAt([first, second], judged)).toEqual([second]);
    expect(lookedAt([first], {})).toEqual([first]);
    const photos = ["line-1", "line-2"].map((lineId) => ({ lineId, file: new Blob([lineId]), url: lineId }));
    expect(toInspection(second, { judgements: judged, photos }, { key: "k", at: 1 }).photos.map(({ lineId }) => lineId)).toEqual([
      "line-2",
    ]);
  });
});
