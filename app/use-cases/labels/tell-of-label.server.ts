import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { labelLink } from "./label-links.server.ts";
import type { LabelHead, StoredLabel } from "./ports.ts";

interface NewLabelOf {
  readonly record: StoredReturn;
  readonly label: StoredLabel;
}

/** The place after the last parcel's. */
export function nextParcel(labels: readonly LabelHead[]): number {
  return Math.max(0, ...labels.map(({ parcel }) => parcel)) + 1;
}

/** Adds a label with its line of history; has Shopify told by a job and the shopper by mail. False when its id or place is taken. */
export async function addLabel(tx: Repositories, ctx: ShopContext, { record, label }: NewLabelOf): Promise<boolean> {
  if (!(await tx.labels.add(label))) return false;
  await tx.outbox.send("attach-label", { labelId: label.id });
  const event = { id: ctx.ids.next(), returnId: record.id, event: "label_added", actor: label.actor, at: label.createdAt };
  const detail = { labelId: label.id, parcel: label.parcel, trackingNumber: label.trackingNumber ?? null };
  await tx.returns.addEvent({ ...event, detail: { ...detail, ...(label.cost ? { cost: label.cost } : {}) } });
  await tell(tx, ctx, { record, label });
  return true;
}

async function tell(tx: Repositories, ctx: ShopContext, { record, label }: NewLabelOf): Promise<void> {
  const { id: returnId, name, orderGid, orderName, locale, email, customerGid, customerName } = record;
  await planMessage(tx, ctx, {
    key: `return_label:${label.id}`,
    template: "return_label",
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    ...{ orderGid, orderName, returnId },
    variables: {
      return_name: name,
      label_url: await labelLink(ctx, label.id),
      carrier: label.carrier ?? null,
      tracking_number: label.trackingNumber ?? null,
      status_url: await followLink(ctx, record),
    },
  });
}
