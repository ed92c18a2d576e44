import { describe, expect, test } from "vitest";
import { journeyOf } from "#app/domain/labels/parcel-journey.ts";
import { findSlot, pickupDates } from "#app/domain/labels/pickup-slots.ts";

const SUNDAY = new Date("2026-03-15T12:00:00Z");

describe("when a parcel may be collected", () => {
  test("is one of the next five working days, from tomorrow in the shop's zone", () => {
    expect(pickupDates(SUNDAY, "UTC")).toEqual(["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"]);
    // It is Monday already in Tokyo.
    expect(pickupDates(new Date("2026-03-15T16:00:00Z"), "Asia/Tokyo")[0]).toBe("2026-03-17");
    expect(pickupDates(new Date("2026-03-12T12:00:00Z"), "UTC")).toEqual([
      "2026-03-13",
      "2026-03-16",
      "2026-03-17",
      "2026-03-18",
      "2026-03-19",
    ]);
  });

  test("is nothing that is not offered", () => {
    expect(findSlot({ date: "2026-03-16", window: "9-12" }, SUNDAY, "UTC")).toEqual({ date: "2026-03-16", fromHour: 9, toHour: 12 });
    for (const [date, window] of [
      ["2026-03-15", "9-12"],
      ["2026-03-21", "9-12"],
      ["2026-03-16", "0-24"],
      ["", ""],
    ] as const)
      expect(findSlot({ date, window }, SUNDAY, "UTC")).toBeUndefined();
  });
});

describe("what a carrier's scans say", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 2, day));

  test("is the first time it had the parcel and the delivery, in whatever order they are told", () => {
    const told = [
      { status: "delivered", at: at(20) },
      { status: "pre_transit", at: at(16) },
      { status: "in_transit", at: at(17) },
      { status: "out_for_delivery", at: at(20) },
    ];
    expect(journeyOf(told)).toEqual({ firstScanAt: at(17), deliveredAt: at(20) });
    expect(journeyOf([{ status: "pre_transit", at: at(16) }])).toEqual({});
    expect(journeyOf([])).toEqual({});
  });
});
