import { isObject, type Json, type JsonObject } from "../json.ts";
import { answer } from "../admin-api/endpoint.ts";
import type { StandIn } from "../stand-in.ts";
import type { Desk } from "../state/desk.ts";
import { BadInput, Reading } from "./reading.ts";

/** What staff, or the buyer on Shopify's own account page (`request`), do with a return in Shopify. */
const RETURN_ACTIONS = ["request", "approve", "decline", "cancel", "close", "reopen", "process"] as const;

const MUTATIONS: Readonly<Record<string, { document: string; variables(id: string, fields: JsonObject): Record<string, unknown> }>> = {
  approve: onInput("returnApproveRequest", "ReturnApproveRequestInput", (id) => ({ id })),
  decline: onInput("returnDeclineRequest", "ReturnDeclineRequestInput", (id, { reason, note }) => ({
    id,
    declineReason: reason ?? "OTHER",
    declineNote: note ?? null,
  })),
  cancel: onId("returnCancel"),
  close: onId("returnClose"),
  reopen: onId("returnReopen"),
};

function onId(name: string) {
  const document = `mutation ($id: ID!) { done: ${name}(id: $id) { userErrors { message } } }`;
  return { document, variables: (id: string) => ({ id }) };
}

function onInput(name: string, type: string, make: (id: string, fields: JsonObject) => Record<string, unknown>) {
  const document = `mutation ($input: ${type}!) { done: ${name}(input: $input) { userErrors { message } } }`;
  return { document, variables: (id: string, fields: JsonObject) => ({ input: make(id, fields) }) };
}

/**
 * `{action, return_id}`, or `{action, order_name}` for its newest return; `request` needs the order and takes `quantity` and `note` for its
 * first line that can come back; `process` pays `quantity` units of the first line, or everything, as Shopify suggests.
 */
export async function staffReturn(standIn: StandIn, body: Json, domain?: string): Promise<{ return: string; status: string }> {
  const fields = isObject(body) ? body : {};
  const shop = standIn.control.shop(domain);
  const order = [...shop.orders.values()].find(({ id, name }) => id === fields["order_id"] || name === fields["order_name"]);
  const record = shop.returns.get(wordAt(fields, "return_id")) ?? (order ? shop.returnsOf(order.id).at(-1) : undefined);
  const action = wordAt(fields, "action");
  if (!RETURN_ACTIONS.some((one) => one === action)) throw new BadInput("action", `must be one of ${RETURN_ACTIONS.join(", ")}`);
  const given = new Reading(fields, "return");
  const [quantity, note] = [given.whole("quantity", 1), given.text("note")];
  const call = (document: string, variables: Record<string, unknown>) => run({ world: standIn.world, shop }, document, variables);
  if (action === "request") {
    const part = order?.fulfillments[0]?.lines[0];
    if (!order || !part) throw new BadInput("order_name", "must name an order that was sent");
    const line = {
      fulfillmentLineItemId: part.id,
      quantity: quantity ?? 1,
      returnReason: "UNWANTED",
      customerNote: note ?? "",
    };
    await call(`mutation ($input: ReturnRequestInput!) { done: returnRequest(input: $input) { userErrors { message } } }`, {
      input: { orderId: order.id, returnLineItems: [line] },
    });
    const made = shop.returnsOf(order.id).at(-1);
    return { return: made?.id ?? "", status: made?.status ?? "" };
  }
  if (!record) throw new BadInput("return_id", "must be a return, or order_name an order that has one", 404);
  const mutation = MUTATIONS[action];
  if (mutation) await call(mutation.document, mutation.variables(record.id, fields));
  else await processNow(call, record, quantity);
  return { return: record.id, status: shop.returns.get(record.id)?.status ?? record.status };
}

type Call = (document: string, variables: Record<string, unknown>) => Promise<JsonObject>;

interface Processed {
  id: string;
  lines: { id: string; quantity: number; processedQuantity: number }[];
}

async function processNow(call: Call, record: Processed, quantity: number | null): Promise<void> {
  let left = quantity ?? Infinity;
  const lines = record.lines.flatMap(({ id, quantity, processedQuantity }) => {
    const taken = Math.min(left, quantity - processedQuantity);
    left -= taken;
    return taken > 0 ? [{ id, quantity: taken }] : [];
  });
  const suggested = await call(SUGGESTED, { id: record.id, lines });
  const parts = listAt(suggested, ["return", "suggestedFinancialOutcome", "financialTransfer", "suggestedTransactions"]);
  const orderTransactions = parts.map((part) => ({
    parentId: at(part, ["parentTransaction", "id"]),
    transactionAmount: at(part, ["amountSet", "presentmentMoney"]),
  }));
  await call(`mutation ($input: ReturnProcessInput!) { done: returnProcess(input: $input) { userErrors { message } } }`, {
    input: {
      returnId: record.id,
      returnLineItems: lines,
      ...(parts.length > 0 ? { financialTransfer: { issueRefund: { orderTransactions } } } : {}),
    },
  });
}

const SUGGESTED = `query ($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!) {
  return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: []) { financialTransfer {
    ... on RefundReturnOutcome { suggestedTransactions { amountSet { presentmentMoney { amount currencyCode } } parentTransaction { id } } }
  } } }
}`;

/** Staff may do all this themselves, whatever the app was granted. */
const STAFF_SCOPES = ["write_orders", "write_returns"];

async function run({ world, shop }: Desk, query: string, variables: Record<string, unknown>): Promise<JsonObject> {
  const { data, errors } = await answer(world, shop, { body: { query, variables }, scopes: STAFF_SCOPES });
  if (errors) throw new BadInput("return", `is refused by Shopify: ${errors.map(({ message }) => message).join("; ")}`, 422);
  const done = data as JsonObject;
  const [problem] = listAt(done, ["done", "userErrors"]);
  if (problem) throw new BadInput("return", `is refused by Shopify: ${wordAt(problem, "message")}`, 422);
  return done;
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

function wordAt(value: Json, name: string): string {
  const found = at(value, [name]);
  return typeof found === "string" ? found : "";
}

function listAt(value: Json, path: readonly string[]): Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
