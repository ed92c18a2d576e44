import { minus, nothing, plain, plus, share, type Amount, type Bag } from "./amount.ts";

export function bag(shop: Amount, presentment: Amount = shop): Bag {
  return { shop, presentment };
}

export function emptyBag(shopCurrency: string, presentmentCurrency: string): Bag {
  return bag(nothing(shopCurrency), nothing(presentmentCurrency));
}

export function zeroLike(value: Bag): Bag {
  return emptyBag(value.shop.currency, value.presentment.currency);
}

export function addBags(left: Bag, right: Bag): Bag {
  return bag(plus(left.shop, right.shop), plus(left.presentment, right.presentment));
}

export function subtractBags(left: Bag, right: Bag): Bag {
  return bag(minus(left.shop, right.shop), minus(left.presentment, right.presentment));
}

export function sumBags(bags: readonly Bag[], empty: Bag): Bag {
  return bags.reduce(addBags, empty);
}

export function mapBag(value: Bag, change: (minor: number) => number): Bag {
  return bag(
    { minor: change(value.shop.minor), currency: value.shop.currency },
    { minor: change(value.presentment.minor), currency: value.presentment.currency },
  );
}

export function negateBag(value: Bag): Bag {
  return mapBag(value, (minor) => (minor === 0 ? 0 : -minor));
}

export function scaleBag(value: Bag, part: number, whole: number): Bag {
  return mapBag(value, (minor) => share(minor, part, whole));
}

export function timesBag(value: Bag, quantity: number): Bag {
  return mapBag(value, (minor) => minor * quantity);
}

export function clampBag(value: Bag, ceiling: Bag): Bag {
  return value.presentment.minor > ceiling.presentment.minor ? ceiling : value;
}

/** Shopify's `*_set` object of a webhook payload. */
export function restSet(value: Bag): Record<string, { amount: string; currency_code: string }> {
  return {
    shop_money: { amount: plain(value.shop), currency_code: value.shop.currency },
    presentment_money: { amount: plain(value.presentment), currency_code: value.presentment.currency },
  };
}
