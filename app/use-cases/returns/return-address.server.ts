import { addressLines } from "#app/domain/labels/label-settings.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { ReturnEventRecord } from "./ports.ts";

/**
 * Where the goods of a return go back to, a line each: the address of the settings, or else the place in Shopify that the return's history
 * names since it was opened there. Empty when neither is known yet.
 */
export async function knownReturnAddress(
  tx: Repositories,
  { shop }: Pick<ShopContext, "shop">,
  events: readonly ReturnEventRecord[],
): Promise<string[]> {
  const set = addressLines((await readSetting(tx, shop, "labels")).returnAddress);
  if (set.length > 0) return set;
  const address = events.findLast(({ detail }) => Array.isArray(detail.address) && detail.address.length > 0)?.detail.address;
  return Array.isArray(address) ? address.filter((line): line is string => typeof line === "string") : [];
}
