import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ListedMovement, MovementSearch } from "./ports.ts";

/** One page of the ledger: every movement of money with its state, newest first. */
export async function listMovements(ctx: ShopContext, search: MovementSearch): Promise<{ movements: ListedMovement[]; total: number }> {
  return ctx.transaction((tx) => tx.movementList.search(search));
}

const PAGE = 500;

/** The whole ledger, page by page, newest first; what is added meanwhile may come or not. */
export async function* allMovements(ctx: ShopContext): AsyncGenerator<ListedMovement[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { movements } = await listMovements(ctx, { limit: PAGE, offset });
    if (movements.length > 0) yield movements;
    if (movements.length < PAGE) return;
  }
}
