import { Prisma } from "@prisma/client";
import type { TenantTransaction } from "./tenant.server.ts";

interface Wanted {
  readonly shopId: string;
  /** The table's name as SQL writes it. */
  readonly table: string;
  /** The text column that is looked in, and what it may hold. */
  readonly column: string;
  readonly values: readonly string[];
  /** Columns to sort by, ascending. */
  readonly orderBy?: string;
}

/**
 * Reads the rows whose column holds one of many values, as Prisma's `findMany` would. Prisma compiles a list into one parameter for each
 * value, afresh for every length, which for hundreds of values costs more than the query; here the list is a single parameter.
 */
export async function readRows<Row>(tx: TenantTransaction, { shopId, table, column, values, orderBy }: Wanted): Promise<Row[]> {
  if (values.length === 0) return [];
  const sorted = orderBy === undefined ? Prisma.empty : Prisma.raw(`order by ${orderBy}`);
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    select * from ${Prisma.raw(table)} where shop_id = ${shopId}::uuid and ${Prisma.raw(column)} = any(${[...values]}) ${sorted}`;
  return rowsByField<Row>(rows);
}

/** Rows as SQL answers them, with Prisma's field names: the column `order_gid` is "orderGid". */
export function rowsByField<Row>(rows: readonly Record<string, unknown>[]): Row[] {
  const fields = Object.keys(rows[0] ?? {}).map((column) => [column, fieldOf(column)] as const);
  return rows.map((row) => Object.fromEntries(fields.map(([column, field]) => [field, row[column]])) as Row);
}

function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
