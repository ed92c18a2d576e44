import { addBags, bag, emptyBag, scaleBag, subtractBags, sumBags, timesBag, zeroLike } from "../money/bag.ts";
import { plain, share, type Bag } from "../money/amount.ts";
import type { JsonObject } from "../json.ts";
import type { AllocationRecord, LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from "../state/records.ts";

/** Units of a presentment currency for one US dollar, as a fraction; the demo shop keeps them fixed. */
const RATES: Readonly<Record<string, readonly [number, number]>> = { USD: [1, 1], EUR: [92, 100], JPY: [150, 100] };

/** A dollar price as the buyer sees it: whole yen in tens, euro and dollars to the cent. */
export function priceIn(currency: string, usdCents: number): Bag {
  const [top, bottom] = RATES[currency] ?? [1, 1];
  const converted = share(usdCents, top, bottom);
  const minor = currency === "JPY" ? share(converted, 1, 10) * 10 : converted;
  return bag({ minor: usdCents, currency: "USD" }, { minor, currency });
}

export interface TaxRule {
  title: string;
  /** Share in ten-thousandths: 1900 is 19 %. */
  basisPoints: number;
  included: boolean;
}

export interface LineDraft {
  line: Omit<LineRecord, "taxLines" | "allocations">;
  /** Percent taken off this line alone, by an automatic discount. */
  ownDiscountPercent: number;
}

export interface CartDraft {
  lines: readonly LineDraft[];
  shipping: Omit<ShippingLineRecord, "taxLines">;
  code: { code: string; percent: number } | null;
  automaticTitle: string;
  tax: TaxRule | null;
  currency: string;
}

export type PricedCart = Pick<
  OrderRecord,
  "lines" | "shippingLines" | "discountApplications" | "discountCodes" | "totals" | "taxesIncluded"
>;

/** Works out discounts, taxes and totals so that every sum can be added up again from the lines, in both currencies. */
export function priceCart(draft: CartDraft): PricedCart {
  const none = emptyBag("USD", draft.currency);
  const applications = applicationsOf(draft);
  const discounted = allocateDiscounts(draft, none);
  const lines = discounted.map(({ line, allocations }) => {
    const worth = subtractBags(
      timesBag(line.price, line.quantity),
      sumBags(
        allocations.map(({ amount }) => amount),
        none,
      ),
    );
    return { ...line, allocations, taxLines: line.taxable ? taxOn(worth, draft.tax) : [] };
  });
  const shipping: ShippingLineRecord = {
    ...draft.shipping,
    taxLines: draft.tax?.included ? taxOn(draft.shipping.discountedPrice, draft.tax) : [],
  };
  const lineItems = sumBags(
    lines.map((line) => timesBag(line.price, line.quantity)),
    none,
  );
  const discounts = sumBags(
    lines.flatMap((line) => line.allocations.map(({ amount }) => amount)),
    none,
  );
  const tax = sumBags(
    [...lines, shipping].flatMap(({ taxLines }) => taxLines.map(({ price }) => price)),
    none,
  );
  const subtotal = subtractBags(lineItems, discounts);
  const taxesIncluded = draft.tax?.included ?? false;
  const price = addBags(addBags(subtotal, shipping.discountedPrice), taxesIncluded ? none : tax);
  const codeAmount = sumBags(
    lines.flatMap((line) =>
      line.allocations
        .filter(({ applicationIndex }) => applications[applicationIndex]?.["type"] === "discount_code")
        .map(({ amount }) => amount),
    ),
    none,
  );
  return {
    lines,
    shippingLines: [shipping],
    discountApplications: applications,
    discountCodes: draft.code ? [{ code: draft.code.code, amount: plain(codeAmount.shop), type: "percentage" }] : [],
    totals: { price, subtotal, tax, discounts, lineItems, shipping: shipping.discountedPrice },
    taxesIncluded,
  };
}

function applicationsOf(draft: CartDraft): JsonObject[] {
  const own = draft.lines.find(({ ownDiscountPercent }) => ownDiscountPercent > 0);
  const applications: JsonObject[] = [];
  if (own) {
    applications.push({
      type: "automatic",
      title: draft.automaticTitle,
      value: `${own.ownDiscountPercent}.0`,
      value_type: "percentage",
      allocation_method: "each",
      target_selection: "entitled",
      target_type: "line_item",
    });
  }
  if (draft.code) {
    applications.push({
      type: "discount_code",
      code: draft.code.code,
      value: `${draft.code.percent}.0`,
      value_type: "percentage",
      allocation_method: "across",
      target_selection: "all",
      target_type: "line_item",
    });
  }
  return applications;
}

function allocateDiscounts(draft: CartDraft, none: Bag): { line: LineDraft["line"]; allocations: AllocationRecord[] }[] {
  const hasOwn = draft.lines.some(({ ownDiscountPercent }) => ownDiscountPercent > 0);
  const first = draft.lines.map(({ line, ownDiscountPercent }) => {
    const own: AllocationRecord[] =
      ownDiscountPercent > 0
        ? [{ amount: scaleBag(timesBag(line.price, line.quantity), ownDiscountPercent, 100), applicationIndex: 0 }]
        : [];
    return { line, allocations: own };
  });
  const code = draft.code;
  if (!code) return first;
  const left = first.map(({ line, allocations }) =>
    subtractBags(
      timesBag(line.price, line.quantity),
      sumBags(
        allocations.map(({ amount }) => amount),
        none,
      ),
    ),
  );
  const parts = splitOver(scaleBag(sumBags(left, none), code.percent, 100), left);
  return first.map(({ line, allocations }, index) => ({
    line,
    allocations: [...allocations, { amount: parts[index] ?? zeroLike(none), applicationIndex: hasOwn ? 1 : 0 }],
  }));
}

/** Splits a sum over lines by their worth; what rounding leaves over goes to the last line, so the parts sum to the whole. */
function splitOver(whole: Bag, weights: readonly Bag[]): Bag[] {
  const total = sumBags(weights, zeroLike(whole));
  let rest = whole;
  return weights.map((weight, index) => {
    const part =
      index === weights.length - 1
        ? rest
        : bag(
            { minor: share(whole.shop.minor, weight.shop.minor, total.shop.minor), currency: whole.shop.currency },
            {
              minor: share(whole.presentment.minor, weight.presentment.minor, total.presentment.minor),
              currency: whole.presentment.currency,
            },
          );
    rest = subtractBags(rest, part);
    return part;
  });
}

function taxOn(worth: Bag, rule: TaxRule | null): TaxLineRecord[] {
  if (!rule) return [];
  const whole = rule.included ? 10_000 + rule.basisPoints : 10_000;
  return [{ title: rule.title, rate: rule.basisPoints / 10_000, price: scaleBag(worth, rule.basisPoints, whole) }];
}
