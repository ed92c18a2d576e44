import type pg from "pg";

export const SHOP_ID = "0190a000-0000-7000-8000-00000000be9c";
/** Late parcels in each shop. */
export const DUE = 10_000;
export const NOW = new Date("2026-11-22T12:00:00Z");

/** Parcels of two pieces each that should have arrived the day before yesterday, with their orders and promises. */
export async function plantParcels(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into "order" (shop_id, gid, name, email, customer_gid, customer_name, currency, presentment_currency, subtotal_minor, total_minor,
       shipping_minor, total_presentment_minor, country_code, locale, tags, financial_status, fulfillment_status, processed_at, source_updated_at)
     select $1, 'gid://shopify/Order/' || n, '#' || n, 'buyer' || n || '@example.com', 'gid://shopify/Customer/' || n, 'Buyer ' || n, 'USD', 'USD',
       5000 + n, 5500 + n, 500, 5500 + n, 'US', 'en', '{}', 'paid', 'fulfilled', '2026-11-14T10:00:00Z', '2026-11-14T10:00:00Z'
     from generate_series(1, $2::int) n`,
    [SHOP_ID, DUE],
  );
  await owner.query(
    `insert into order_line (shop_id, gid, order_gid, title, product_gid, quantity, current_quantity, unit_price_minor, discounted_total_minor, currency, position)
     select $1, 'gid://shopify/LineItem/' || n, 'gid://shopify/Order/' || n, 'Mug', 'gid://shopify/Product/' || n % 50, 2, 2, 2500, 5000 + n, 'USD', 0
     from generate_series(1, $2::int) n`,
    [SHOP_ID, DUE],
  );
  await owner.query(
    `insert into fulfillment (shop_id, gid, order_gid, name, status, tracking_company, tracking_number, lines, shipped_at, in_transit_at, source_updated_at)
     select $1, 'gid://shopify/Fulfillment/' || n, 'gid://shopify/Order/' || n, '#' || n || '.1', 'success', 'UPS', '1Z' || n,
       json_build_array(json_build_object('lineGid', 'gid://shopify/LineItem/' || n, 'quantity', 2)),
       '2026-11-15T10:00:00Z', '2026-11-15T18:00:00Z', '2026-11-15T10:00:00Z'
     from generate_series(1, $2::int) n`,
    [SHOP_ID, DUE],
  );
  await plantPromises(owner, { count: DUE, from: 1, dueAt: "2026-11-21T05:00:00Z" });
}

/** Promises whose day has not come, spread over the next thousand hours. */
export async function plantPending(owner: pg.Client, count: number): Promise<void> {
  await plantPromises(owner, { count, from: DUE + 1, dueAt: "2026-11-25T05:00:00Z" });
  await owner.query("vacuum analyze");
}

interface Planted {
  readonly count: number;
  readonly from: number;
  readonly dueAt: string;
}

async function plantPromises(owner: pg.Client, { count, from, dueAt }: Planted): Promise<void> {
  await owner.query(
    `insert into promise (shop_id, id, kind, subject, order_gid, customer_gid, promised_on, zone, source, due_at, status, created_at, detail)
     select $1, gen_random_uuid(), 'delivered_by', 'gid://shopify/Fulfillment/' || n, 'gid://shopify/Order/' || n, 'gid://shopify/Customer/' || n,
       '2026-11-20', 'America/New_York', 'table', $4::timestamptz + (case when n > $5 then n % 1000 else 0 end) * interval '1 hour', 'pending', '2026-11-15T10:00:00Z', '{}'
     from generate_series($2::int, $2::int + $3::int - 1) n`,
    [SHOP_ID, from, count, dueAt, DUE],
  );
}

/** As it was before the sweep: nothing found out, nothing planned. */
export async function unsweep(owner: pg.Client): Promise<void> {
  await owner.query("truncate playbook_run, message, compensation, metric_fact, metric_daily");
  await owner.query("update promise set status = 'pending', settled_at = null where status <> 'pending'");
  await owner.query("vacuum analyze promise");
}
