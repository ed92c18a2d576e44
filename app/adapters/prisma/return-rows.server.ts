import { Prisma } from "@prisma/client";
import { z } from "zod";
import type { Finding } from "#app/domain/inspection/findings.ts";
import type { AnswerGiven } from "#app/domain/policies/return-question.ts";
import type { Regrade } from "#app/domain/returns/regrade.ts";
import type { Repair } from "#app/domain/returns/repair-stage.ts";
import { REPAIR_STAGES } from "#app/domain/returns/repair-stage.ts";
import type { ResolutionQuote, ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { CustomerGid, FulfillmentLineItemGid, LineItemGid, OrderGid, ReturnGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { Condition, ReturnEventRecord, ReturnSource, StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";
import type { Disposition } from "#app/use-cases/returns/shopify-return.server.ts";
import { detail, document } from "./documents.server.ts";
import { toJson, toMoney } from "./values.server.ts";

const answersSchema: z.ZodType<AnswerGiven[] | null> = z
  .array(z.object({ questionId: z.string(), question: z.string(), choiceId: z.string().nullable(), answer: z.string() }))
  .nullable();

const repairSchema: z.ZodType<Repair | null> = z
  .object({
    stage: z.enum(REPAIR_STAGES),
    isMended: z.boolean(),
    carrier: z.string().exactOptional(),
    trackingNumber: z.string().exactOptional(),
    note: z.string().exactOptional(),
  })
  .nullable();

type Row = Prisma.ReturnGetPayload<object>;
type LineRow = Prisma.ReturnLineGetPayload<object>;

const QUOTE = document<ResolutionQuote>("return.quote", {
  ...{ resolution: "text", parts: "list", total: "record", owed: "record", taxesIncluded: "flag", expectedDays: "number" },
  ...{ creditExpiresAfterDays: "number or null", exchanges: "list" },
});
const FINDING = document<Finding>("return_line.findings", {
  ...{ quantity: "number", gradeId: "text", gradeName: "text", condition: "text", deductionBp: "number", fate: "text" },
});
const FINDINGS = z.array(FINDING).nullable();
const REGRADE = document<Regrade>("return.regrade", { state: "text", units: "list" }).nullable();

/** A row and its lines as the use cases know them. */
export function toReturn(row: Row, lines: readonly LineRow[]): StoredReturn {
  const { id, number, name, orderName, locale, formKey, needsReview, version, requestedAt, updatedAt } = row;
  return {
    ...{ id, number, name, orderName, locale, formKey, needsReview, version, requestedAt, updatedAt },
    shopifyGid: row.gid as ReturnGid | null,
    orderGid: row.orderGid as OrderGid,
    status: row.status as ReturnStatus,
    resolution: row.resolution as ReturnResolution,
    source: row.source as ReturnSource,
    quote: QUOTE.parse(row.quote),
    ...known({
      customerGid: row.customerGid as CustomerGid | null,
      customerName: row.customerName,
      email: row.email,
      partOf: row.partOf,
      joinedTo: row.joinedTo,
      giftId: row.giftId,
      policyVersionId: row.policyVersionId,
      declineReason: row.declineReason,
      declineNote: row.declineNote,
      errorCode: row.errorCode,
      repair: repairSchema.parse(row.repair),
      regrade: REGRADE.parse(row.regrade),
      paidAt: row.paidAt,
      closedAt: row.closedAt,
    }),
    lines: lines.map(toLine),
  };
}

function toLine(row: LineRow): StoredReturnLine {
  const { id, title, quantity, reason, receivedQuantity } = row;
  return {
    ...{ id, title, quantity, reason, receivedQuantity },
    lineGid: row.lineGid as LineItemGid,
    fulfillmentLineGid: row.fulfillmentLineGid as FulfillmentLineItemGid,
    amount: toMoney(row.amountMinor, row.currency),
    ...known({
      gid: row.gid,
      variantTitle: row.variantTitle,
      sku: row.sku,
      vendor: row.vendor,
      productType: row.productType,
      imageUrl: row.imageUrl,
      note: row.note,
      decisionId: row.decisionId,
      exchangeVariantGid: row.exchangeVariantGid as VariantGid | null,
      exchangeTitle: row.exchangeTitle,
      condition: row.condition as Condition | null,
      disposition: row.disposition as Disposition | null,
      answers: answersSchema.parse(row.answers),
      findings: FINDINGS.parse(row.findings),
    }),
  };
}

/** The columns of a line; what is not known is null. */
export function lineColumns(line: StoredReturnLine) {
  const { lineGid, fulfillmentLineGid, title, quantity, reason, receivedQuantity, amount } = line;
  return {
    ...{ lineGid, fulfillmentLineGid, title, quantity, reason, receivedQuantity },
    gid: line.gid ?? null,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? null,
    productType: line.productType ?? null,
    imageUrl: line.imageUrl ?? null,
    note: line.note ?? null,
    decisionId: line.decisionId ?? null,
    exchangeVariantGid: line.exchangeVariantGid ?? null,
    exchangeTitle: line.exchangeTitle ?? null,
    amountMinor: BigInt(amount.minor),
    currency: amount.currency,
    condition: line.condition ?? null,
    disposition: line.disposition ?? null,
    answers: line.answers ? toJson(line.answers) : Prisma.DbNull,
    findings: line.findings ? toJson(line.findings) : Prisma.DbNull,
  };
}

export function toReturnEvent(row: Prisma.ReturnEventGetPayload<object>): ReturnEventRecord {
  const { id, returnId, event, actor, at } = row;
  return {
    ...{ id, returnId, event, actor, at },
    ...known({ fromStatus: row.fromStatus as ReturnStatus | null, toStatus: row.toStatus as ReturnStatus | null }),
    detail: detail.parse(row.detail),
  };
}

/** Leaves out what is null. */
function known<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as { [K in keyof T]?: NonNullable<T[K]> };
}
