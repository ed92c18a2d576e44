import type { ShopContext } from "#app/use-cases/ports.ts";

/** Thrown in the place of a step that never came to its end, as SIGKILL would have it. */
export class Killed extends Error {}

export interface Killable {
  readonly ctx: ShopContext;
  /** How many steps were begun. */
  readonly steps: () => number;
}

/**
 * A context that dies at its nth step to the outside, a transaction or a call of Shopify: after the step had all of its effect and nobody
 * heard the answer, or before it has any. Later steps of a dead worker are not taken either, so dying before a step leaves behind what
 * dying after the one before it leaves: to try every moment, die after step 0, 1, 2 … until it comes to its end.
 */
export function killable(ctx: ShopContext, dieAt: number, when: "before" | "after" = "after"): Killable {
  const dieAfter = when === "after" ? dieAt : dieAt - 1;
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
        receivers: watched(ctx.shopify.receivers),
      },
      transaction: (work) => around(() => ctx.transaction(work)),
    },
    steps: () => step,
  };
}
