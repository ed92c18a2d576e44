import type { DeliveryEstimate, PromiseRules, PromiseSources } from "#app/domain/promises/delivery-promise.ts";
import type { PromiseRecord } from "#app/domain/promises/promise.ts";
import type { PromiseRow } from "#app/domain/promises/promise-table.ts";
import { mondayToFriday } from "#app/domain/promises/workdays.ts";
import { gid } from "#app/domain/shared/gid.ts";

let lastNumber = 0;

/** A pending promise to deliver by the end of 20 November 2026, New York time. */
export function aPromise(overrides: Partial<PromiseRecord> = {}): PromiseRecord {
  const number = ++lastNumber;
  return {
    id: `019a9d00-0000-7000-8000-${String(number).padStart(12, "0")}`,
    kind: "delivered_by",
    subject: gid("Fulfillment", number),
    orderGid: gid("Order", number),
    status: "pending",
    dueAt: new Date("2026-11-21T05:00:00Z"),
    metAt: null,
    ...overrides,
  };
}

/** A parcel sent on Monday 16 November 2026 to New York, without any estimate. */
export function promiseSources(overrides: Partial<PromiseSources> = {}): PromiseSources {
  return {
    estimates: [],
    destination: { countryCode: "US", provinceCode: "NY" },
    productTypes: ["Shirts"],
    orderedAt: new Date("2026-11-13T15:00:00Z"),
    shippedAt: new Date("2026-11-16T15:00:00Z"),
    ...overrides,
  };
}

/** A shop in New York without a delivery table. */
export function promiseRules(overrides: Partial<PromiseRules> = {}): PromiseRules {
  return { table: [], calendar: mondayToFriday("America/New_York"), shopZone: "America/New_York", ...overrides };
}

/** Anywhere, anything: three workdays after shipping. */
export function aPromiseRow(overrides: Partial<PromiseRow> = {}): PromiseRow {
  return { country: "*", productType: "*", days: 3, unit: "workdays", from: "shipped", ...overrides };
}

/** The first estimate: 20 November 2026 in the afternoon, stated at shipping. */
export function anEstimate(overrides: Partial<DeliveryEstimate> = {}): DeliveryEstimate {
  return {
    estimatedAt: new Date("2026-11-20T20:00:00Z"),
    statedAt: new Date("2026-11-16T15:00:00Z"),
    isWithTrouble: false,
    ...overrides,
  };
}
