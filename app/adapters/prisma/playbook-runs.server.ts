import type { Prisma } from "@prisma/client";
import type { PlaybookRun } from "#app/domain/playbooks/run.ts";
import type { PlaybookRunRepository, RunAbout, StoredRun } from "#app/use-cases/playbooks/ports.ts";
import { addRows } from "./add-rows.server.ts";
import { document } from "./documents.server.ts";
import { rowsByField } from "./read-rows.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

type Row = Prisma.PlaybookRunGetPayload<object>;

const RUN = document<PlaybookRun>("a playbook's run", {
  ...{ key: "text", playbookId: "text", version: "number", subject: "text", status: "text", stepIndex: "number" },
  ...{ reachedAt: "text", dueAt: "text or null", history: "list" },
});
const STATE = document<{ readonly run: PlaybookRun; readonly about: RunAbout }>("playbook_run.state", { run: RUN, about: "record" });

/** Playbook runs of one shop. */
export function playbookRunRepository(tx: TenantTransaction, shopId: string): PlaybookRunRepository {
  return {
    addAll: async (runs) => {
      // One order for everybody, so that two workers with the same new runs never wait for each other in a circle.
      const rows = [...runs].sort(byKey).map((stored) => toRow(shopId, stored));
      return new Set(await addRows(tx, { table: "playbook_run", rows, returning: "id" }));
    },
    lock: async (keys) =>
      stored(
        await tx.$queryRaw<Record<string, unknown>[]>`
          select * from playbook_run where shop_id = ${shopId}::uuid and playbook = any(${playbooksIn(keys)}) and key = any(${[...keys]})
          order by key for update`,
      ),
    saveAll: async (runs) => {
      if (runs.length === 0) return;
      const rows = runs.map(({ id, run, about, updatedAt }) => ({
        id,
        status: run.status,
        due_at: run.dueAt,
        state: { run, about },
        updated_at: updatedAt.toISOString(),
      }));
      await tx.$executeRaw`
        update playbook_run r set status = v.status, due_at = v.due_at, state = v.state, updated_at = v.updated_at, version = r.version + 1
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, status text, due_at timestamptz, state jsonb, updated_at timestamptz)
        where r.shop_id = ${shopId}::uuid and r.id = v.id`;
    },
    claimDue: async (now, limit) =>
      stored(
        await tx.$queryRaw<Record<string, unknown>[]>`
          select * from playbook_run where shop_id = ${shopId}::uuid and due_at <= ${now}
          order by due_at limit ${limit} for update skip locked`,
      ),
    ofOrder: async (orderGid) => {
      const rows = await tx.playbookRun.findMany({ where: { shopId, orderGid }, orderBy: { createdAt: "asc" } });
      return rows.map(toStored);
    },
  };
}

function stored(rows: readonly Record<string, unknown>[]): StoredRun[] {
  return rowsByField<Row>(rows).map(toStored);
}

/** A run's key begins with its playbook, and the unique index with the playbook's column. */
function playbooksIn(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf(":"))))];
}

function byKey(a: StoredRun, b: StoredRun): number {
  return a.run.key < b.run.key ? -1 : a.run.key > b.run.key ? 1 : 0;
}

function toRow(shopId: string, { id, run, about, createdAt, updatedAt }: StoredRun): Record<string, unknown> {
  return {
    shopId,
    id,
    playbook: run.playbookId,
    key: run.key,
    orderGid: about.orderGid ?? null,
    customerGid: about.customerGid ?? null,
    status: run.status,
    dueAt: run.dueAt,
    state: { run, about },
    createdAt,
    updatedAt,
  };
}

function toStored(row: Row): StoredRun {
  const { run, about } = STATE.parse(row.state);
  return { id: row.id, run, about, createdAt: row.createdAt, updatedAt: row.updatedAt };
}
