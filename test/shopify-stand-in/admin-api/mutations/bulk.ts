import type { BulkOperationRecord } from "../../state/credit-records.ts";
import type { Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { bulkProblem } from "../bulk-document.ts";
import { done, failed } from "./payload.ts";

const NAME = "bulkOperation";

/** Since 2026-01 a shop runs up to five bulk queries at once. */
const CONCURRENT = 5;

export const bulkMutations: Fields<unknown> = {
  bulkOperationRunQuery: (_root, args, ctx) => {
    const query = String(args["query"]);
    const problem = bulkProblem(query);
    if (problem) return failed(NAME, userError(["query"], problem, "INVALID"));
    const running = [...ctx.shop.bulkOperations.values()].filter((one) => one.completedAt === null);
    if (running.length >= CONCURRENT) {
      return failed(NAME, userError(null, "A bulk query operation for this app and shop is already in progress", "OPERATION_IN_PROGRESS"));
    }
    const operation: BulkOperationRecord = {
      id: ctx.world.ids.gid("BulkOperation"),
      status: "CREATED",
      query,
      errorCode: null,
      objectCount: 0,
      rootObjectCount: 0,
      result: null,
      createdAt: ctx.world.nowIso(),
      completedAt: null,
    };
    ctx.shop.putBulkOperation(operation);
    ctx.world.startBulk(ctx.shop, operation);
    return done(NAME, operation);
  },
};
