import type { Prisma } from "@prisma/client";
import type { LedgerEntry, LedgerPhase, MovementKind } from "#app/domain/compensation/ledger.ts";
import type { Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { BudgetRepository, LedgerRepository } from "#app/use-cases/compensation/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson, toMoney } from "./values.server.ts";

type Row = Prisma.LedgerEntryGetPayload<object>;

/** The append-only ledger of one shop (the database refuses to change or delete a line). */
export function ledgerRepository(tx: TenantTransaction, shopId: string): LedgerRepository {
  const list = async (where: Prisma.LedgerEntryWhereInput) =>
    (await tx.ledgerEntry.findMany({ where: { shopId, ...where }, orderBy: { id: "asc" } })).map(toEntry);
  return {
    add: async ({ amount, returnId, detail, ...entry }) => {
      const data = {
        ...entry,
        shopId,
        returnId: returnId ?? null,
        amountMinor: BigInt(amount.minor),
        currency: amount.currency,
        detail: toJson(detail),
      };
      return (await tx.ledgerEntry.createMany({ data, skipDuplicates: true })).count === 1;
    },
    ofOrder: (orderGid) => list({ orderGid }),
    ofKey: (key) => list({ key }),
    all: () => list({}),
    changedSince: async (since) => {
      const keys = await tx.ledgerEntry.findMany({ where: { shopId, at: { gte: since } }, select: { key: true }, distinct: ["key"] });
      return keys.length === 0 ? [] : list({ key: { in: keys.map(({ key }) => key) } });
    },
    known: async (gids) => {
      const where = { shopId, shopifyGid: { in: [...gids] } };
      const rows = await tx.ledgerEntry.findMany({ where, select: { shopifyGid: true } });
      return new Set(rows.flatMap(({ shopifyGid }) => shopifyGid ?? []));
    },
  };
}

/** What one shop spent in each budget period, in each currency that it had: orders from before a change are still paid for in the old one. */
export function budgetRepository(tx: TenantTransaction, shopId: string): BudgetRepository {
  const read: BudgetRepository["read"] = async (periods, currency) => {
    const rows = await tx.budgetSpend.findMany({ where: { shopId, period: { in: [...periods] }, currency } });
    const spent = new Map(rows.map((row) => [row.period, row.spentMinor]));
    return new Map(periods.map((period) => [period, toMoney(spent.get(period) ?? 0n, currency)]));
  };
  return {
    read,
    lock: async (periods, currency) => {
      const sorted = [...periods].sort();
      await tx.budgetSpend.createMany({
        data: sorted.map((period) => ({ shopId, period, spentMinor: 0n, currency })),
        skipDuplicates: true,
      });
      await tx.$queryRaw`select 1 from budget_spend
        where shop_id = ${shopId}::uuid and period = any(${sorted}) and currency = ${currency} order by period for update`;
      return read(periods, currency);
    },
    spend: async (periods, amount) => {
      await tx.$executeRaw`
        update budget_spend set spent_minor = greatest(0, spent_minor + ${BigInt(amount.minor)})
        where shop_id = ${shopId}::uuid and period = any(${[...periods]}) and currency = ${amount.currency}`;
    },
  };
}

/** A line as the domain knows it. */
export function toEntry(row: Row): LedgerEntry {
  return {
    key: row.key,
    id: row.id,
    phase: row.phase as LedgerPhase,
    kind: row.kind as MovementKind,
    amount: toMoney(row.amountMinor, row.currency),
    orderGid: row.orderGid as OrderGid,
    shopifyGid: row.shopifyGid as Gid | null,
    at: row.at,
  };
}
