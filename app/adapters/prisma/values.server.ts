import { money, type Money } from "#app/domain/shared/money.ts";

/** A stored amount: BigInt minor units beside its currency column. */
export function toMoney(minor: bigint, currency: string): Money {
  return money(Number(minor), currency);
}

/** Drops the keys whose value is null, so that an absent column is an absent property. */
export function present<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };
}

/** Plain JSON for a Json column: dates become ISO text, undefined properties vanish. */
export function toJson(value: unknown): object {
  return JSON.parse(JSON.stringify(value ?? {})) as object;
}
