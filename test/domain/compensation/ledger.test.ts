import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerPhase } from "#app/domain/compensation/ledger.ts";
import { balanceByOrder, balanceOf, foldLedger, isSpent, LEDGER_PHASES } from "#app/domain/compensation/ledger.ts";
import type { ShopifyMovement } from "#app/domain/compensation/reconcile.ts";
import { reconcile } from "#app/domain/compensation/reconcile.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import { aLedgerEntry } from "#test/builders/a-ledger-entry.ts";

const KEY = aLedgerEntry().key;
const CREDIT = gid("StoreCreditAccountCreditTransaction", 55);

/** Where a movement stands after these phases, in this order. */
const stateAfter = (...phases: LedgerPhase[]) => foldLedger(phases.map((phase) => aLedgerEntry({ phase }))).get(KEY)?.state;

describe("one movement", () => {
  test.each([
    [["intended"], "pending"],
    [["intended", "confirmed"], "paid"],
    [["intended", "failed"], "failed"],
    [["intended", "failed", "intended"], "pending"],
    [["intended", "failed", "intended", "confirmed"], "paid"],
    [["intended", "failed", "confirmed"], "paid"],
    [["intended", "confirmed", "failed"], "paid"],
    [["intended", "confirmed", "intended"], "paid"],
    [["intended", "voided"], "voided"],
    [["intended", "voided", "intended"], "voided"],
    [["intended", "voided", "confirmed"], "paid"],
    [["intended", "confirmed", "voided"], "reversed"],
    [["intended", "confirmed", "voided", "confirmed"], "reversed"],
  ] as const)("after %j is %s", (phases, state) => {
    expect(stateAfter(...phases)).toBe(state);
  });

  test("counts what was confirmed, with Shopify's id, whatever was intended", () => {
    const entries = [aLedgerEntry(), aLedgerEntry({ phase: "confirmed", amount: money(479, "USD"), shopifyGid: CREDIT })];
    expect(foldLedger(entries).get(KEY)).toMatchObject({ amount: money(479, "USD"), shopifyGid: CREDIT, state: "paid" });
  });

  test("is folded in the ledger's order, however the lines were read", () => {
    const entries = [aLedgerEntry(), aLedgerEntry({ phase: "failed" }), aLedgerEntry(), aLedgerEntry({ phase: "confirmed" })];
    expect(foldLedger([...entries].reverse())).toEqual(foldLedger(entries));
  });

  test("does not change when every line is there twice", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LEDGER_PHASES), { minLength: 1, maxLength: 8 }), (phases) => {
        const entries = phases.map((phase) => aLedgerEntry({ phase }));
        const doubled = entries.flatMap((entry) => [entry, { ...entry, id: `${entry.id}a` }]);
        expect(foldLedger(doubled)).toEqual(foldLedger(entries));
      }),
    );
  });

  test("takes part of a budget while it is pending or paid", () => {
    const movement = (...phases: LedgerPhase[]) => [...foldLedger(phases.map((phase) => aLedgerEntry({ phase }))).values()];
    expect(movement("intended").every(isSpent)).toBe(true);
    expect(movement("intended", "confirmed").every(isSpent)).toBe(true);
    expect(movement("intended", "failed").some(isSpent)).toBe(false);
    expect(movement("intended", "confirmed", "voided").some(isSpent)).toBe(false);
  });
});

describe("the balance", () => {
  test("is kept per order and currency", () => {
    const movements = foldLedger([
      aLedgerEntry({ key: "a" }),
      aLedgerEntry({ key: "a", phase: "confirmed" }),
      aLedgerEntry({ key: "b", amount: money(100, "USD") }),
      aLedgerEntry({ key: "c", amount: money(900, "JPY"), orderGid: gid("Order", 2) }),
      aLedgerEntry({ key: "d", orderGid: gid("Order", 3) }),
      aLedgerEntry({ key: "e", phase: "failed" }),
    ]).values();
    const list = [...movements];
    expect(balanceByOrder(list).get(gid("Order", 1))?.get("USD")).toEqual({ paid: money(480, "USD"), pending: money(100, "USD") });
    expect(balanceByOrder(list).get(gid("Order", 2))?.get("JPY")).toEqual({ paid: money(0, "JPY"), pending: money(900, "JPY") });
    expect(balanceOf(list).get("USD")).toEqual({ paid: money(480, "USD"), pending: money(580, "USD") });
  });
});

describe("compared with Shopify", () => {
  const paid = [aLedgerEntry(), aLedgerEntry({ phase: "confirmed", shopifyGid: CREDIT })];
  const inShopify: ShopifyMovement = {
    gid: CREDIT,
    kind: "store_credit",
    amount: money(480, "USD"),
    orderGid: gid("Order", 1),
    isOurs: true,
    isActive: true,
  };

  test("the same movements leave nothing unexplained, and neither do a merchant's own or those still at work", () => {
    const byHand = { ...inShopify, gid: gid("Refund", 1), isOurs: false };
    expect(reconcile([...paid, aLedgerEntry({ key: "at-work" })], [inShopify, byHand])).toEqual([]);
  });

  test("what only one side knows is unexplained", () => {
    expect(reconcile(paid, [])).toEqual([{ code: "not_in_shopify", key: KEY, amount: money(480, "USD") }]);
    expect(reconcile(paid, [{ ...inShopify, isActive: false }])).toMatchObject([{ code: "not_in_shopify" }]);
    expect(reconcile([], [inShopify])).toEqual([{ code: "not_in_ledger", gid: CREDIT, amount: money(480, "USD") }]);
    expect(reconcile([aLedgerEntry()], [inShopify])).toMatchObject([{ code: "not_in_ledger" }]);
  });

  test("different amounts, money that should be gone and one movement for two keys are unexplained", () => {
    expect(reconcile(paid, [{ ...inShopify, amount: money(481, "USD") }])).toMatchObject([{ code: "amount_differs" }]);
    expect(reconcile([...paid, aLedgerEntry({ phase: "voided" })], [inShopify])).toMatchObject([{ code: "still_in_shopify" }]);
    const second = aLedgerEntry({ key: "other", phase: "confirmed", shopifyGid: CREDIT });
    expect(reconcile([...paid, second], [inShopify])).toEqual([{ code: "claimed_twice", gid: CREDIT, keys: [KEY, "other"] }]);
  });

  test("money that was taken back on both sides is explained", () => {
    expect(reconcile([...paid, aLedgerEntry({ phase: "voided" })], [{ ...inShopify, isActive: false }])).toEqual([]);
  });
});
