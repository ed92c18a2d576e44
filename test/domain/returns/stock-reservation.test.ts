import { describe, expect, test } from "vitest";
import { RETURN_STATUSES } from "#app/domain/returns/return-status.ts";
import { RESERVATION_STATES, keptUntil, reservationStep, waitsForGoods } from "#app/domain/returns/stock-reservation.ts";

const now = new Date("2026-03-10T09:00:00Z");
const LATER = new Date("2026-03-15T09:00:00Z");
const OVER = new Date("2026-03-10T09:00:00Z");

describe("goods that are kept for an exchange", () => {
  test("14 days from 1 March, 09:00 UTC end on 15 March, 09:00 UTC", () => {
    expect(keptUntil(new Date("2026-03-01T09:00:00Z"), 14)).toEqual(LATER);
  });

  test("every state in every status of the return: kept while it waits, let go when it ended, left alone while it is settled", () => {
    const steps = RETURN_STATUSES.map((status) => [
      status,
      Object.fromEntries(RESERVATION_STATES.map((state) => [state, reservationStep({ state, until: LATER }, status, now)])),
    ]);
    const all = (step: string, others: string) => ({
      wanted: step,
      held: step,
      released: "nothing",
      expired: "nothing",
      sold_out: others,
      not_needed: "nothing",
      off: "nothing",
      not_allowed: others,
      refused: others,
    });
    const waits = { ...all("hold", "hold"), held: "nothing" };
    expect(Object.fromEntries(steps)).toEqual({
      requested: all("nothing", "nothing"),
      approved: waits,
      declined: all("release", "release"),
      cancelled: all("release", "release"),
      in_transit: waits,
      received: waits,
      inspected: waits,
      processing: all("nothing", "nothing"),
      refunded: all("release", "release"),
      closed: all("release", "release"),
    });
  });

  test("when their time is over they are let go, and what was never kept is not looked for any more", () => {
    const over = (state: (typeof RESERVATION_STATES)[number]) => reservationStep({ state, until: OVER }, "in_transit", now);
    expect(RESERVATION_STATES.filter((state) => over(state) === "expire")).toEqual(["wanted", "held"]);
    expect(RESERVATION_STATES.filter((state) => over(state) === "hold")).toEqual([]);
    expect(RETURN_STATUSES.filter(waitsForGoods)).toEqual(["approved", "in_transit", "received", "inspected"]);
  });
});
