import { badRequest } from "./errors.ts";
import type { ApiContext, Args } from "./context.ts";

const MAXIMUM = 250;

interface Connection<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** Cursors name the record, not its position, so a page stays right when records are added. */
function cursorOf(item: unknown, index: number): string {
  const id = typeof item === "object" && item !== null && "id" in item ? String(item.id) : `#${index}`;
  return Buffer.from(JSON.stringify({ last_id: id })).toString("base64");
}

function count(args: Args, name: "first" | "last"): number | undefined {
  const value = args[name];
  if (typeof value !== "number") return undefined;
  if (value < 0) throw badRequest(`${name} cannot be negative.`);
  if (value > MAXIMUM) throw badRequest(`${name} cannot exceed ${MAXIMUM}. You asked for ${value}.`);
  return value;
}

function locate(cursors: string[], cursor: unknown): number | undefined {
  if (typeof cursor !== "string") return undefined;
  const at = cursors.indexOf(cursor);
  if (at < 0) throw badRequest("Invalid cursor for current pagination sort.");
  return at;
}

/** Cuts a list as Relay asks: `reverse` first, then `after`/`before`, then `first`/`last`. */
export function connection<T>(all: readonly T[], args: Args, ctx: ApiContext): Connection<T> {
  const ordered = args["reverse"] === true ? [...all].reverse() : [...all];
  const cursors = ordered.map(cursorOf);
  const first = count(args, "first");
  const last = count(args, "last");
  if (first === undefined && last === undefined && !ctx.bulk) throw badRequest("you must provide one of first or last");
  const from = (locate(cursors, args["after"]) ?? -1) + 1;
  const to = locate(cursors, args["before"]) ?? ordered.length;
  const start = last === undefined ? from : Math.max(from, to - last);
  const end = first === undefined ? to : Math.min(to, from + first);
  const nodes = ordered.slice(start, end);
  const slice = cursors.slice(start, end);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: slice[index] ?? "" })),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: slice[0] ?? null,
      endCursor: slice.at(-1) ?? null,
    },
  };
}

/** A plain list that takes `first`. */
export function firstOf<T>(all: readonly T[], args: Args): T[] {
  const first = count(args, "first");
  return first === undefined ? [...all] : all.slice(0, first);
}
