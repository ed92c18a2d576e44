import { z } from "zod";
import { parseMoney, type Money } from "#app/domain/shared/money.ts";

/** Numeric ids come as numbers, or as strings where a number would lose digits. */
export const id = z.union([z.string(), z.number()]);
export const text = z.string().nullish();
export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const amount = z.union([z.string(), z.number()]).transform(String);
const priced = z.object({ amount, currency_code: z.string() }).transform((price) => parseMoney(price.amount, price.currency_code));
export const moneySet = z.object({ shop_money: priced, presentment_money: priced });
export const plainAmount = amount;

/** The amount of a `*_set`, or the plain decimal beside it in the shop's currency, or zero. */
export function shopAmount(set: { shop_money: Money } | null | undefined, plain: string | null | undefined, currency: string): Money {
  return set?.shop_money ?? parseMoney(plain ?? "0", currency);
}

/** Leaves out what the payload does not say: null, absent and empty text are the same. */
export function known<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== "")) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
