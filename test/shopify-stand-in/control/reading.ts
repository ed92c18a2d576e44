import { DateTime } from "luxon";
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

const LARGEST_COUNT = 2_147_483_647;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An ISO 8601 day or instant of the years 1 to 9999; where no zone is said it is UTC, whatever this machine's zone is. */
export function readInstant(value: string, where: string): Date {
  const read = /^\d{4}-\d\d-\d\d/.test(value) ? DateTime.fromISO(value, { zone: "utc" }) : DateTime.invalid("not a day");
  if (!read.isValid || read.year < 1 || read.year > 9999)
    throw new BadInput(where, `must be an ISO 8601 instant, it is ${JSON.stringify(value)}`);
  return read.toJSDate();
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
    if (value === undefined || value === null) return fallback;
    if (typeof value !== "boolean") throw new BadInput(`${this.where}.${name}`, `must be true or false, it is ${describe(value)}`);
    return value;
  }

  /** One of the words that Shopify knows here, in lower case. */
  word(name: string, known: readonly string[]): string | null {
    const value = this.text(name)?.toLowerCase() ?? null;
    if (value !== null && !known.includes(value))
      throw new BadInput(`${this.where}.${name}`, `must be one of ${known.join(", ")}, it is ${value}`);
    return value;
  }

  /** Refuses fields that mean nothing here, which are misspelt more often than not. */
  only(...known: readonly string[]): this {
    const unknown = Object.keys(this.object).find((name) => !known.includes(name));
    if (unknown !== undefined) throw new BadInput(`${this.where}.${unknown}`, `means nothing here; there are ${known.join(", ")}`);
    return this;
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
    if (value > LARGEST_COUNT) throw new BadInput(`${this.where}.${name}`, `must be at most ${LARGEST_COUNT}, it is ${value}`);
    return value;
  }

  list(name: string): Json[] {
    const value = this.object[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw new BadInput(`${this.where}.${name}`, `must be a list, it is ${describe(value)}`);
    return value;
  }

  /** Texts, numbers among them as text. */
  texts(name: string): string[] {
    return this.list(name).map((item, index) => {
      const value = textOf(item);
      if (value === "") throw new BadInput(`${this.where}.${name}[${index}]`, `must be text, it is ${describe(item)}`);
      return value;
    });
  }

  /** An object, null when there is none. */
  inner(name: string): Reading | null {
    return this.has(name) ? new Reading(this.object[name], `${this.where}.${name}`) : null;
  }

  readings(name: string): Reading[] {
    return this.list(name).map((item, index) => new Reading(item, `${this.where}.${name}[${index}]`));
  }

  /** An ISO instant, kept to the second. */
  instant(name: string): string | null {
    const value = this.text(name);
    return value === null ? null : toIso(readInstant(value, `${this.where}.${name}`));
  }

  /** `admin_graphql_api_id` where there is one, else the number under `name`. */
  gid(kind: string, name = "id"): string | null {
    const own = name === "id" ? this.object["admin_graphql_api_id"] : undefined;
    if (typeof own === "string" && own.startsWith(`gid://shopify/${kind}/`)) return own;
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    if (typeof value === "string" && value.startsWith(`gid://shopify/${kind}/`)) return value;
    if (/^\d+$/.test(textOf(value))) return toGid(kind, textOf(value));
    throw new BadInput(`${this.where}.${name}`, `must be the id of ${/^[AEIO]/.test(kind) ? "an" : "a"} ${kind}, it is ${describe(value)}`);
  }

  currency(name: string): string | null {
    const value = this.text(name);
    if (value !== null && !CURRENCIES.has(value))
      throw new BadInput(`${this.where}.${name}`, `must be a currency code such as USD, it is ${JSON.stringify(value)}`);
    return value;
  }

  money(name: string, currency: string): Amount | null {
    const value = this.object[name];
    if (value === undefined || value === null || value === "") return null;
    const read = this.#amount(name, textOf(value, describe(value)), currency);
    if (read.minor < 0) throw new BadInput(`${this.where}.${name}`, `must not be negative, it is ${textOf(value)}`);
    if (!Number.isSafeInteger(read.minor)) throw new BadInput(`${this.where}.${name}`, `is more than can be counted: ${textOf(value)}`);
    return read;
  }

  #amount(name: string, text: string, currency: string): Amount {
    try {
      return amount(text, currency);
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
