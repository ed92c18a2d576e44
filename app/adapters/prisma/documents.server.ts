import { z } from "zod";

type Plain<V> = [V] extends [string]
  ? "text"
  : [V] extends [number]
    ? "number"
    : [V] extends [boolean]
      ? "flag"
      : [V] extends [readonly unknown[]]
        ? "list"
        : "record";
type Kind<V> = null extends V ? `${Plain<NonNullable<V>>} or null` : Plain<V>;

/** A kind for every part that is always there; parts that may be missing are not asked for. */
type Parts<T> = { readonly [K in keyof T as object extends Pick<T, K> ? never : K]: Kind<T[K]> | z.ZodType<T[K]> };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const CHECKS = new Map<string, (value: unknown) => boolean>([
  ["text", (value) => typeof value === "string"],
  ["number", (value) => typeof value === "number"],
  ["flag", (value) => typeof value === "boolean"],
  ["list", Array.isArray],
  ["record", isRecord],
]);

/**
 * The parser of a document that only this app writes into a Json column. It looks whether every part that the document must have is there
 * and of its kind, and takes over what lies below as it was written: a sweep or a dry run reads thousands of them, and copies none.
 */
export function document<T extends object>(column: string, parts: Parts<T>): z.ZodType<T> {
  const checks = Object.entries<string | z.ZodType>(parts).map(([name, kind]) => [name, checkOf(kind)] as const);
  const isWhole = (value: unknown): boolean => isRecord(value) && checks.every(([name, check]) => check(value[name]));
  return z.custom<T>(isWhole, { error: `${column} holds something else` });
}

function checkOf(kind: string | z.ZodType): (value: unknown) => boolean {
  if (typeof kind !== "string") return (value) => kind.safeParse(value).success;
  const [plain = "", orNull] = kind.split(" or ");
  const check = CHECKS.get(plain);
  if (!check) throw new Error(`No such kind: ${kind}`);
  return orNull ? (value) => value === null || check(value) : check;
}

/** A detail in a history: whatever belongs to what happened. */
export const detail = document<Readonly<Record<string, unknown>>>("detail", {});
