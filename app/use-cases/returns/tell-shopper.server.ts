import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isKept, isRepair } from "#app/domain/returns/return.ts";
import { sumsByCurrency } from "#app/domain/returns/joint-return.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink, slipLink } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";
import { askedWith } from "./request-of.server.ts";

/** What happened to a return that its owner is told by mail. */
export type ReturnNews = Extract<TemplateKey, "return_requested" | "return_approved" | "return_declined" | "exchange_sold_out">;

/**
 * Tells the shopper what became of a return, once for each kind of news; what became of returns of other orders at the same moment is in
 * the same mail. A return without an address is told to nobody; its message is
 * kept as suppressed.
 */
export async function tellShopper(
  tx: Repositories,
  ctx: ShopContext,
  {
    record,
    news,
    together = [],
  }: { readonly record: StoredReturn; readonly news: ReturnNews; readonly together?: readonly StoredReturn[] },
): Promise<void> {
  const requests: Request[] = [];
  for (const main of [record, ...together]) requests.push({ main, others: await askedWith(tx, main) });
  const { id, orderGid, locale, email, customerGid, customerName } = record;
  await planMessage(tx, ctx, {
    key: `${news}:${id}`,
    template: news,
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    orderGid,
    orderName: namesOf(requests, ({ orderName }) => orderName),
    returnId: id,
    variables: {
      ...variablesOf(requests, news),
      ...(await ofNews(ctx, requests, news)),
      status_url: await followLink(ctx, record),
    },
  });
}

/** A return that stands for its request, and what was asked for with it. */
interface Request {
  readonly main: StoredReturn;
  readonly others: readonly StoredReturn[];
}

function namesOf(requests: readonly Request[], nameOf: (main: StoredReturn) => string): string {
  return requests.map(({ main }) => nameOf(main)).join(", ");
}

async function ofNews(ctx: ShopContext, requests: readonly Request[], news: ReturnNews): Promise<MailVariables> {
  const mains = requests.map(({ main }) => main);
  const record = mains.find((main) => !isKept(main)) ?? mains[0];
  if (!record) return {};
  switch (news) {
    case "return_requested":
      return { next_step: { term: "next_review" } };
    case "return_approved":
      if (isKept(record)) return { next_step: { term: "next_keep" } };
      return {
        next_step: { term: mains.every(({ quote }) => quote.paysAtFirstScan) ? "next_send_back_scan" : "next_send_back" },
        slip_url: await slipLink(ctx, record),
      };
    case "return_declined":
      return { decline_reason: record.declineNote ?? reasonTerm(record.declineReason) };
    case "exchange_sold_out":
      return {
        items: {
          items: record.lines.flatMap(({ exchangeTitle, quantity }) => (exchangeTitle ? [{ title: exchangeTitle, quantity }] : [])),
        },
      };
  }
}

function reasonTerm(reason: string | undefined): MailVariables[string] {
  if (reason === "FINAL_SALE") return { term: "final_sale" };
  return reason === "RETURN_PERIOD_ENDED" ? { term: "return_period_ended" } : null;
}

/** The mail is about the whole request, and all requests of one moment: where items differ, each says what becomes of it. */
function variablesOf(requests: readonly Request[], news: ReturnNews): MailVariables {
  const all = requests.flatMap(({ main, others }) => [main, ...others]);
  const kinds = new Set(all.map(({ resolution }) => resolution));
  const [kind = "refund"] = kinds;
  const isMixed = kinds.size > 1 || kinds.has("mixed");
  // What is kept is settled at once: its amount comes with the mail that says so.
  const counted = requests.flatMap(({ main, others }) =>
    [main, ...others].filter((one) => (!isKept(one) && !isRepair(one)) || (news === "return_requested" && others.length > 0)),
  );
  const amounts = sumsByCurrency(counted.map((one) => one.quote.total.presentment));
  return {
    return_name: namesOf(requests, ({ name }) => name),
    items: {
      items: all.flatMap((one) =>
        one.lines.map(({ title, variantTitle, quantity, lineGid }) => ({
          title: variantTitle ? `${title} (${variantTitle})` : title,
          quantity,
          ...(isMixed ? { term: kindOfLine(one.quote, lineGid) } : {}),
        })),
      ),
    },
    amount: amounts[0] ? (amounts.length > 1 ? { sums: amounts } : { money: amounts[0] }) : null,
    resolution: { term: isMixed ? "mixed" : kind },
  };
}
