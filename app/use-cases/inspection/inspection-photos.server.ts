import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { NewPhoto } from "#app/use-cases/returns/add-evidence.server.ts";
import { EVIDENCE_RULES } from "#app/use-cases/returns/add-evidence.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { Evidence } from "#app/use-cases/returns/portal-records.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { findReturn } from "#app/use-cases/returns/read-status.server.ts";

/** What the warehouse saw of one line. */
export interface InspectionPhoto extends NewPhoto {
  readonly lineId: string;
}

/** Keeps the photos of an inspection, for as long as a shopper's; answers their ids. */
export async function keepInspectionPhotos(
  tx: Repositories,
  ctx: ShopContext,
  { record, photos }: { readonly record: StoredReturn; readonly photos: readonly InspectionPhoto[] },
): Promise<string[]> {
  const createdAt = ctx.clock.now();
  const ids: string[] = [];
  for (const { lineId, mimeType, content } of photos) {
    const id = ctx.ids.next();
    const lineGid = record.lines.find((line) => line.id === lineId)?.lineGid;
    await tx.evidence.add({
      ...{ id, returnId: record.id, orderGid: record.orderGid, mimeType, content, createdAt },
      ...(lineGid ? { lineGid } : {}),
      source: "inspection",
      byteLength: content.byteLength,
      expiresAt: after(createdAt, EVIDENCE_RULES.days * DAY),
    });
    ids.push(id);
  }
  return ids;
}

export interface PictureUnknown extends Refusal {
  readonly code: "picture_unknown";
}

/**
 * A photo of the inspection, for the shopper whose return it is. Refuses `picture_unknown` for one that is gone, of another return, or that
 * a shopper took.
 */
export async function readInspectionPhoto(
  ctx: ShopContext,
  access: PortalAccess,
  photoId: string,
): Promise<Result<Evidence, PictureUnknown>> {
  const photo = await ctx.transaction(async (tx) => {
    const record = await findReturn(tx, access);
    const found = record ? await tx.evidence.find(photoId) : undefined;
    return found?.returnId === record?.id && found?.source === "inspection" ? found : undefined;
  });
  return photo && photo.expiresAt > ctx.clock.now() ? ok(photo) : refuse({ code: "picture_unknown" });
}
