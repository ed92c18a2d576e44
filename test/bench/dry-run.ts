import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { emptyTally, planDryRun, tryCase } from "#app/domain/policies/dry-run.ts";
import { NOTHING_FOUND_OUT } from "#app/domain/policies/order-background.ts";
import type { LineItemGid, OrderGid, ProductGid } from "#app/domain/shared/gid.ts";
import { DAY } from "#app/domain/shared/time.ts";
import type { TriedOrder } from "#app/use-cases/policies/dry-run-records.server.ts";
import { trialCases, type TrialContext } from "#app/use-cases/policies/trial-cases.server.ts";
import { anEligibleOutcome, aPolicy } from "#test/builders/a-policy.ts";
import { aPastOrder, PAST_PRODUCT } from "#test/builders/a-past-order.ts";
import { BENCH_COUNTRIES, benchRule } from "./policy-samples.ts";
import { median, whole, type Row } from "./table.ts";

const LINES = 100_000;
const LINES_PER_ORDER = 2;
const RULES = 50;
const PRODUCTS = 500;
const GOAL_SECONDS = 5;
const ROUNDS = 3;
const UNTIL = new Date("2026-11-01T00:00:00Z");

/** Seconds from loaded orders to the whole result of a dry run: facts gathered, both policies decided, compared, added up. */
export function benchDryRun(): Row[] {
  const orders = Array.from({ length: LINES / LINES_PER_ORDER }, (_, index) => orderAt(index));
  const seconds = Array.from({ length: ROUNDS + 1 }, () => once(orders));
  const taken = median(seconds.slice(1));
  return [
    {
      what: `dry run of ${whole(LINES, "line items")}, ${RULES} rules`,
      figure: `${taken.toFixed(2)} s`,
      goal: `≤ ${GOAL_SECONDS} s`,
      isMet: taken <= GOAL_SECONDS,
    },
  ];
}

function once(orders: readonly TriedOrder[]): number {
  const started = performance.now();
  const rules = Array.from({ length: RULES }, (_, index) => benchRule(index));
  const published = aPolicy({ rules });
  const draft = aPolicy({ rules: rules.slice(1), otherwise: anEligibleOutcome({ windowDays: 14 }) });
  const plan = planDryRun(compilePolicy(published, 1), compilePolicy(draft, 2));
  const tally = emptyTally(plan);
  const context: TrialContext = {
    zone: "America/New_York",
    range: { since: new Date(0), until: UNTIL },
    products: PRODUCTS_SOLD,
    publishedTransit: published.transit,
    draftTransit: published.transit,
    background: NOTHING_FOUND_OUT,
  };
  for (const tried of orders) for (const { trial } of trialCases(tried, context)) tryCase(plan, tally, trial);
  const taken = (performance.now() - started) / 1_000;
  if (tally.sold.decisions !== LINES || tally.sold.changed < LINES / 4) throw new Error("The dry run did not do what is measured");
  return taken;
}

const PRODUCTS_SOLD = new Map(
  Array.from({ length: PRODUCTS }, (_, index): [ProductGid, typeof PAST_PRODUCT] => {
    const gid: ProductGid = `gid://shopify/Product/${index}`;
    return [gid, { ...PAST_PRODUCT, gid, productType: index % 2 === 0 ? "Shirts" : "Shoes", tags: ["cotton", `season-${index % 70}`] }];
  }),
);

function orderAt(index: number): TriedOrder {
  const placedAt = new Date(UNTIL.getTime() - ((index % 365) + 1) * DAY);
  const order = aPastOrder(placedAt, { order: { countryCode: BENCH_COUNTRIES[index % BENCH_COUNTRIES.length] ?? "US" } });
  const gid: OrderGid = order.gid;
  const lines = Array.from({ length: LINES_PER_ORDER }, (_, place) => {
    const lineGid: LineItemGid = `gid://shopify/LineItem/${index * LINES_PER_ORDER + place}`;
    const productGid: ProductGid = `gid://shopify/Product/${(index * 7 + place) % PRODUCTS}`;
    return order.lines.map((line) => ({ ...line, gid: lineGid, productGid }));
  }).flat();
  const shipments = order.shipments.map((shipment) => ({
    ...shipment,
    orderGid: gid,
    lines: lines.map((line) => ({ lineGid: line.gid, quantity: line.quantity })),
  }));
  return { order: { ...order, lines, shipments }, customerTags: [], asked: [] };
}
