import type { Prisma } from "@prisma/client";
import type { DecisionChange } from "#app/domain/policies/compare-decisions.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { DryRunTally, TrialBasis } from "#app/domain/policies/dry-run.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import type {
  DryRun,
  DryRunChange,
  DryRunChangeFilter,
  DryRunHead,
  DryRunRepository,
  DryRunStatus,
} from "#app/use-cases/policies/dry-run-records.server.ts";
import { addRows } from "./add-rows.server.ts";
import { decisionFacts } from "./decision-documents.server.ts";
import { document } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson, toMoney } from "./values.server.ts";

type Row = Prisma.DryRunGetPayload<object>;
type ChangeRow = Prisma.DryRunChangeGetPayload<object>;

const TALLY = document<DryRunTally>("dry_run.tally", {
  ...{ sold: "record", asked: "record", byCountry: "record", byReason: "record", byChange: "record", foreign: "number" },
  ...{ rules: "record", clashes: "record" },
});

const GOING_ON = ["queued", "running"];

/** Dry runs of one shop's policy and the decisions they would change. */
export function dryRunRepository(tx: TenantTransaction, shopId: string): DryRunRepository {
  return {
    add: async ({ id, draft, days, since, until, publishedVersion, draftVersion, draftRevision, orders, startedBy, startedAt, ...run }) => {
      const fixed = { id, days, since, until, publishedVersion, draftVersion, draftRevision, orders, startedBy, startedAt };
      await tx.dryRun.create({ data: { shopId, ...fixed, draft: toJson(draft), ...progress(run) } });
    },
    find: async (id) => {
      const row = await tx.dryRun.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toRun(row) : undefined;
    },
    latest: async (limit) => {
      const orderBy = [{ startedAt: "desc" as const }, { id: "desc" as const }];
      const rows = await tx.dryRun.findMany({ where: { shopId }, orderBy, take: limit, omit: { draft: true, tally: true } });
      return rows.map(toHead);
    },
    advance: async (run, ordersDone) => {
      const where = { shopId, id: run.id, ordersDone, status: { in: GOING_ON } };
      return (await tx.dryRun.updateMany({ where, data: progress(run) })).count === 1;
    },
    cancel: async (id, at) => {
      const data = { status: "cancelled", updatedAt: at, finishedAt: at };
      return (await tx.dryRun.updateMany({ where: { shopId, id, status: { in: GOING_ON } }, data })).count === 1;
    },
    removeOld: async (keep) => {
      const old = await tx.dryRun.findMany({ where: { shopId }, orderBy: { startedAt: "desc" }, skip: keep, select: { id: true } });
      const ids = old.map(({ id }) => id);
      await tx.dryRunChange.deleteMany({ where: { shopId, runId: { in: ids } } });
      await tx.dryRun.deleteMany({ where: { shopId, id: { in: ids } } });
    },
    ...changesOf(tx, shopId),
  };
}

function changesOf(tx: TenantTransaction, shopId: string): Pick<DryRunRepository, "addChanges" | "changes" | "change"> {
  return {
    addChanges: async (runId, changes) => {
      await addRows(tx, {
        table: "dry_run_change",
        rows: changes.map((change) => changeColumns(change, { shopId, runId })),
        returning: "number",
      });
    },
    changes: async (runId, filter, { limit, offset }) => {
      const where = { shopId, runId, ...conditions(filter) };
      const rows = await tx.dryRunChange.findMany({ where, orderBy: { number: "asc" }, take: limit, skip: offset });
      return { changes: rows.map(toChange), total: await tx.dryRunChange.count({ where }) };
    },
    change: async (runId, number) => {
      const row = await tx.dryRunChange.findUnique({ where: { shopId_runId_number: { shopId, runId, number } } });
      return row ? toChange(row) : undefined;
    },
  };
}

function conditions({ basis, change, country, reason }: DryRunChangeFilter): Prisma.DryRunChangeWhereInput {
  return {
    ...(basis ? { basis } : {}),
    ...(change ? { changes: { has: change } } : {}),
    ...(country === undefined ? {} : { country }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function progress({
  status,
  ordersDone,
  changes,
  place,
  tally,
  updatedAt,
  finishedAt,
}: Pick<DryRun, "status" | "ordersDone" | "changes" | "place" | "tally" | "updatedAt" | "finishedAt">) {
  const reached = { lastAt: place?.at ?? null, lastGid: place?.gid ?? null };
  return { status, ordersDone, changes, ...reached, tally: toJson(tally), updatedAt, finishedAt: finishedAt ?? null };
}

function toRun(row: Row): DryRun {
  const draft = parsePolicy(row.draft);
  if (!draft.ok) throw new Error(`The draft of dry run ${row.id} does not read`);
  const place = row.lastAt && row.lastGid ? { place: { at: row.lastAt, gid: row.lastGid } } : {};
  return { ...toHead(row), draft: draft.value, tally: TALLY.parse(row.tally), ...place };
}

function toHead({ finishedAt, status, shopId: _shop, ...row }: Omit<Row, "draft" | "tally">): DryRunHead {
  const { id, days, since, until, publishedVersion, draftVersion, draftRevision, orders, ordersDone, changes } = row;
  const { startedBy, startedAt, updatedAt } = row;
  return {
    ...{ id, days, since, until, publishedVersion, draftVersion, draftRevision, orders, ordersDone, changes },
    ...{ startedBy, startedAt, updatedAt },
    status: status as DryRunStatus,
    ...(finishedAt ? { finishedAt } : {}),
  };
}

function changeColumns({ value, difference, ...change }: DryRunChange, place: { shopId: string; runId: string }) {
  const { returnName, changes, ...columns } = change;
  return {
    ...place,
    ...columns,
    returnName: returnName ?? null,
    change: changes[0] ?? "",
    changes,
    valueMinor: BigInt(value.minor),
    differenceMinor: BigInt(difference.minor),
    currency: value.currency,
  };
}

function toChange(row: ChangeRow): DryRunChange {
  const { number, orderName, title, country, reason, returnName } = row;
  return {
    ...{ number, orderName, title, country, reason },
    ...(returnName ? { returnName } : {}),
    basis: row.basis as TrialBasis,
    orderGid: row.orderGid as OrderGid,
    lineGid: row.lineGid as LineItemGid,
    changes: row.changes as DecisionChange[],
    publishedOutcome: row.publishedOutcome as Decision["outcome"],
    draftOutcome: row.draftOutcome as Decision["outcome"],
    value: toMoney(row.valueMinor, row.currency),
    difference: toMoney(row.differenceMinor, row.currency),
    publishedFacts: decisionFacts.parse(row.publishedFacts),
    draftFacts: decisionFacts.parse(row.draftFacts),
  };
}
