import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#app/adapters/prisma/database.server.ts";
import { createShopDirectory } from "#app/adapters/prisma/shop-directory.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

const MINE = "0190a000-0000-7000-8000-000000000001";
const THEIRS = "0190a000-0000-7000-8000-000000000002";
const AT = new Date("2026-11-01T00:00:00Z");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  const shops = createShopDirectory(database.pool);
  await shops.register("mine.myshopify.com", MINE, AT);
  await shops.register("theirs.myshopify.com", THEIRS, AT);
});
afterAll(() => database.close());

async function as<T>(
  shopId: string | undefined,
  work: (query: (sql: string, values?: unknown[]) => Promise<unknown[]>) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    if (shopId) await client.query("select set_config('app.shop_id', $1, true)", [shopId]);
    return await work(async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
  udt_name: string;
  is_nullable: string;
  column_default: string | null;
  character_maximum_length: number | null;
}

const tenantColumns = (): Promise<Column[]> =>
  as(
    undefined,
    (query) =>
      query(
        `select c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable, c.column_default, c.character_maximum_length
       from information_schema.columns c where c.table_schema = 'public' and c.table_name in
       (select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and column_name = 'shop_id' and table_type = 'BASE TABLE') order by 1, ordinal_position`,
      ) as Promise<Column[]>,
  );

/** A value that any column of the type takes. */
function sample(column: Column, shopId: string): unknown {
  if (column.column_name === "shop_id") return shopId;
  if (column.data_type === "ARRAY") return "{}";
  const byType: Record<string, unknown> = {
    uuid: "0190a000-0000-7000-8000-0000000000aa",
    int4: 1,
    int8: 1,
    bool: false,
    timestamptz: AT,
    jsonb: "{}",
    bytea: Buffer.from("x"),
  };
  return byType[column.udt_name] ?? (column.udt_name === "bpchar" ? "USD" : `x-${shopId}`);
}

function insertInto(table: string, columns: Column[], shopId: string): { sql: string; values: unknown[] } {
  const names = columns.map((column) => `"${column.column_name}"`).join(", ");
  const places = columns.map((_, index) => `$${index + 1}`).join(", ");
  return { sql: `insert into "${table}" (${names}) values (${places})`, values: columns.map((column) => sample(column, shopId)) };
}

describe("no shop sees or changes another shop's rows", () => {
  test("the app's role owns nothing and cannot bypass row-level security", async () => {
    const [role] = await as(undefined, (query) =>
      query("select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user"),
    );
    expect(role).toEqual({ name: "amends_app", rolsuper: false, rolbypassrls: false });
  });

  test("every table, read and written as another shop, gives nothing away and takes nothing", async () => {
    const tables = Map.groupBy(await tenantColumns(), (column) => column.table_name);
    expect(tables.size).toBeGreaterThan(25);
    for (const [table, columns] of tables) {
      if (table === "shop") continue;
      await as(MINE, async (query) => {
        const mine = insertInto(table, columns, MINE);
        await query(mine.sql, mine.values);
        expect(await query(`select 1 from "${table}"`), `${table}: own row`).toHaveLength(1);
        await query("select set_config('app.shop_id', $1, true)", [THEIRS]);
        expect(await query(`select 1 from "${table}"`), `${table}: read by another shop`).toHaveLength(0);
        await query("savepoint attempt");
        const theirs = insertInto(table, columns, MINE);
        await expect(query(theirs.sql, theirs.values), `${table}: written for another shop`).rejects.toThrow(/row-level security/);
        await query("rollback to savepoint attempt");
        for (const change of [`update "${table}" set shop_id = shop_id returning 1`, `delete from "${table}" returning 1`]) {
          await query("savepoint change");
          const touched = await query(change).catch((error: Error) => {
            expect(error.message, `${table}: append-only tables refuse changes`).toMatch(/permission denied/);
            return [];
          });
          await query("rollback to savepoint change");
          expect(touched, `${table}: ${change}`).toHaveLength(0);
        }
      });
    }
  });

  test("without a shop nothing is visible at all", async () => {
    const tables = new Set((await tenantColumns()).map((column) => column.table_name));
    for (const table of tables) expect(await as(undefined, (query) => query(`select 1 from "${table}" limit 1`)), table).toHaveLength(0);
  });

  test("a view shows the current shop's rows, and takes none", async () => {
    const views = (await as(undefined, (query) => query("select viewname from pg_views where schemaname = 'public'"))) as {
      viewname: string;
    }[];
    expect(views.map(({ viewname }) => viewname)).toEqual(["return_list"]);
    const columns = (await tenantColumns()).filter(({ table_name: table }) => table === "return");
    await as(MINE, async (query) => {
      const mine = insertInto("return", columns, MINE);
      await query(mine.sql, mine.values);
      expect(await query("select 1 from return_list")).toHaveLength(1);
      await query("select set_config('app.shop_id', $1, true)", [THEIRS]);
      expect(await query("select 1 from return_list")).toHaveLength(0);
      expect(await query("select 1 from return_list where shop_id = $1", [MINE])).toHaveLength(0);
      await expect(query("update return_list set status = 'closed'")).rejects.toThrow(/permission denied/);
    });
  });

  test("every unique key and every index leads with shop_id", async () => {
    const indexes = (await as(undefined, (query) =>
      query("select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'"),
    )) as { tablename: string; indexname: string; indexdef: string }[];
    const tenant = new Set((await tenantColumns()).map((column) => column.table_name));
    const astray = indexes.filter(({ tablename, indexdef }) => tenant.has(tablename) && !/\((shop_id)[,)]/.test(indexdef));
    expect(astray.map(({ indexname }) => indexname)).toEqual(["shop_domain_key"]);
  });

  test("the ledger and the audit log take no change, not even from their own shop", async () => {
    for (const table of ["ledger_entry", "audit_log"]) {
      await expect(
        as(MINE, (query) => query(`delete from ${table}`)),
        table,
      ).rejects.toThrow(/permission denied/);
    }
  });
});
