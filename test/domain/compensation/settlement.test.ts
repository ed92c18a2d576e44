import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lateDelivery } from "#app/domain/compensation/late-delivery.ts";
import type { LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import type { EarlierPayments, Settlement } from "#app/domain/compensation/settlement.ts";
import { earlierPayments, lateDeliveryKey, settle, settlesAt } from "#app/domain/compensation/settlement.ts";
import { foldLedger } from "#app/domain/compensation/ledger.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { add, money, zero } from "#app/domain/shared/money.ts";
import { after, HOUR } from "#app/domain/shared/time.ts";
import { aLedgerEntry } from "#test/builders/a-ledger-entry.ts";
import { aLateParcel, lateDeliverySettings } from "#test/builders/a-late-parcel.ts";

const FULFILLMENT = gid("Fulfillment", 7);
const START = new Date("2026-11-21T05:00:00Z");
const NOTHING: EarlierPayments = { total: zero("USD"), keys: [] };
const TOP_UP = lateDeliverySettings({ settle: "top_up" });
const at = (hours: number) => after(START, hours * HOUR);

/** Settles one parcel as it is known `hours` after the clock's start. */
function settleAt(
  hours: number,
  options: { deliveredAt?: number; paid?: EarlierPayments; settings?: LateDeliverySettings } = {},
): Settlement {
  const settings = options.settings ?? lateDeliverySettings();
  const parcel = aLateParcel({ deliveredAt: options.deliveredAt === undefined ? null : at(options.deliveredAt) });
  const late = lateDelivery(parcel, settings, at(hours));
  return settle(
    { fulfillmentGid: FULFILLMENT, late, isDelivered: options.deliveredAt !== undefined, paid: options.paid ?? NOTHING },
    settings,
  );
}

describe("settled once", () => {
  test("waits for the cap while the parcel is under way, and pays at delivery", () => {
    expect(settleAt(37)).toEqual({ kind: "wait", until: at(60) });
    expect(settleAt(38, { deliveredAt: 37 })).toEqual({ kind: "pay", amount: money(480, "USD"), key: `late-delivery:${FULFILLMENT}` });
  });

  test("pays the cap as soon as it is reached, and nothing more when the parcel comes at last", () => {
    expect(settleAt(60)).toMatchObject({ kind: "pay", amount: money(800, "USD") });
    const paid = { total: money(800, "USD"), keys: [lateDeliveryKey(FULFILLMENT)] };
    expect(settleAt(99, { deliveredAt: 98, paid })).toEqual({ kind: "nothing", reason: "already_settled" });
  });

  test("pays nothing for less than a block, and never again after a payment, even if later facts owe more", () => {
    expect(settleAt(12, { deliveredAt: 11 })).toEqual({ kind: "nothing", reason: "not_late" });
    const paid = { total: money(160, "USD"), keys: [lateDeliveryKey(FULFILLMENT)] };
    expect(settleAt(60, { deliveredAt: 48, paid })).toEqual({ kind: "nothing", reason: "already_settled" });
  });
});

describe("topped up as it grows", () => {
  test("pays each new block under its own key", () => {
    expect(settleAt(11, { settings: TOP_UP })).toEqual({ kind: "wait", until: at(12) });
    expect(settleAt(12, { settings: TOP_UP })).toEqual({ kind: "pay", amount: money(160, "USD"), key: `late-delivery:${FULFILLMENT}:1` });
    const paid = { total: money(320, "USD"), keys: [lateDeliveryKey(FULFILLMENT, 2)] };
    expect(settleAt(25, { settings: TOP_UP, paid })).toEqual({ kind: "wait", until: at(36) });
    expect(settleAt(37, { settings: TOP_UP, paid })).toEqual({
      kind: "pay",
      amount: money(160, "USD"),
      key: `late-delivery:${FULFILLMENT}:3`,
    });
  });

  test("ends at the cap and at delivery, and takes nothing back when the parcel turns out to have been earlier", () => {
    const paid = { total: money(800, "USD"), keys: [lateDeliveryKey(FULFILLMENT, 5)] };
    expect(settleAt(500, { settings: TOP_UP, paid })).toEqual({ kind: "nothing", reason: "already_settled" });
    expect(settleAt(500, { settings: TOP_UP, paid, deliveredAt: 13 })).toEqual({ kind: "nothing", reason: "already_settled" });
    expect(settleAt(500, { settings: TOP_UP, deliveredAt: 3 })).toEqual({ kind: "nothing", reason: "not_late" });
  });
});

test("a shop that switched it off pays nothing", () => {
  expect(settleAt(60, { settings: lateDeliverySettings({ isEnabled: false }) })).toEqual({ kind: "nothing", reason: "switched_off" });
});

test("a shop without a rate pays nothing and waits for nothing", () => {
  for (const settle of ["once", "top_up"] as const) {
    expect(settleAt(60, { settings: lateDeliverySettings({ rateBp: 0, settle }) })).toEqual({ kind: "nothing", reason: "not_late" });
  }
});

test("the playbook looks again at delivery, at the cap, or at the first block", () => {
  const under = (hours: number, settings: LateDeliverySettings) =>
    settlesAt(lateDelivery(aLateParcel(), settings, at(hours)), null, settings);
  expect(under(1, lateDeliverySettings())).toEqual(at(60));
  expect(under(1, TOP_UP)).toEqual(at(12));
  expect(under(13, TOP_UP)?.getTime()).toBeLessThanOrEqual(at(13).getTime());
  expect(under(1, lateDeliverySettings({ rateBp: 0 }))).toBeNull();
  const delivered = lateDelivery(aLateParcel({ deliveredAt: at(5) }), lateDeliverySettings(), at(6));
  expect(settlesAt(delivered, at(5), lateDeliverySettings())).toEqual(at(5));
});

test("what was given before is this fulfillment's, without what failed, and not that of one whose number only begins alike", () => {
  const entries = [
    aLedgerEntry({ key: lateDeliveryKey(FULFILLMENT, 1), amount: money(160, "USD") }),
    aLedgerEntry({ key: lateDeliveryKey(FULFILLMENT, 1), phase: "confirmed", amount: money(160, "USD") }),
    aLedgerEntry({ key: lateDeliveryKey(FULFILLMENT, 2), amount: money(160, "USD") }),
    aLedgerEntry({ key: lateDeliveryKey(FULFILLMENT, 3), amount: money(160, "USD") }),
    aLedgerEntry({ key: lateDeliveryKey(FULFILLMENT, 3), phase: "failed", amount: money(160, "USD") }),
    aLedgerEntry({ key: lateDeliveryKey(gid("Fulfillment", 71)), amount: money(999, "USD") }),
  ];
  expect(earlierPayments(FULFILLMENT, foldLedger(entries).values(), "USD")).toEqual({
    total: money(320, "USD"),
    keys: [lateDeliveryKey(FULFILLMENT, 1), lateDeliveryKey(FULFILLMENT, 2)],
  });
  expect(earlierPayments(FULFILLMENT, [], "USD")).toEqual(NOTHING);
});

const anySettings = fc.record({
  settle: fc.constantFrom("once" as const, "top_up" as const),
  counting: fc.constantFrom("completed" as const, "started" as const),
  rateBp: fc.integer({ min: 0, max: 3000 }),
  capBp: fc.integer({ min: 0, max: 10_000 }),
  blockHours: fc.integer({ min: 1, max: 48 }),
});
/** Looks at one parcel: at some hour, with or without a delivery known, which may be corrected from look to look. */
const anyLooks = fc.array(fc.record({ hours: fc.nat(300), deliveredAt: fc.option(fc.nat(300), { nil: undefined }) }), { maxLength: 25 });

test("whatever comes twice, late or in the wrong order, no key pays twice and all payments stay within the cap and what was owed", () => {
  fc.assert(
    fc.property(anySettings, anyLooks, (chosen, looks) => {
      const settings = lateDeliverySettings(chosen);
      let paid = NOTHING;
      let mostOwed = 0;
      for (const look of looks) {
        const parcel = aLateParcel({ deliveredAt: look.deliveredAt === undefined ? null : at(look.deliveredAt) });
        mostOwed = Math.max(mostOwed, lateDelivery(parcel, settings, at(look.hours)).amount.minor);
        const decision = settleAt(look.hours, { ...look, paid, settings });
        if (decision.kind !== "pay") continue;
        expect(decision.amount.minor).toBeGreaterThan(0);
        expect(paid.keys).not.toContain(decision.key);
        paid = { total: add(paid.total, decision.amount), keys: [...paid.keys, decision.key] };
      }
      expect(paid.total.minor).toBeLessThanOrEqual(mostOwed);
      expect(paid.total.minor).toBeLessThanOrEqual(Math.ceil((8000 * settings.capBp) / 10_000));
      if (settings.settle === "once") expect(paid.keys.length).toBeLessThanOrEqual(1);
    }),
  );
});
