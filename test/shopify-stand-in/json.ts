/** JSON whose whole numbers above 2^53 survive: Shopify's ids do not fit a double. */
interface RawJson {
  rawJSON(text: string): unknown;
}

export type Json = null | boolean | number | string | bigint | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Parses like JSON.parse; a whole number beyond the safe range becomes a bigint. */
export function parseJson(text: string): Json {
  const revive = (_key: string, value: Json, context?: { source?: string }): Json =>
    typeof value === "number" && !Number.isSafeInteger(value) && context?.source !== undefined && /^-?\d+$/.test(context.source)
      ? BigInt(context.source)
      : value;
  return JSON.parse(text, revive as (this: unknown, key: string, value: unknown) => unknown) as Json;
}

/** Writes bigints as plain JSON numbers. */
export function stringifyJson(value: unknown, indent?: number): string {
  const raw = JSON as unknown as RawJson;
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? raw.rawJSON(String(item)) : item), indent);
}

/** Text of a plain value, the fallback for anything else. */
export function textOf(value: unknown, fallback = ""): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? String(value) : fallback;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
