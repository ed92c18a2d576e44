import { KEPT_KINDS } from "#app/domain/policies/policy.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink, slipLink } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";

/** What happened to a return that its owner is told by mail. */
export type ReturnNews = Extract<TemplateKey, "return_requested" | "return_approved" | "return_declined">;

/**
 * Tells the shopper what became of a return, once for each kind of news. A return without an address is told to nobody; its message is
 * kept as suppressed.
 */
export async function tellShopper(
  tx: Repositories,
  ctx: ShopContext,
  { record, news }: { readonly record: StoredReturn; readonly news: ReturnNews },
): Promise<void> {
  const { id, orderGid, orderName, locale, email, customerGid, customerName } = record;
  await planMessage(tx, ctx, {
    key: `${news}:${id}`,
    template: news,
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    orderGid,
    orderName,
    returnId: id,
    variables: { ...variablesOf(record), ...(await ofNews(ctx, record, news)), status_url: await followLink(ctx, record) },
  });
}

async function ofNews(ctx: ShopContext, record: StoredReturn, news: ReturnNews): Promise<MailVariables> {
  switch (news) {
    case "return_requested":
      return { next_step: { term: "next_review" } };
    case "return_approved":
      if (isKept(record)) return { next_step: { term: "next_keep" } };
      return {
        next_step: { term: record.quote.paysAtFirstScan ? "next_send_back_scan" : "next_send_back" },
        slip_url: await slipLink(ctx, record),
      };
    case "return_declined":
      return { decline_reason: record.declineNote ?? reasonTerm(record.declineReason) };
  }
}

function isKept({ resolution }: StoredReturn): boolean {
  return KEPT_KINDS.includes(resolution);
}

function reasonTerm(reason: string | undefined): MailVariables[string] {
  if (reason === "FINAL_SALE") return { term: "final_sale" };
  return reason === "RETURN_PERIOD_ENDED" ? { term: "return_period_ended" } : null;
}

function variablesOf(record: StoredReturn): MailVariables {
  const { name, lines, quote, resolution } = record;
  return {
    return_name: name,
    items: {
      items: lines.map(({ title, variantTitle, quantity }) => ({ title: variantTitle ? `${title} (${variantTitle})` : title, quantity })),
    },
    // What is kept is settled at once: its amount comes with the mail that says so.
    amount: isKept(record) ? null : { money: quote.total.presentment },
    resolution: { term: resolution },
  };
}
