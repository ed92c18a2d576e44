import { toDecimal } from "#app/domain/shared/money.ts";
import type { ListedMovement } from "#app/use-cases/compensation/ports.ts";

const COLUMNS = ["key", "state", "kind", "amount", "currency", "order", "order_id", "shopify_id", "intended_at", "changed_at"] as const;

/** The ledger as CSV (RFC 4180), streamed page by page so that its length costs no memory. */
export function ledgerCsv(pages: AsyncIterable<readonly ListedMovement[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = pages[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(line([...COLUMNS]))),
    pull: async (controller) => {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map((movement) => line(cells(movement))).join("")));
    },
  });
}

function cells(movement: ListedMovement): string[] {
  const { key, state, kind, amount, orderGid, shopifyGid, intendedAt, changedAt, orderName } = movement;
  return [
    ...[key, state, kind, toDecimal(amount), amount.currency, orderName ?? "", orderGid, shopifyGid ?? ""],
    ...[intendedAt.toISOString(), changedAt.toISOString()],
  ];
}

function line(values: readonly string[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe; amounts, negative ones too, are numbers. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
