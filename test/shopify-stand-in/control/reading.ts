import { isObject, textOf, type Json, type JsonObject } from "../json.ts";
import { amount, type Amount, type Bag } from "../money/amount.ts";
import { bag } from "../money/bag.ts";
import { toIso } from "../clock/stand-in-clock.ts";
import { toGid } from "../state/gids.ts";

/** A request that the stand-in cannot use, with the place and the reason. */
export class BadInput extends Error {
  readonly status: number;

  constructor(where: string, why: string, status = 400) {
    super(`${where} ${why}`);
    this.status = status;
  }
}

/** Reads one object of a payload and names the full path of whatever is wrong. */
export class Reading {
  readonly object: JsonObject;
  readonly where: string;

  constructor(value: Json | undefined, where: string) {
    if (!isObject(value)) throw new BadInput(where, `must be an object, it is ${describe(value)}`);
    this.object = value;
    this.where = where;
  }

  raw(name: string): Json | undefined {
    return this.object[name];
  }

  has(name: string): boolean {
    return this.object[name] !== undefined && this.object[name] !== null;
  }

  text(name: string): string | null {
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "bigint") return String(value);
    throw new BadInput(`${this.where}.${name}`, `must be text, it is ${describe(value)}`);
  }

  /** A list written as "one, two", the way Shopify writes tags. */
  words(name: string): string[] {
    const words = (this.text(name) ?? "").split(",").map((word) => word.trim());
    return words.filter((word) => word !== "");
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.object[name];
    return typeof value === "boolean" ? value : fallback;
  }

  number(name: string): number | null {
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    const number = typeof value === "bigint" ? Number(value) : typeof value === "string" ? Number(value) : value;
    if (typeof number !== "number" || Number.isNaN(number))
      throw new BadInput(`${this.where}.${name}`, `must be a number, it is ${describe(value)}`);
    return number;
  }

  whole(name: string, minimum: number): number | null {
    const value = this.number(name);
    if (value === null) return null;
    if (!Number.isInteger(value) || value < minimum)
      throw new BadInput(`${this.where}.${name}`, `must be a whole number of at least ${minimum}, it is ${value}`);
    return value;
  }

  list(name: string): Json[] {
    const value = this.object[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw new BadInput(`${this.where}.${name}`, `must be a list, it is ${describe(value)}`);
    return value;
  }

  readings(name: string): Reading[] {
    return this.list(name).map((item, index) => new Reading(item, `${this.where}.${name}[${index}]`));
  }

  /** An ISO instant, kept to the second. */
  instant(name: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const date = new Date(value);
    if (Number.isNaN(date.getTime()))
      throw new BadInput(`${this.where}.${name}`, `must be an ISO 8601 instant, it is ${JSON.stringify(value)}`);
    return toIso(date);
  }

  /** `admin_graphql_api_id` where there is one, else the number under `name`. */
  gid(kind: string, name = "id"): string | null {
    const own = name === "id" ? this.object["admin_graphql_api_id"] : undefined;
    if (typeof own === "string" && own.startsWith(`gid://shopify/${kind}/`)) return own;
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    if (typeof value === "string" && value.startsWith(`gid://shopify/${kind}/`)) return value;
    if (/^\d+$/.test(textOf(value))) return toGid(kind, textOf(value));
    throw new BadInput(`${this.where}.${name}`, `must be the id of a ${kind}, it is ${describe(value)}`);
  }

  currency(name: string): string | null {
    const value = this.text(name);
    if (value !== null && !/^[A-Z]{3}$/.test(value))
      throw new BadInput(`${this.where}.${name}`, `must be a currency code such as USD, it is ${JSON.stringify(value)}`);
    return value;
  }

  money(name: string, currency: string): Amount | null {
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    try {
      return amount(textOf(value), currency);
    } catch (error) {
      throw new BadInput(`${this.where}.${name}`, error instanceof Error ? error.message : String(error));
    }
  }

  /** A `…_set`, or the plain amount, which is shop money and becomes the buyer's by the order's rate. */
  bag(name: string, money: Currencies, setName = `${name}_set`): Bag | null {
    if (this.has(setName)) {
      const set = new Reading(this.raw(setName), `${this.where}.${setName}`);
      const shop = new Reading(set.raw("shop_money"), `${set.where}.shop_money`).money("amount", money.shop);
      const presentment = set.has("presentment_money")
        ? new Reading(set.raw("presentment_money"), `${set.where}.presentment_money`).money("amount", money.presentment)
        : shop && money.convert(shop);
      return shop && presentment ? bag(shop, presentment) : null;
    }
    const plain = this.money(name, money.shop);
    return plain && bag(plain, money.convert(plain));
  }
}

export interface Currencies {
  shop: string;
  presentment: string;
  convert: (shop: Amount) => Amount;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const text = typeof value === "object" ? "an object" : JSON.stringify(textOf(value, typeof value)).slice(0, 60);
  return text;
}
