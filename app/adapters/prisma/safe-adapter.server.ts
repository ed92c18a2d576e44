import { PrismaPg } from "@prisma/adapter-pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** What adapter-pg 6.19 keeps on a transaction beside its public interface. */
interface TransactionInternals {
  client: { release(destroy?: boolean): void };
  cleanup?: () => void;
}

/**
 * @prisma/adapter-pg 6.19.3 never releases the connection of a transaction whose COMMIT fails, and can release one twice
 * when a transaction times out during COMMIT (prisma issue 29952). This one releases exactly once.
 */
export class SafePrismaPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => releasingOnce(await start(isolation));
    return adapter;
  }
}

function releasingOnce(transaction: Transaction): Transaction {
  const internals = transaction as unknown as TransactionInternals;
  let isReleased = false;
  const release = (destroy?: boolean) => {
    if (isReleased) return;
    isReleased = true;
    internals.cleanup?.();
    internals.client.release(destroy);
  };
  const run = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query) => {
    try {
      return await run(query);
    } catch (error) {
      if (/^\s*COMMIT\b/i.test(query.sql)) release(true);
      throw error;
    }
  };
  transaction.commit = async () => release();
  transaction.rollback = async () => release();
  return transaction;
}
