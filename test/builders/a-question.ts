import { gid } from "#app/domain/shared/gid.ts";
import type { NewCase } from "#app/use-cases/cases/open-case.server.ts";

let lastNumber = 0;

/** A customer's question about an order of their own. */
export function aQuestion(overrides: Partial<NewCase> = {}): NewCase {
  const number = ++lastNumber;
  return {
    key: `question:${number}`,
    type: "question",
    subject: "Where is my parcel?",
    body: "Where is my parcel?\nIt should be here by now.",
    orderGid: gid("Order", 5000 + number),
    orderName: `#${5000 + number}`,
    customerGid: gid("Customer", 7000 + number),
    customerName: "Maya Lindt",
    email: `maya${number}@example.com`,
    locale: "en",
    ...overrides,
  };
}
