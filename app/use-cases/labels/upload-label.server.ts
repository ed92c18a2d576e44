import { hasSlip } from "#app/domain/labels/slip-status.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import { jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { labelExpiry } from "./label-links.server.ts";
import type { LabelHead, StoredLabel } from "./ports.ts";
import { addLabel, nextParcel } from "./tell-of-label.server.ts";

/** What a label may be. The type is what its bytes say. */
const LABEL_RULES = { types: ["application/pdf", "image/png"], maxBytes: 5_000_000, maxParcels: 10 } as const;

export interface NewLabel {
  /** A UUID that the form made, so that a form sent twice is one label. */
  readonly labelId: string;
  readonly returnId: string;
  /** "staff:{id}". */
  readonly actor: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** An https address, or empty. */
  readonly trackingUrl: string;
}

export interface LabelRefused extends Refusal {
  readonly code: "no_slip" | "label_wrong_type" | "label_too_large" | "too_many_parcels" | "tracking_invalid";
}

/**
 * Keeps a label that the merchant bought elsewhere, for the next parcel of the return; tells the shopper with a link to it and, by a job,
 * Shopify with its tracking number. The same form again changes nothing. Refuses with `return_unknown`, `no_slip` (nothing is to be sent),
 * `label_wrong_type`, `label_too_large`, `too_many_parcels` or `tracking_invalid`.
 */
export async function uploadLabel(ctx: ShopContext, wanted: NewLabel): Promise<Result<LabelHead, ReturnUnknown | LabelRefused>> {
  const problem = problemOf(wanted);
  if (problem) return refuse({ code: problem });
  return ctx.transaction(async (tx) => {
    const asked = await tx.returns.find(wanted.returnId);
    if (!asked) return refuse({ code: "return_unknown" });
    const together = await jointReturns(tx, asked);
    const [record] = together;
    const own = await tx.labels.ofReturn(record.id);
    const earlier = own.find(({ id }) => id === wanted.labelId);
    if (earlier) return ok(earlier);
    if (!together.some(hasSlip)) return refuse({ code: "no_slip" });
    if (own.length >= LABEL_RULES.maxParcels) return refuse({ code: "too_many_parcels" });
    const label = labelOf(ctx, wanted, { record, parcel: nextParcel(own) });
    // Somebody else took the parcel's place, or another return has the id: the form is sent again.
    if (!(await addLabel(tx, ctx, { record, label }))) throw new Error("Two labels were added at once; send it again");
    return ok(label);
  });
}

function problemOf({ mimeType, content, trackingNumber, carrier, trackingUrl }: NewLabel): LabelRefused["code"] | undefined {
  if (!LABEL_RULES.types.some((type) => type === mimeType)) return "label_wrong_type";
  if (content.byteLength > LABEL_RULES.maxBytes) return "label_too_large";
  const isTyped = /^[\w .-]{0,60}$/.test(trackingNumber.trim()) && carrier.trim().length <= 60;
  return isTyped && /^(https:\/\/\S{1,300})?$/.test(trackingUrl.trim()) ? undefined : "tracking_invalid";
}

function labelOf(ctx: ShopContext, wanted: NewLabel, { record, parcel }: { record: StoredReturn; parcel: number }): StoredLabel {
  const { labelId: id, actor, mimeType, content } = wanted;
  const createdAt = ctx.clock.now();
  const [carrier, trackingNumber, trackingUrl] = [wanted.carrier.trim(), wanted.trackingNumber.trim(), wanted.trackingUrl.trim()];
  return {
    ...{ id, actor, mimeType, content, parcel, createdAt },
    returnId: record.id,
    orderGid: record.orderGid,
    kind: "uploaded",
    byteLength: content.byteLength,
    ...(carrier ? { carrier } : {}),
    ...(trackingNumber ? { trackingNumber } : {}),
    ...(trackingUrl ? { trackingUrl } : {}),
    hasCode: false,
    expiresAt: labelExpiry(createdAt),
  };
}
