import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma, PrismaClient } from "@prisma/client";

/** A Prisma client inside one transaction of one shop. */
export type TenantTransaction = Prisma.TransactionClient;

const inside = new AsyncLocalStorage<true>();

/**
 * Runs work in one transaction that sees the rows of one shop only (row-level security reads `app.shop_id`). A transaction
 * inside a transaction is refused: on the embedded database, which has one session, it would wait for itself.
 */
export async function inShop<T>(prisma: PrismaClient, shopId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error("A transaction was opened inside another one; pass the repositories on instead");
  return inside.run(true, () =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.shop_id', ${shopId}, true)`;
      return work(tx);
    }),
  );
}
