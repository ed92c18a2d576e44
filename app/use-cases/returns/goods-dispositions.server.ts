import { fateInShopify, firstUnits, unitsIn } from "#app/domain/inspection/findings.ts";
import type { StoredReturn, StoredReturnLine } from "./ports.ts";
import type { Disposition, OrderToReturn, Processing, ShopifyReturn } from "./shopify-return.server.ts";

interface Goods {
  readonly record: StoredReturn;
  readonly found: OrderToReturn;
  readonly inShopify: ShopifyReturn;
}

/** What becomes of some units, by Shopify's lines. Only a variant that still exists can go back on a shelf, and only at a place that is known. */
export function dispositionsOf(
  { record, found, inShopify }: Goods,
  units: readonly { readonly gid: string; readonly quantity: number }[],
): Processing["dispositions"] {
  return units.flatMap(({ gid, quantity }) => {
    const reverseLineGid = inShopify.lines.find((line) => line.gid === gid)?.reverseLineGid;
    const line = record.lines.find((one) => one.gid === gid);
    if (!reverseLineGid || !line?.disposition) return [];
    const hasShelf = found.returnAddress !== undefined && found.order.lines.some((one) => one.gid === line.lineGid && one.variantGid);
    const shelved = (disposition: Disposition) => (disposition === "restocked" && !hasShelf ? "not_restocked" : disposition);
    return fatesOf(line, quantity).map((fate) => ({ lineGid: gid, reverseLineGid, ...fate, disposition: shelved(fate.disposition) }));
  });
}

/** By the findings of the inspection, units of one fate together; a line without any has one fate for all. */
function fatesOf({ findings, disposition }: StoredReturnLine, quantity: number): { quantity: number; disposition: Disposition }[] {
  if (!findings) return disposition ? [{ quantity, disposition }] : [];
  const byFate = Map.groupBy(firstUnits(findings, quantity), ({ fate }) => fateInShopify(fate));
  return [...byFate].map(([fate, alike]) => ({ quantity: unitsIn(alike), disposition: fate }));
}
