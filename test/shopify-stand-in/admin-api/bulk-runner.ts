import { parse } from "graphql";
import { stringifyJson } from "../json.ts";
import type { BulkOperationRecord } from "../state/credit-records.ts";
import type { ShopState } from "../state/shop-state.ts";
import { bulkPayload } from "../webhooks/payloads/shop.ts";
import type { World } from "../world.ts";
import { run } from "./execute.ts";
import { expandScopes } from "./scopes.ts";

type Row = Record<string, unknown>;

function isConnection(value: unknown): value is { edges?: { node: Row }[]; nodes?: Row[] } {
  return typeof value === "object" && value !== null && ("edges" in value || "nodes" in value);
}

const rowsOf = (connection: { edges?: { node: Row }[]; nodes?: Row[] }): Row[] =>
  connection.nodes ?? (connection.edges ?? []).map((edge) => edge.node);

/** One line per object; what was in a nested connection follows its parent with `__parentId`. */
function* flatten(row: Row, parentId: string | undefined): Generator<Row> {
  const nested = Object.entries(row).filter(([, value]) => isConnection(value));
  const own = Object.fromEntries(Object.entries(row).filter(([, value]) => !isConnection(value)));
  yield parentId === undefined ? own : { ...own, __parentId: parentId };
  for (const [, value] of nested) {
    if (isConnection(value)) for (const child of rowsOf(value)) yield* flatten(child, typeof row["id"] === "string" ? row["id"] : "");
  }
}

/** Runs the inner document over the state as it is when the operation ends, and announces the end. */
async function finish(world: World, shop: ShopState, operation: BulkOperationRecord): Promise<void> {
  operation.status = "RUNNING";
  const context = { world, shop, scopes: expandScopes(shop.installation.scopes), bulk: true, announce: () => undefined };
  const { data, errors } = await run({ document: parse(operation.query), variables: {} }, context);
  const roots = Object.values(data ?? {}).flatMap((value) => (isConnection(value) ? rowsOf(value) : []));
  const rows = errors ? [] : roots.flatMap((row) => [...flatten(row, undefined)]);
  operation.status = errors ? "FAILED" : "COMPLETED";
  operation.errorCode = errors ? (errors[0]?.extensions["code"] === "ACCESS_DENIED" ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR") : null;
  operation.objectCount = rows.length;
  operation.rootObjectCount = errors ? 0 : roots.length;
  operation.result = rows.map((row) => `${stringifyJson(row)}\n`).join("");
  operation.completedAt = world.nowIso();
  world.publish(shop, [{ topic: "bulk_operations/finish", payload: bulkPayload(operation) }]);
}

/** The operation runs after the answer to its start has left. Also takes up again what a restart interrupted. */
export function scheduleBulk(world: World, shop: ShopState, operation: BulkOperationRecord): void {
  world.agenda.at(world.clock.now(), () => finish(world, shop, operation));
}
