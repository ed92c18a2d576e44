/** gid://shopify/Order/1001 */
export function toGid(kind: string, id: string | number | bigint): string {
  return `gid://shopify/${kind}/${String(id)}`;
}

export function kindOf(gid: string): string | undefined {
  return /^gid:\/\/shopify\/([A-Za-z]+)\/[^/?]+/.exec(gid)?.[1];
}

/** The numeric part as webhook payloads carry it: a number where a double holds it, else a bigint. */
export function restId(gid: string): number | bigint {
  const digits = digitsOfGid(gid);
  const id = BigInt(digits === "" ? "0" : digits);
  return id <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(id) : id;
}

export function digitsOfGid(gid: string): string {
  return /(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? "";
}
