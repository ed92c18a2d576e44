import type { Repositories } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";

/**
 * What was asked for together with a return, oldest first: the returns of a mixed request that are settled on their own. The return that stands
 * for the request answers them all, each of the others nothing.
 */
export async function askedWith(tx: Repositories, { id, orderGid }: Pick<StoredReturn, "id" | "orderGid">): Promise<StoredReturn[]> {
  return (await tx.returns.ofOrder(orderGid)).filter(({ partOf }) => partOf === id);
}

/** The return that stands for the whole request, and all the others of it. */
export async function requestOf(tx: Repositories, record: StoredReturn): Promise<[StoredReturn, ...StoredReturn[]]> {
  const main = record.partOf ? ((await tx.returns.find(record.partOf)) ?? record) : record;
  return [main, ...(await askedWith(tx, main))];
}
