import { describe, expect, test } from "vitest";
import { suggestReason } from "#app/domain/returns/suggest-reason.ts";
import { gid } from "#app/domain/shared/gid.ts";

const parcel = (number: number, deliveredAt: string | null) => ({
  fulfillmentGid: gid("Fulfillment", number),
  deliveredAt: deliveredAt === null ? null : new Date(deliveredAt),
});
const broken = [
  { subject: gid("Fulfillment", 1), promisedOn: "2026-03-03", zone: "America/New_York" },
  { subject: gid("Fulfillment", 2), promisedOn: "2026-03-03", zone: "America/New_York" },
];
const offered = ["too-small", "arrived-late"];

describe("the reason that an order suggests", () => {
  test("a parcel that came after its day suggests that it came too late, with both days", () => {
    const late = { reason: "arrived-late", promisedOn: "2026-03-03", arrivedOn: "2026-03-05" };
    expect(suggestReason([parcel(1, "2026-03-05T15:00:00Z")], broken, offered)).toEqual(late);
    expect(suggestReason([parcel(1, "2026-03-04T15:00:00Z"), parcel(2, "2026-03-05T15:00:00Z")], broken, offered)).toEqual(late);
  });

  test("nothing is suggested for a parcel on time, on its way, without a promise, or when the shop does not offer the reason", () => {
    // Still the 3rd in New York.
    expect(suggestReason([parcel(1, "2026-03-04T03:00:00Z")], broken, offered)).toBeNull();
    expect(suggestReason([parcel(1, null)], broken, offered)).toBeNull();
    expect(suggestReason([parcel(3, "2026-03-09T15:00:00Z")], broken, offered)).toBeNull();
    expect(suggestReason([parcel(1, "2026-03-09T15:00:00Z")], broken, ["too-small"])).toBeNull();
  });
});
