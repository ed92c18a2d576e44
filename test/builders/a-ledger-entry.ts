import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";

let lastSequence = 0;

/** The intent to credit USD 4.80 for a late parcel. Sequence numbers count up call by call. */
export function aLedgerEntry(overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  const sequence = ++lastSequence;
  return {
    key: "late-delivery:gid://shopify/Fulfillment/7",
    sequence,
    phase: "intended",
    kind: "store_credit",
    amount: money(480, "USD"),
    orderGid: gid("Order", 1),
    fulfillmentGid: gid("Fulfillment", 7),
    shopifyGid: null,
    at: new Date("2026-11-23T18:00:00Z"),
    ...overrides,
  };
}
