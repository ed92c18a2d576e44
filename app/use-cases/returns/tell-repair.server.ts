import { isRepair } from "#app/domain/returns/return.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";

/** What happened to a repair that its owner is told by mail. */
export type RepairNews = Extract<TemplateKey, "repair_received" | "repair_sent" | "repair_impossible">;

/** Whether the goods of a repair are here and nobody has said yet what becomes of them. */
export function isInDiagnosis({ repair, ...record }: StoredReturn): boolean {
  return isRepair(record) && repair?.stage === "diagnosis";
}

/** Tells the customer how the repair stands, once for each version of the return, in the caller's transaction. */
export async function tellRepair(
  tx: Repositories,
  ctx: ShopContext,
  { record, news }: { readonly record: StoredReturn; readonly news: RepairNews },
): Promise<void> {
  const { id, orderGid, orderName, locale, email, customerGid, customerName, version } = record;
  await planMessage(tx, ctx, {
    key: `${news}:${id}:${version}`,
    template: news,
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    ...{ orderGid, orderName, returnId: id },
    variables: { ...repairVariables(record), ...ofNews(record, news), status_url: await followLink(ctx, record) },
  });
}

/** What every mail about a repair names. */
export function repairVariables({ name, lines }: StoredReturn): MailVariables {
  const titleOf = ({ title, variantTitle }: StoredReturn["lines"][number]) => (variantTitle ? `${title} (${variantTitle})` : title);
  return { return_name: name, items: { items: lines.map((line) => ({ title: titleOf(line), quantity: line.quantity })) } };
}

function ofNews({ repair }: StoredReturn, news: RepairNews): MailVariables {
  if (news === "repair_impossible") return { repair_note: repair?.note ?? null };
  if (news === "repair_received") return {};
  return {
    repair_result: { term: repair?.isMended ? "repair_mended" : "repair_as_it_came" },
    carrier: repair?.carrier ?? null,
    tracking_number: repair?.trackingNumber ?? null,
  };
}
