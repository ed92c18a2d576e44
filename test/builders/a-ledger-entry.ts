import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";

let lastNumber = 0;

/** The intent to credit USD 4.80 for a late parcel. Ids count up call by call. */
export function aLedgerEntry(overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  const number = ++lastNumber;
  return {
    key: "late-delivery:gid://shopify/Fulfillment/7",
    id: `019a9d00-0000-7000-b000-${String(number).padStart(12, "0")}`,
    phase: "intended",
    kind: "store_credit",
    amount: money(480, "USD"),
    orderGid: gid("Order", 1),
    shopifyGid: null,
    at: new Date("2026-11-23T18:00:00Z"),
    ...overrides,
  };
}
