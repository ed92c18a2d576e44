import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import type { CompensationRowData } from "#app/ui/promises/compensation-row.tsx";
import type { CompensationView } from "#app/ui/promises/compensation-page.tsx";
import type { MovementRowData } from "#app/ui/promises/movement-row.tsx";
import type { ListedCompensation } from "#app/use-cases/compensation/list-compensations.server.ts";
import type { ListedMovement } from "#app/use-cases/compensation/ports.ts";
import type { CompensationFile } from "#app/use-cases/compensation/read-compensation.server.ts";

/** A compensation as a list gets it. */
export function compensationRow(record: ListedCompensation): CompensationRowData {
  const { id, status, method, amount, explanation, createdAt } = record;
  return {
    ...{ id, status, method, amount },
    orderName: record.orderName ?? null,
    customerName: record.customerName ?? null,
    reason: explanation.reason ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** A compensation as its own page gets it; `me` is the actor who looks at it. */
export function compensationView(file: CompensationFile, me: string): CompensationView {
  const { record, order, lines, decisions, promiseSource, staff } = file;
  const { id, status, method, amount, shopAmount, explanation, version, key, orderGid } = record;
  return {
    ...{ id, status, method, amount, shopAmount, explanation, version, key, orderGid },
    orderName: order?.name ?? null,
    customerName: order?.customerName ?? null,
    promiseSource: promiseSource === "estimate" || promiseSource === "table" ? promiseSource : "unknown",
    code: record.code ?? null,
    error: record.error ?? null,
    createdAt: record.createdAt.toISOString(),
    paidAt: record.paidAt?.toISOString() ?? null,
    lines: lines.map(lineRow),
    decisions: decisions.map(({ at, actor, action, detail }) => ({
      at: at.toISOString(),
      who: staff.find((member) => actor === `staff:${member.id}`)?.name || null,
      isMe: actor === me,
      action: action.slice(action.indexOf(".") + 1),
      note: typeof detail["note"] === "string" ? detail["note"] : null,
    })),
  };
}

function lineRow({ id, phase, amount, at, shopifyGid }: LedgerEntry): CompensationView["lines"][number] {
  return { id, phase, amount, at: at.toISOString(), shopifyGid };
}

/** A movement of the ledger as a list gets it. */
export function movementRow({ key, state, kind, amount, orderGid, intendedAt, changedAt, orderName }: ListedMovement): MovementRowData {
  return {
    ...{ key, state, kind, amount, orderGid },
    orderName: orderName ?? null,
    intendedAt: intendedAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
