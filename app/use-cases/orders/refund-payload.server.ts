import { z } from "zod";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { parseMoney, sum } from "#app/domain/shared/money.ts";
import { gidOf } from "#app/use-cases/inbox/shopify-json.server.ts";
import { id, instant, known, plainAmount, text } from "./payload-parts.server.ts";
import type { RefundProjection } from "./ports.ts";

export const refundPayload = z.object({
  id,
  admin_graphql_api_id: text,
  order_id: id.nullish(),
  created_at: instant,
  note: text,
  return: z.object({ id: id.nullish(), admin_graphql_api_id: text }).nullish(),
  transactions: z.array(z.object({ kind: text, status: text, amount: plainAmount, currency: text })).nullish(),
});

/** Reads a refunds/create payload, or a refund inside an order: its amount is what its successful refund transactions moved. */
export function toRefund(refund: z.infer<typeof refundPayload>, currency: string, orderGid?: OrderGid): RefundProjection {
  const moved = (refund.transactions ?? []).filter((transaction) => transaction.kind === "refund" && transaction.status !== "failure");
  const inCurrency = moved[0]?.currency ?? currency;
  const order = orderGid ?? gidOf("Order", refund.order_id);
  if (!order) throw new Error("The refund names no order");
  return {
    gid: gidOf("Refund", refund.id, refund.admin_graphql_api_id) as string,
    orderGid: order,
    ...known({ note: refund.note, returnGid: gidOf("Return", refund.return?.id, refund.return?.admin_graphql_api_id) }),
    amount: sum(
      moved.map((transaction) => parseMoney(transaction.amount, transaction.currency ?? inCurrency)),
      inCurrency,
    ),
    createdAt: refund.created_at,
  };
}
