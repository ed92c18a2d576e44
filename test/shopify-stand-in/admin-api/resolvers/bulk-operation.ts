import { digitsOfGid } from "../../state/gids.ts";
import type { BulkOperationRecord } from "../../state/credit-records.ts";
import type { Fields } from "../context.ts";

export const BulkOperation: Fields<BulkOperationRecord> = {
  id: (operation) => operation.id,
  type: () => "QUERY",
  status: (operation) => operation.status,
  errorCode: (operation) => operation.errorCode,
  query: (operation) => operation.query,
  createdAt: (operation) => operation.createdAt,
  completedAt: (operation) => operation.completedAt,
  objectCount: (operation) => String(operation.objectCount),
  rootObjectCount: (operation) => String(operation.rootObjectCount),
  fileSize: (operation) => (operation.result ? String(Buffer.byteLength(operation.result)) : null),
  url: (operation, _args, ctx) => {
    const hasFile = operation.status === "COMPLETED" && operation.objectCount > 0;
    return hasFile ? `https://${ctx.shop.shop.domain}/bulk/${digitsOfGid(operation.id)}.jsonl` : null;
  },
  partialDataUrl: () => null,
};
