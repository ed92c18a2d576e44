import { z } from "zod";

/** What is known, flat and as JSON: instants are ISO 8601 texts with offset, money is minor units beside a currency field. */
export type FactValue = string | number | boolean | null | readonly string[];
export type Facts = Readonly<Record<string, FactValue | undefined>>;

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** One thing that must hold. A field that is missing or null meets only `missing`, `ne` and `not_in`. */
export const conditionSchema = z.discriminatedUnion("op", [
  z.object({ field: z.string().min(1), op: z.enum(["eq", "ne"]), value: scalarSchema }),
  z.object({ field: z.string().min(1), op: z.enum(["gt", "gte", "lt", "lte"]), value: z.union([z.number(), z.string()]) }),
  z.object({ field: z.string().min(1), op: z.enum(["in", "not_in"]), value: z.array(scalarSchema) }),
  z.object({ field: z.string().min(1), op: z.literal("contains"), value: z.string() }),
  z.object({ field: z.string().min(1), op: z.enum(["exists", "missing"]) }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

/** Whether every condition holds; no condition at all holds. */
export function holdAll(conditions: readonly Condition[], facts: Facts): boolean {
  return conditions.every((condition) => holds(condition, facts));
}

/** Whether one condition holds. Numbers compare as numbers, instants by time, other texts by code point; different types never compare. */
export function holds(condition: Condition, facts: Facts): boolean {
  const fact = Object.hasOwn(facts, condition.field) ? (facts[condition.field] ?? null) : null;
  switch (condition.op) {
    case "exists":
      return fact !== null;
    case "missing":
      return fact === null;
    case "eq":
      return fact === condition.value;
    case "ne":
      return fact !== condition.value;
    case "in":
      return condition.value.some((one) => one === fact);
    case "not_in":
      return !condition.value.some((one) => one === fact);
    case "contains":
      return Array.isArray(fact) ? fact.includes(condition.value) : typeof fact === "string" && fact.includes(condition.value);
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return isOrdered(condition.op, order(fact, condition.value));
  }
}

function isOrdered(op: "gt" | "gte" | "lt" | "lte", sign: number | null): boolean {
  if (sign === null) return false;
  if (sign === 0) return op === "gte" || op === "lte";
  return sign > 0 ? op === "gt" || op === "gte" : op === "lt" || op === "lte";
}

function order(fact: FactValue, value: number | string): number | null {
  if (typeof fact === "number" && typeof value === "number") return Math.sign(fact - value);
  if (typeof fact !== "string" || typeof value !== "string") return null;
  const [left, right] = [instantOf(fact), instantOf(value)];
  if (left !== null && right !== null) return Math.sign(left.getTime() - right.getTime());
  return fact < value ? -1 : fact > value ? 1 : 0;
}

/** The instant that a fact names, or null when it is not an ISO 8601 date-time with an offset. */
export function instantOf(fact: FactValue | undefined): Date | null {
  if (typeof fact !== "string" || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(fact)) return null;
  const instant = new Date(fact);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
