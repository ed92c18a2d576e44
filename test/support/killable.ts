import type { ShopContext } from "#app/use-cases/ports.ts";

/** Thrown in the place of a step that never came to its end, as SIGKILL would have it. */
export class Killed extends Error {}

export interface Killable {
  readonly ctx: ShopContext;
  /** How many steps were begun. */
  readonly steps: () => number;
}

/**
 * A context that dies at its nth step to the outside, a transaction or a call of Shopify: before the step has any effect, or after it had
 * all of it and nobody heard the answer. Later steps of a dead worker are not taken either.
 */
export function killable(ctx: ShopContext, dieAt: number, when: "before" | "after"): Killable {
  let step = 0;
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    if (step > dieAt || (step === dieAt && when === "before")) throw new Killed(`before step ${step}`);
    const result = await work();
    if (step === dieAt) throw new Killed(`after step ${step}`);
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
