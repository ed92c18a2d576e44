import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fateInShopify, findingsOf, firstUnits, unitsIn, worstCondition } from "#app/domain/inspection/findings.ts";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import { FATES, inspectionSettingsSchema } from "#app/domain/inspection/inspection-settings.ts";

const GRADES: readonly Grade[] = [
  { id: "a", name: "A", example: "Sealed", condition: "as_new", deductionBp: 0, fate: "restock" },
  { id: "b", name: "B", example: "Marked", condition: "used", deductionBp: 2_500, fate: "refurbish" },
  { id: "c", name: "", example: "", condition: "damaged", deductionBp: 10_000, fate: "destroy" },
];
const found = (judged: Parameters<typeof findingsOf>[1], limit = 3) => {
  const findings = findingsOf(GRADES, judged, limit);
  if (!findings.ok) throw new Error(findings.error.code);
  return findings.value;
};

describe("what was found about the units of a line", () => {
  test("keeps the grade as it was, with what usually becomes of it unless somebody says otherwise", () => {
    expect(found([{ gradeId: "b", quantity: 2 }])).toEqual([
      { quantity: 2, gradeId: "b", gradeName: "B", condition: "used", deductionBp: 2_500, fate: "refurbish" },
    ]);
    expect(found([{ gradeId: "b", quantity: 1, fate: "donate" }])[0]?.fate).toBe("donate");
  });

  test.each([
    ["a grade that does not exist", [{ gradeId: "z", quantity: 1 }], "grade_unknown"],
    ["no unit", [{ gradeId: "a", quantity: 0 }], "quantity_invalid"],
    ["half a unit", [{ gradeId: "a", quantity: 0.5 }], "quantity_invalid"],
    ["more than came back", [{ gradeId: "a", quantity: 2 }, { gradeId: "b", quantity: 2 }], "quantity_invalid"], // prettier-ignore
  ])("%s is refused", (_, judged, code) => {
    expect(findingsOf(GRADES, judged, 3)).toMatchObject({ ok: false, error: { code } });
  });

  test("a line is as bad as its worst unit, and missing when nothing came", () => {
    expect(worstCondition(found([{ gradeId: "a", quantity: 1 }, { gradeId: "c", quantity: 1 }]))).toBe("damaged"); // prettier-ignore
    expect(worstCondition(found([{ gradeId: "a", quantity: 1 }]))).toBe("as_new");
    expect(worstCondition([])).toBe("missing");
  });

  test("every fate has a word in Shopify; only what is restocked goes back into stock", () => {
    expect(FATES.map(fateInShopify)).toEqual(["restocked", "processing_required", "not_restocked", "not_restocked"]);
  });

  test("the first units are never more than asked for, nor than there are", () => {
    const judged = fc.array(fc.record({ gradeId: fc.constantFrom("a", "b", "c"), quantity: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(judged, fc.nat(25), (groups, units) => {
        const findings = found(groups, 20);
        expect(unitsIn(firstUnits(findings, units))).toBe(Math.min(units, unitsIn(findings)));
      }),
    );
  });
});

describe("the merchant's grades", () => {
  test("keep nothing until the merchant says so", () => {
    const { grades } = inspectionSettingsSchema.parse({});
    expect(grades.map(({ condition, deductionBp }) => [condition, deductionBp])).toEqual([
      ["as_new", 0],
      ["used", 0],
      ["damaged", 0],
    ]);
  });

  test("two of the same id, none at all, or more than everything are refused", () => {
    const grade = { id: "a", condition: "used", fate: "donate" };
    expect(inspectionSettingsSchema.safeParse({ grades: [grade, grade] }).success).toBe(false);
    expect(inspectionSettingsSchema.safeParse({ grades: [] }).success).toBe(false);
    expect(inspectionSettingsSchema.safeParse({ grades: [{ ...grade, deductionBp: 10_001 }] }).success).toBe(false);
  });
});
