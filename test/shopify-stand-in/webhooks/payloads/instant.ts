import { DateTime } from "luxon";
import type { ShopRecord } from "../../state/records.ts";

/** Webhook payloads write instants with the shop's own offset: 2021-12-31T19:00:00-05:00. */
export function localInstant(shop: ShopRecord, iso: string): string;
export function localInstant(shop: ShopRecord, iso: string | null): string | null;
export function localInstant(shop: ShopRecord, iso: string | null): string | null {
  if (iso === null) return null;
  return DateTime.fromISO(iso, { zone: shop.timezone }).toISO({ suppressMilliseconds: true });
}
