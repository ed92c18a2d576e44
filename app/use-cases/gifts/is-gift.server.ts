import type { Repositories } from "#app/use-cases/ports.ts";

/** Whether a return is the receiver's of a gift: nothing that is said about it may name the order. */
export async function isGiftsReturn(tx: Pick<Repositories, "returns">, returnId: string | null | undefined): Promise<boolean> {
  return typeof returnId === "string" && (await tx.returns.giftsAmong([returnId])).has(returnId);
}
