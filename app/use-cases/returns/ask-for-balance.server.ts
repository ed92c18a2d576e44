import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { SettlementPlan } from "./settlement-plan.server.ts";
import type { SettlingState } from "./settling-state.server.ts";

/**
 * Asks for what an exchange costs on top: Shopify mails its invoice, which leads to its own checkout, and holds the new goods until it is
 * paid. The history says so; a worker that dies in between has the invoice sent once more, which asks for nothing twice. Without an address,
 * or when Shopify refuses, staff get a case with the amount, and nothing is held up.
 */
export async function askForBalance(ctx: ShopContext, state: SettlingState, { owed }: SettlementPlan): Promise<void> {
  const { record, events } = state;
  if (owed.minor === 0) return;
  const started = events.findLastIndex(({ event }) => event === "start_processing");
  if (events.slice(started).some(({ event }) => event === "invoice_sent" || event === "invoice_refused")) return;
  const sent = record.email ? await ctx.shopify.returns.sendInvoice(record.orderGid, record.email) : undefined;
  const { orderGid, orderName, id: returnId, customerGid, customerName, email, locale } = record;
  await ctx.transaction(async (tx) => {
    const message = sent?.ok === false ? { message: sent.error.message } : {};
    const event = sent?.ok ? "invoice_sent" : "invoice_refused";
    const detail = { owed, ...message };
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event, actor: "system", at: ctx.clock.now(), detail });
    if (sent?.ok) return;
    await openCase(tx, ctx, {
      key: `balance-due:${returnId}`,
      type: "other",
      subject: "",
      body: null,
      detail: { code: "balance_due", owed, returnName: record.name, ...message },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}
