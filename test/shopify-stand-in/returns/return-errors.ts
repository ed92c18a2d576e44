import { userError, type UserError } from "../admin-api/errors.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import { failed } from "../admin-api/mutations/payload.ts";

export function refuse(...errors: UserError[]): Record<string, unknown> {
  return failed("return", ...errors);
}

export function notFound(field: string[] = ["id"]): Record<string, unknown> {
  return refuse(userError(field, "Return not found.", "NOT_FOUND"));
}

export function invalidState(message: string, field: string[] | null = ["id"]): Record<string, unknown> {
  return refuse(userError(field, message, "INVALID_STATE"));
}

export function wasTouched(record: ReturnRecord): boolean {
  const lines = [...record.lines, ...record.exchangeLines].some((line) => line.processedQuantity > 0);
  const disposed = record.reverseOrders.some((reverse) => reverse.lines.some((line) => line.dispositions.length > 0));
  return lines || disposed || record.refundIds.length > 0;
}
