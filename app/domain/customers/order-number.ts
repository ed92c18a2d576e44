/** How the shop writes its order names, as Shopify's `orderNumberFormatPrefix` and `orderNumberFormatSuffix`. */
export interface OrderNameFormat {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The order name that a customer means, as Shopify writes it: "1001", " #1001 ", "＃１００１" and "no. 1001" are "#1001" with the prefix "#"; with the
 * prefix "EN" and the suffix "-EU", "1001", "en1001" and "#EN1001-eu" are "EN1001-EU". Null for what cannot be an order name.
 */
export function orderNameFrom(text: string, format: OrderNameFormat): string | null {
  const typed = compact(text);
  const [prefix, suffix] = [compact(format.prefix), compact(format.suffix)];
  const withoutPrefix = typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
  const core = suffix !== "" && withoutPrefix.endsWith(suffix) ? withoutPrefix.slice(0, -suffix.length) : withoutPrefix;
  if (!/^[\p{L}\p{N}._/-]{1,64}$/u.test(core) || !/\p{N}/u.test(core)) return null;
  return `${format.prefix}${core}${format.suffix}`;
}

/** Whether a typed text means the order of that name, without regard to case, "#" and spaces. */
export function isSameOrderName(text: string, orderName: string, format: OrderNameFormat): boolean {
  const meant = orderNameFrom(text, format);
  return (meant !== null && compact(meant) === compact(orderName)) || (compact(text) !== "" && compact(text) === compact(orderName));
}

function compact(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^\s*(NO|NR)\.\s*/, "")
    .replace(/[\s#]/g, "");
}
