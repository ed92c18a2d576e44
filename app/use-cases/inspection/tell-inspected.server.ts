import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { ExpectedPayout } from "./expected-payout.server.ts";

/** Tells the shopper once what was found and what it comes to; the page that the mail leads to has the photos and takes an appeal. */
export async function tellInspected(
  tx: Repositories,
  ctx: ShopContext,
  { record, payout }: { readonly record: StoredReturn; readonly payout: ExpectedPayout | undefined },
): Promise<void> {
  const { id, name, orderGid, orderName, locale, email, customerGid, customerName, resolution } = record;
  const came = record.lines.filter(({ receivedQuantity }) => receivedQuantity > 0);
  const missing = record.lines.reduce((all, line) => all + line.quantity - line.receivedQuantity, 0);
  await planMessage(tx, ctx, {
    key: `return_inspected:${id}:${record.version}`,
    template: "return_inspected",
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    orderGid,
    orderName,
    returnId: id,
    variables: {
      return_name: name,
      items: { items: came.map(({ title, receivedQuantity }) => ({ title, quantity: receivedQuantity })) },
      missing: missing > 0 ? missing : null,
      amount: payout && payout.amount.minor > 0 ? { money: payout.amount } : null,
      deduction: payout && payout.deduction.minor > 0 ? { money: payout.deduction } : null,
      resolution: { term: resolution },
      condition_news: newsOf(record),
      condition_found: newsOf(record) && foundOf(record),
      status_url: await followLink(ctx, record),
    },
  });
}

/** A sentence of the mail: how the condition of the goods changed what the policy grants, or that it would have and what was agreed holds. */
function newsOf({ regrade }: StoredReturn) {
  const news = { applied: "condition_better", ruled: "condition_ruled", kept: "condition_kept" } as const;
  const state = regrade?.state;
  return state === "applied" || state === "ruled" || state === "kept" ? { term: news[state] } : null;
}

/** The condition that the sentence is about: the merchant's name of the grade, or the app's word for it; null where there are several. */
function foundOf({ regrade, lines }: StoredReturn) {
  const graded = lines
    .flatMap((line) => line.findings ?? [])
    .filter(({ gradeId }) => regrade?.units.some((units) => units.gradeId === gradeId));
  const [first, ...others] = graded;
  if (!first || others.some(({ gradeId }) => gradeId !== first.gradeId)) return null;
  return first.gradeName || { term: `found_${first.condition}` };
}
