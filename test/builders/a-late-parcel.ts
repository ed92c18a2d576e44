import type { LateParcel } from "#app/domain/compensation/late-delivery.ts";
import type { LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import { lateDeliverySettingsSchema } from "#app/domain/compensation/late-delivery-settings.ts";
import { money } from "#app/domain/shared/money.ts";

/** USD 80.00 of goods promised for 20 November 2026 in New York, still under way. Its clock starts at 2026-11-21T05:00:00Z. */
export function aLateParcel(overrides: Partial<LateParcel> = {}): LateParcel {
  return {
    promisedOn: "2026-11-20",
    zone: "America/New_York",
    deliveredAt: null,
    goods: money(8000, "USD"),
    shipping: money(500, "USD"),
    ...overrides,
  };
}

/** What a shop has before it changes anything. */
export function lateDeliverySettings(overrides: Partial<LateDeliverySettings> = {}): LateDeliverySettings {
  return { ...lateDeliverySettingsSchema.parse({}), ...overrides };
}
