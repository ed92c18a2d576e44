import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseJson, stringifyJson } from "../json.ts";
import type { InstallationRecord } from "./credit-records.ts";
import type { DraftOrderRecord } from "./draft-order-record.ts";
import type { ShopRecord } from "./records.ts";
import { ShopState } from "./shop-state.ts";

const VERSION = 2;

const TABLES = [
  "orders",
  "customers",
  "products",
  "locations",
  "returns",
  "credits",
  "discounts",
  "giftCards",
  "draftOrders",
  "pages",
  "bulkOperations",
] as const;

interface SavedShop {
  shop: ShopRecord;
  installation: InstallationRecord;
  metafields: [string, never][];
  idempotency: [string, never][];
  tables: Record<(typeof TABLES)[number], never[]>;
}

export interface Snapshot {
  now: string;
  counters: Record<string, number>;
  shops: ShopState[];
  deliveries: unknown[];
  mails: unknown[];
}

/** Writes the whole world beside the old file and then takes its place, so a crash leaves one of the two. */
export function writeSnapshot(file: string, snapshot: Snapshot): void {
  const shops = snapshot.shops.map((state) => ({
    shop: state.shop,
    installation: state.installation,
    metafields: [...state.metafields],
    idempotency: [...state.idempotency],
    tables: Object.fromEntries(TABLES.map((name) => [name, [...state[name].values()]])),
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, stringifyJson({ ...snapshot, version: VERSION, shops }));
  renameSync(`${file}.new`, file);
}

export function readSnapshot(file: string | undefined): Snapshot | undefined {
  if (!file || !existsSync(file)) return undefined;
  const saved = parseJson(readFileSync(file, "utf8")) as unknown as Snapshot & { version: number; shops: unknown };
  if (saved.version !== VERSION) throw new Error(`${file} was written by another version of the stand-in: delete it to start over`);
  return { ...saved, shops: (saved.shops as unknown as SavedShop[]).map(restoreShop) };
}

function restoreShop(saved: SavedShop): ShopState {
  const state = new ShopState(saved.shop, saved.installation);
  const { tables } = saved;
  tables.orders.forEach((row) => state.putOrder(row));
  tables.customers.forEach((row) => state.putCustomer(row));
  tables.products.forEach((row) => state.putProduct(row));
  tables.locations.forEach((row) => state.putLocation(row));
  tables.returns.forEach((row) => state.putReturn(row));
  tables.credits.forEach((row) => state.putCredit(row));
  tables.discounts.forEach((row) => state.putDiscount(row));
  tables.giftCards.forEach((row) => state.putGiftCard(row));
  tables.draftOrders.forEach((row: DraftOrderRecord) => state.draftOrders.set(row.id, row));
  tables.pages.forEach((row) => state.putPage(row));
  tables.bulkOperations.forEach((row) => state.putBulkOperation(row));
  saved.metafields.forEach(([owner, list]) => state.metafields.set(owner, list));
  saved.idempotency.forEach(([key, record]) => state.idempotency.set(key, record));
  return state;
}
