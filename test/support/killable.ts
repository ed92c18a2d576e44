import type { ShopContext } from "#app/use-cases/ports.ts";

/** Thrown in the place of a step that never came to its end, as SIGKILL would have it. */
export class Killed extends Error {}

export interface Killable {
  readonly ctx: ShopContext;
  /** How many steps were begun. */
  readonly steps: () => number;
}

/**
 * A context that dies after `dieAfter` steps to the outside, a transaction or a call of Shopify: the last of them had all of its effect and
 * nobody heard the answer, the next one has none. So the moments from 0 on are all there are: what dies right before a step leaves
 * behind what it would have left by dying right after the one before.
 */
export function killable(ctx: ShopContext, dieAfter: number): Killable {
  let step = 0;
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    const mine = step;
    if (mine > dieAfter) throw new Killed(`before step ${mine}`);
    const result = await work();
    if (mine === dieAfter) throw new Killed(`after step ${mine}`);
    return result;
  };
  const watched = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === "function"
          ? (...given: unknown[]) => around(() => Reflect.apply(value, target, given) as Promise<unknown>)
          : value;
      },
    });
  return {
    ctx: {
      ...ctx,
      labelSeller: { ...ctx.labelSeller, desk: (key) => watched(ctx.labelSeller.desk(key)) },
      shopify: {
        ...ctx.shopify,
        returns: watched(ctx.shopify.returns),
        compensation: watched(ctx.shopify.compensation),
        orderChanges: watched(ctx.shopify.orderChanges),
        stock: watched(ctx.shopify.stock),
        pages: watched(ctx.shopify.pages),
      },
      transaction: (work) => around(() => ctx.transaction(work)),
    },
    steps: () => step,
  };
}
