import pg from "pg";
import { createApp, type App } from "#app/composition.server.ts";
import { readEnv } from "#app/env.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { listReturns, type ReturnListRequest } from "#app/use-cases/returns/list-returns.server.ts";
import { SHOP } from "./load.ts";
import { environment } from "./servers.ts";
import { NOW, SHOP_ID } from "./sweep-data.ts";
import { percentile, whole, type Row } from "./table.ts";

const RETURNS = 1_000_000;
const ASKED = 100;
const GOAL = 100;
const BUSIEST_DAYS = 400;

/** What staff ask of the list, each time for something else: common and rare, at the front and far behind. */
const QUESTIONS: Readonly<Record<string, (turn: number) => ReturnListRequest>> = {
  "first page": (turn) => ({ view: turn % 2 === 0 ? "all" : "review", sort: "newest" }),
  filter: (turn) => ({
    view: turn % 3 === 0 ? "refunded" : "all",
    statuses: [["declined"], ["closed"], ["approved", "in_transit"], ["cancelled"]][turn % 4] as ReturnListRequest["statuses"] & object,
    resolutions: [["store_credit"], ["refund", "exchange"], ["gift_card"]][turn % 3] as ReturnListRequest["resolutions"] & object,
    sort: (["newest", "oldest", "largest", "smallest"] as const)[turn % 4] ?? "newest",
  }),
  search: (turn) => ({
    view: "all",
    text: [`#${1_000 + turn * 7_919}`, `buyer${turn * 9_973}@`, "@example.com", `Nobody ${turn}`, `Buyer ${turn}`][turn % 5] ?? "",
    sort: "newest",
  }),
};

/** The use case behind the page, on a shop with a million returns, one question after the other over one connection. */
export async function benchReturnsList(databaseUrl: string): Promise<Row[]> {
  const { app, owner } = await openShop(databaseUrl);
  try {
    const ctx = await app.contextFor(SHOP_ID);
    if (!ctx) throw new Error("The shop is not registered");
    const rows: Row[] = [];
    for (const [name, question] of Object.entries(QUESTIONS)) rows.push(rowOf(name, await ask(ctx, question)));
    return rows;
  } finally {
    await Promise.all([app.close(), owner.end()]);
  }
}

async function ask(ctx: ShopContext, question: (turn: number) => ReturnListRequest): Promise<number[]> {
  await listReturns(ctx, question(0));
  const took: number[] = [];
  for (let turn = 1; turn <= ASKED; turn += 1) {
    const started = performance.now();
    await listReturns(ctx, question(turn));
    took.push(performance.now() - started);
  }
  return took;
}

function rowOf(name: string, took: readonly number[]): Row {
  const p95 = percentile(took, 0.95);
  return {
    what: `list of ${whole(RETURNS, "returns")}: ${name}, p95`,
    figure: `${p95.toFixed(1)} ms`,
    baseline: `median ${percentile(took, 0.5).toFixed(1)} ms, slowest ${percentile(took, 1).toFixed(1)} ms`,
    goal: `≤ ${GOAL} ms`,
    isMet: p95 <= GOAL,
  };
}

async function openShop(server: string): Promise<{ app: App; owner: pg.Client }> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query("create database million");
  await admin.end();
  const url = new URL(server);
  url.pathname = "/million";
  const app = await createApp(readEnv(environment({ port: 0, databaseUrl: url.href })), { isWorker: false, clock: { now: () => NOW } });
  await app.shops.register(SHOP, SHOP_ID, new Date("2026-10-01T00:00:00Z"));
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await plantReturns(owner);
  return { app, owner };
}

/** Returns of more than a year with one line each; nearly all are closed, a few thousand wait. */
async function plantReturns(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into "return" (shop_id, id, number, name, order_gid, order_name, customer_name, email, locale, status, resolution, form_key, currency,
       goods_minor, tax_minor, fee_minor, bonus_minor, total_minor, shop_currency, shop_total_minor, quote, needs_review, requested_at, updated_at, paid_at)
     select $1, gen_random_uuid(), n, '#' || 1000 + n || '-R1', 'gid://shopify/Order/' || n, '#' || 1000 + n, 'Buyer ' || n,
       'buyer' || n || '@' || (case n % 3 when 0 then 'example.com' when 1 then 'mail.example' else 'shop.example' end), 'en',
       case when n % 400 = 0 then 'requested' when n % 150 = 1 then 'approved' when n % 300 = 2 then 'in_transit'
         when n % 50 = 3 then 'declined' when n % 70 = 4 then 'cancelled' else 'closed' end,
       case n % 10 when 0 then 'store_credit' when 1 then 'exchange' when 2 then 'exchange' else 'refund' end, 'form-' || n, 'USD',
       1000 + n % 9000, 0, 0, 0, 1000 + n % 9000, 'USD', 1000 + n % 9000, '{}', n % 400 = 0,
       $2::timestamptz - n * ($3::int * interval '1 day' / $4::int), $2, case when n % 50 > 4 then $2::timestamptz end
     from generate_series(1, $4::int) n`,
    [SHOP_ID, NOW, BUSIEST_DAYS, RETURNS],
  );
  await owner.query(
    `insert into return_line (shop_id, id, return_id, line_gid, fulfillment_line_gid, title, quantity, reason, amount_minor, currency)
     select shop_id, gen_random_uuid(), id, 'gid://shopify/LineItem/' || number, 'gid://shopify/FulfillmentLineItem/' || number, 'Mug', 1, 'style',
       goods_minor, currency from "return"`,
  );
  await owner.query("vacuum analyze");
}
