import { gid, type Gid } from "#app/domain/shared/gid.ts";

/**
 * Reads a payload of Shopify's without losing digits: whole numbers beyond 2^53 (ids in Shopify's own samples) become
 * strings of their source text instead of being rounded to another order's id. Texts lose what PostgreSQL keeps in no column: the
 * character U+0000, which somebody may have pasted into a name, and halves of a character.
 */
export function parseShopifyJson(text: string): unknown {
  const keepDigits = (_key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value === "string") return value.replaceAll("\u0000", "").toWellFormed();
    return typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "") ? context?.source : value;
  };
  return JSON.parse(text, keepDigits);
}

/** The gid that a payload object carries, else the one its numeric id makes; undefined when it has neither. */
export function gidOf<Kind extends string>(
  kind: Kind,
  id: string | number | null | undefined,
  given?: string | null,
): Gid<Kind> | undefined {
  if (given?.startsWith(`gid://shopify/${kind}/`)) return given as Gid<Kind>;
  return id === null || id === undefined ? undefined : gid(kind, id);
}
