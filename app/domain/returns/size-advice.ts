/** How many returned units of one product were too small and too big for those who bought them. */
export interface SizeReturns {
  readonly tooSmall: number;
  readonly tooBig: number;
}

export interface FitAdvice {
  readonly runs: "small" | "large";
  /** How many of the units that came back for their size say so. */
  readonly agreeing: number;
  readonly of: number;
}

/** Reasons that speak of the size: Shopify's handles. */
export const SIZE_REASONS = { tooSmall: "too-small", tooBig: "too-big" } as const;

/** The direction in which somebody with this reason looks for another size; undefined when the size was not the matter. */
export function sizeWanted(reason: string): "up" | "down" | undefined {
  if (reason === SIZE_REASONS.tooSmall) return "up";
  return reason === SIZE_REASONS.tooBig ? "down" : undefined;
}

/** How far back returns are counted, in days: a year covers both seasons, and cuts that were changed since are forgotten. */
export const ADVICE_DAYS = 365;
const ENOUGH = 12;
const AGREEING_BP = 8000;

/**
 * Whether a product runs small or large, from what its buyers sent back: at least 12 units came back for their size within a year, and at
 * least 80 % of them for the same one of too small and too big. Null when they are fewer or disagree. From 12 units on, 80 % is more than
 * chance: a two-sided sign test rejects "as many too small as too big" at 5 % (Conover, Practical Nonparametric Statistics, 3.4).
 *
 * 10 of 12 too small: runs small (p = 0.039). 9 of 12: nothing is said (p = 0.146). 11 of 11: too few.
 */
export function fitAdvice({ tooSmall, tooBig }: SizeReturns): FitAdvice | null {
  const of = tooSmall + tooBig;
  const agreeing = Math.max(tooSmall, tooBig);
  if (of < ENOUGH || agreeing * 10_000 < of * AGREEING_BP) return null;
  return { runs: tooSmall > tooBig ? "small" : "large", agreeing, of };
}

/** Sizes of clothing by letters, from the smallest; several writings of one size share a place. */
const LETTERS: readonly (readonly string[])[] = [
  ["XXXS", "3XS"],
  ["XXS", "2XS"],
  ["XS"],
  ["S"],
  ["M"],
  ["L"],
  ["XL"],
  ["XXL", "2XL"],
  ["XXXL", "3XL"],
  ["4XL"],
  ["5XL"],
  ["6XL"],
];

/**
 * The variant of one product that is the next size up or down and equal in everything else; undefined when titles name no size, or when
 * there is none in that direction. A title is as Shopify writes it, option values joined by " / "; sizes are letters (XS … 6XL) or numbers.
 *
 * "Navy / M" and up, of "Navy / S", "Navy / XL", "Rust / L": "Navy / XL".
 */
export function nextSize<Variant extends { readonly title: string }>(
  current: string | null,
  variants: readonly Variant[],
  direction: "up" | "down",
): Variant | undefined {
  const parts = partsOf(current ?? "");
  const at = parts.findIndex((part) => sizeOf(part) !== null);
  const own = sizeOf(parts[at] ?? "");
  if (!own) return undefined;
  const step = direction === "up" ? 1 : -1;
  const ahead = variants.flatMap((variant) => {
    const others = partsOf(variant.title);
    const size = sizeOf(others[at] ?? "");
    const isSame = others.length === parts.length && others.every((part, index) => index === at || part === parts[index]);
    if (!size || !isSame || size.scale !== own.scale) return [];
    const distance = (size.place - own.place) * step;
    return distance > 0 ? [{ variant, distance }] : [];
  });
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.variant;
}

/** At most `limit` of a product's variants, in their order: those that have the most option values in common with a title. */
export function closestVariants<Variant extends { readonly title: string }>(
  variants: readonly Variant[],
  title: string | null,
  limit: number,
): Variant[] {
  const wanted = partsOf(title ?? "");
  const shared = (variant: Variant) => partsOf(variant.title).filter((part) => wanted.includes(part)).length;
  const closest = variants.toSorted((a, b) => shared(b) - shared(a)).slice(0, limit);
  return variants.filter((variant) => closest.includes(variant));
}

function partsOf(title: string): string[] {
  return title.split(" / ").map((part) => part.trim());
}

function sizeOf(part: string): { scale: "letters" | "numbers"; place: number } | null {
  const letters = LETTERS.findIndex((writings) => writings.includes(part.toUpperCase()));
  if (letters >= 0) return { scale: "letters", place: letters };
  return /^\d{1,3}([.,]5)?$/.test(part) ? { scale: "numbers", place: Number(part.replace(",", ".")) } : null;
}
