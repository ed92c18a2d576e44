import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isKept } from "#app/domain/returns/return.ts";
import { sum } from "#app/domain/shared/money.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink, slipLink } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";
import { askedWith } from "./request-of.server.ts";

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
    variables: {
      ...variablesOf(record, { news, others: await askedWith(tx, record) }),
      ...(await ofNews(ctx, record, news)),
      status_url: await followLink(ctx, record),
    },
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

function reasonTerm(reason: string | undefined): MailVariables[string] {
  if (reason === "FINAL_SALE") return { term: "final_sale" };
  return reason === "RETURN_PERIOD_ENDED" ? { term: "return_period_ended" } : null;
}

/** The mail is about the whole request: where its items differ, each says what becomes of it. */
function variablesOf(
  record: StoredReturn,
  { news, others }: { readonly news: ReturnNews; readonly others: readonly StoredReturn[] },
): MailVariables {
  const { name, quote, resolution } = record;
  const request = [record, ...others];
  const isMixed = others.length > 0 || resolution === "mixed";
  const { currency } = quote.total.presentment;
  // What is kept is settled at once: its amount comes with the mail that says so.
  const counted = news === "return_requested" && others.length > 0 ? request : request.filter((one) => !isKept(one));
  const amount = sum(
    counted.map((one) => one.quote.total.presentment),
    currency,
  );
  return {
    return_name: name,
    items: {
      items: request.flatMap((one) =>
        one.lines.map(({ title, variantTitle, quantity, lineGid }) => ({
          title: variantTitle ? `${title} (${variantTitle})` : title,
          quantity,
          ...(isMixed ? { term: kindOfLine(one.quote, lineGid) } : {}),
        })),
      ),
    },
    amount: counted.length > 0 ? { money: amount } : null,
    resolution: { term: isMixed ? "mixed" : resolution },
  };
}
