import { describe, expect, test } from "vitest";
import { document } from "#app/adapters/prisma/documents.server.ts";

interface Plan {
  readonly name: string;
  readonly steps: readonly string[];
  readonly endsAt: string | null;
  readonly isOn: boolean;
  readonly note?: string;
}

const plan = document<Plan>("plan.state", { name: "text", steps: "list", endsAt: "text or null", isOn: "flag" });
const outer = document<{ readonly plan: Plan; readonly tries: number }>("outer.state", { plan, tries: "number" });
const whole = { name: "a", steps: ["b"], endsAt: null, isOn: true };

describe("a document that comes back from a Json column", () => {
  test("is taken over as it was written, without a copy", () => {
    expect(plan.parse(whole)).toBe(whole);
    expect(outer.parse({ plan: { ...whole, note: "more" }, tries: 2 }).plan.note).toBe("more");
  });

  test.each([
    ["nothing", null],
    ["a list", [whole]],
    ["a part that is not there", { ...whole, steps: undefined }],
    ["a part of another kind", { ...whole, isOn: "yes" }],
    ["a null that may not be", { ...whole, name: null }],
  ])("is refused with its column's name when it is %s", (_what, value) => {
    expect(() => plan.parse(value)).toThrow("plan.state holds something else");
    expect(() => outer.parse({ plan: value, tries: 1 })).toThrow("outer.state holds something else");
  });
});
