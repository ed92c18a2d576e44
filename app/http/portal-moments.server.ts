import type { Moment } from "#app/ui/format.ts";
import type { EvidenceView, FieldError, PhotoRules, ReturnLink, ReturnState } from "#app/ui/portal/page-parts.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { EVIDENCE_RULES, VIDEO_TYPES, videoLimit } from "#app/use-cases/returns/add-evidence.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { EvidenceHead } from "#app/use-cases/returns/portal-records.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";

/** An instant on the shop's wall clock. */
export function momentIn({ shop }: Pick<ShopContext, "shop">, at: Date): Moment {
  return { at: at.toISOString(), zone: shop.timezone };
}

/** What shoppers may show in this shop. */
export async function photoRules(ctx: ShopContext): Promise<PhotoRules> {
  const { types, maxBytes, maxCount } = EVIDENCE_RULES;
  const videoMaxBytes = await videoLimit(ctx);
  return { maxBytes, maxCount, types: videoMaxBytes > 0 ? [...types, ...VIDEO_TYPES] : types, videoMaxBytes };
}

/** Where a video would do as well as a photo, errors say so. */
export function evidenceErrors({ videoMaxBytes }: PhotoRules, errors: readonly FieldError[]): FieldError[] {
  const named = { "photo-required": "evidence-required", "photo-wrong-type": "evidence-wrong-type" } as const;
  const isNamed = (code: string): code is keyof typeof named => code in named;
  return errors.map((error) => (videoMaxBytes && isNamed(error.code) ? { ...error, code: named[error.code] } : error));
}

/** Photos by number: what a shopper called a file is never shown again. */
export function evidenceViews(photos: readonly EvidenceHead[]): EvidenceView[] {
  return photos.map(({ id, mimeType, byteLength }, index) => ({
    id,
    name: `${index + 1}.${mimeType
      .slice(mimeType.indexOf("/") + 1)
      .replace("jpeg", "jpg")
      .replace("quicktime", "mov")}`,
    bytes: byteLength,
  }));
}

const STATES: Readonly<Record<ReturnStatus, ReturnState>> = {
  requested: "requested",
  approved: "approved",
  declined: "declined",
  cancelled: "cancelled",
  in_transit: "in-transit",
  received: "received",
  inspected: "inspected",
  processing: "inspected",
  refunded: "done",
  closed: "done",
};

export function stateOf(status: ReturnStatus): ReturnState {
  return STATES[status];
}

/** Returns as links that open them. */
export function returnLinks(ctx: ShopContext, returns: readonly StoredReturn[], locale: string): Promise<ReturnLink[]> {
  return Promise.all(
    returns.map(async ({ id, name, status, orderGid }) => ({
      name,
      status: stateOf(status),
      token: await signAccess(ctx, { orderGid, locale, returnId: id }),
    })),
  );
}

/** Reasons in the shopper's own words; one that a merchant made up reads as its code does: "runs-small" is "Runs small". */
export function reasonLabels(locale: string): (code: string) => string {
  const { i18n, t } = shopperTranslator(locale, ["portal"]);
  return (code) => {
    if (i18n.exists(`reason.${code}`)) return t(`reason.${code}`);
    const words = code.replaceAll("-", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
