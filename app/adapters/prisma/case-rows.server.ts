import type { Prisma } from "@prisma/client";
import { z } from "zod";
import { CASE_PRIORITIES } from "#app/domain/cases/case-priority.ts";
import { CASE_STATUSES } from "#app/domain/cases/case-status.ts";
import { CASE_TYPES } from "#app/domain/cases/case-type.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
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
  return {
    ...row,
    ...CODES.parse(row),
    ...CLOCK.parse(clock),
    ownerId: owner,
    orderGid: row.orderGid as OrderGid | null,
    customerGid: row.customerGid as CustomerGid | null,
  };
}

const CODES = z.object({ type: z.enum(CASE_TYPES), status: z.enum(CASE_STATUSES), priority: z.enum(CASE_PRIORITIES) });
const PAUSE = z.object({ pausedAt: z.coerce.date(), resumedAt: z.coerce.date().nullable() });
const CLOCK = z.object({ pauses: z.array(PAUSE).default([]) });
