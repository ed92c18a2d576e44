import { hasSlip } from "#app/domain/labels/slip-status.ts";
import { isKept } from "#app/domain/returns/return.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";
import { requestOf } from "./request-of.server.ts";

/**
 * The returns that were asked for at once, one for each order, the one that leads them first: it has the papers of their common parcel. A
 * return that was asked for alone is the only one; a part of a request is found by the return that stands for it.
 */
export async function jointReturns(tx: Repositories, record: StoredReturn): Promise<[StoredReturn, ...StoredReturn[]]> {
  const [own] = record.partOf ? await requestOf(tx, record) : [record];
  const lead = own.joinedTo ? ((await tx.returns.find(own.joinedTo)) ?? own) : own;
  const all = [lead, ...(await tx.returns.joinedTo(lead.id))];
  // What the caller has changed in this very transaction is newer than what it read.
  const [first = lead, ...others] = all.map((one) => (one.id === record.id ? record : one));
  return [first, ...others];
}

/** Whether nothing of all these comes any more: each was taken back, refused, or is kept. */
export function isCalledOff(returns: readonly StoredReturn[]): boolean {
  return returns.every((one) => one.status === "cancelled" || one.status === "declined" || isKept(one));
}

/** What is in the parcel of a return, or is to be: empty when nothing is sent (any more). */
export async function sentTogether(tx: Repositories, record: StoredReturn): Promise<StoredReturn[]> {
  return (await jointReturns(tx, record)).filter(hasSlip);
}
