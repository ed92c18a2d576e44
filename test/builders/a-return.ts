import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { Return, ReturnItem } from "#app/domain/returns/return.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { aPolicy, someFacts } from "#test/builders/a-policy.ts";

let lastNumber = 0;

/** A return of one shirt that was just requested, for a refund of 20.00 USD. */
export function aReturn(overrides: Partial<Return> = {}): Return {
  const number = ++lastNumber;
  return {
    id: `01980000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    name: `#${1000 + number}-R1`,
    orderGid: gid("Order", number),
    orderName: `#${1000 + number}`,
    shopifyGid: null,
    status: "requested",
    version: 1,
    resolution: "refund",
    items: [aReturnItem()],
    quote: aQuote(),
    requestedAt: new Date("2026-03-15T12:00:00Z"),
    ...overrides,
  };
}

/** One shirt that turned out too small, eligible under a policy without rules. */
export function aReturnItem(overrides: Partial<ReturnItem> = {}): ReturnItem {
  return {
    lineGid: gid("LineItem", 1),
    title: "Linen shirt",
    quantity: 1,
    reason: "too-small",
    note: "",
    decision: decide(compilePolicy(aPolicy(), 1), someFacts({ reason: "too-small" })),
    exchangeVariantGid: null,
    ...overrides,
  };
}

/** A refund of 20.00 USD of goods and nothing else. */
export function aQuote(overrides: Partial<ResolutionQuote> = {}): ResolutionQuote {
  return {
    resolution: "refund",
    parts: [{ kind: "goods", lineGid: gid("LineItem", 1), amount: samePair(2000, "USD") }],
    total: samePair(2000, "USD"),
    owed: samePair(0, "USD"),
    taxesIncluded: false,
    expectedDays: 5,
    creditExpiresAfterDays: null,
    exchanges: [],
    ...overrides,
  };
}
