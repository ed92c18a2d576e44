import { Prisma } from "@prisma/client";
import type { TenantTransaction } from "./tenant.server.ts";

interface Added {
  readonly table: string;
  /** Rows by Prisma's field names; every row names the same fields. A bigint is written as it is. */
  readonly rows: readonly object[];
  /** The column whose value is answered for each row that is new. */
  readonly returning: string;
}

/**
 * Adds many rows in one statement with one parameter, leaving out those whose keys are taken. Prisma's `createMany` compiles a statement
 * with a parameter for every field of every row, which for hundreds of rows costs more than everything else that is done with them.
 */
export async function addRows(tx: TenantTransaction, { table, rows, returning }: Added): Promise<string[]> {
  if (rows.length === 0) return [];
  const fields = new Map<string, string>();
  for (const row of rows) for (const field in row) if (!fields.has(field)) fields.set(field, columnOf(field));
  const columns = Prisma.raw([...fields.values()].join(", "));
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [fields.get(field) ?? field, plain(value)]))),
  );
  const added = await tx.$queryRaw<{ key: string }[]>`
    insert into ${Prisma.raw(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${json}::jsonb)
    on conflict do nothing returning ${Prisma.raw(returning)}::text as key`;
  return added.map(({ key }) => key);
}

/** "orderGid" is the column `order_gid`: the schema maps every field so. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function plain(value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
