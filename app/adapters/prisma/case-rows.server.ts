import type { Prisma } from "@prisma/client";
import type { Pause } from "#app/domain/promises/paused-clock.ts";
import type { CaseRecord } from "#app/use-cases/cases/ports.ts";
import { toJson } from "./values.server.ts";

type CaseRow = Prisma.CaseGetPayload<object>;

/** Anything else cannot be the id of a row, and the database would refuse to compare it. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** Everything of a case that may change. */
export function caseColumns(record: CaseRecord) {
  const { id: _id, number: _number, key: _key, version: _version, ownerId, pauses, ...plain } = record;
  return { ...plain, owner: ownerId, clock: toJson({ pauses }) };
}

/** A row as the use cases know it. */
export function toCase({ shopId: _shopId, owner, clock, ...row }: CaseRow): CaseRecord {
  const { pauses = [] } = clock as { pauses?: { pausedAt: string; resumedAt: string | null }[] };
  return { ...row, ownerId: owner, pauses: pauses.map(toPause) } as unknown as CaseRecord;
}

function toPause({ pausedAt, resumedAt }: { pausedAt: string; resumedAt: string | null }): Pause {
  return { pausedAt: new Date(pausedAt), resumedAt: resumedAt === null ? null : new Date(resumedAt) };
}
