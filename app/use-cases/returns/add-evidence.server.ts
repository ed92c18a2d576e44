import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { MEGABYTE, PHOTO_MAX_BYTES } from "#app/domain/shops/evidence-settings.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import type { EvidenceHead } from "./portal-records.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";

/** Videos as phones and browsers record them: MP4, QuickTime and WebM. */
export const VIDEO_TYPES = ["video/mp4", "video/quicktime", "video/webm"] as const;

/** What a photo may be. The type is what its bytes say, never what a browser says. */
export const EVIDENCE_RULES = {
  types: ["image/jpeg", "image/png", "image/webp", "image/heic"],
  maxBytes: PHOTO_MAX_BYTES,
  /** For one item of a return. */
  maxCount: 3,
  /** Photos of one order that belong to no return yet. */
  maxWaiting: 30,
  days: 90,
} as const;

/** A photo as it came in, its type read from its bytes. */
export interface NewPhoto {
  readonly mimeType: string;
  readonly content: Uint8Array;
}

export interface PhotoRefused extends Refusal {
  readonly code: "photo_too_large" | "photo_wrong_type" | "photo_too_many" | "video_too_large";
  /** Of a video that is too large. */
  readonly maxBytes?: number;
}

/** Bytes that a video may have in this shop; 0: it takes none. */
export async function videoLimit(ctx: ShopContext): Promise<number> {
  const { evidence } = await readSettings(ctx, ["evidence"]);
  return evidence.value.videoMaxMegabytes * MEGABYTE;
}

/**
 * Keeps a photo or a video outside the web root, for 90 days; only staff can see it. Refuses with `photo_wrong_type`, `photo_too_large`,
 * `video_too_large` (a video may be as large as the shop says) or `photo_too_many`.
 */
export async function addEvidence(
  ctx: ShopContext,
  about: { readonly orderGid: OrderGid; readonly lineGid: string },
  photo: NewPhoto,
): Promise<Result<EvidenceHead, PhotoRefused>> {
  const refused = await evidenceProblem(ctx, photo);
  if (refused) return refuse(refused);
  return ctx.transaction(async (tx) => {
    if ((await tx.evidence.countUnattached(about.orderGid)) >= EVIDENCE_RULES.maxWaiting) return refuse({ code: "photo_too_many" });
    const head = headOf(ctx, photo, about);
    await tx.evidence.add({ ...head, content: photo.content });
    return ok(head);
  });
}

/** Of these photos, those that were added for the order and belong to no return yet. */
export async function readKeptPhotos(ctx: ShopContext, { orderGid }: PortalAccess, ids: readonly string[]): Promise<EvidenceHead[]> {
  const wellFormed = ids.filter((id) => UUID.test(id));
  return wellFormed.length === 0 ? [] : ctx.transaction((tx) => tx.evidence.unattached(orderGid, wellFormed));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adds a photo to a return that exists. Refuses like `addEvidence`, or with `return_unknown`. */
export async function addPhotoToReturn(
  ctx: ShopContext,
  access: PortalAccess,
  photo: NewPhoto,
): Promise<Result<EvidenceHead, PhotoRefused | { readonly code: "return_unknown" }>> {
  const refused = await evidenceProblem(ctx, photo);
  if (refused) return refuse(refused);
  return ctx.transaction(async (tx) => {
    const record = access.returnId ? await tx.returns.find(access.returnId) : undefined;
    if (record?.orderGid !== access.orderGid) return refuse({ code: "return_unknown" });
    const limit = EVIDENCE_RULES.maxCount * (record.lines.length + 1);
    if ((await tx.evidence.ofReturn(record.id)).filter(({ source }) => source === "shopper").length >= limit)
      return refuse({ code: "photo_too_many" });
    const head = { ...headOf(ctx, photo, { orderGid: record.orderGid }), returnId: record.id };
    await tx.evidence.add({ ...head, content: photo.content });
    const event = { id: ctx.ids.next(), returnId: record.id, event: "photo_added", actor: "shopper", at: ctx.clock.now() };
    await tx.returns.addEvent({ ...event, detail: { evidenceId: head.id } });
    return ok(head);
  });
}

async function evidenceProblem(ctx: ShopContext, shown: NewPhoto): Promise<PhotoRefused | undefined> {
  if (!VIDEO_TYPES.some((type) => type === shown.mimeType)) {
    const code = photoProblem(shown);
    return code && { code };
  }
  const maxBytes = await videoLimit(ctx);
  if (maxBytes === 0) return { code: "photo_wrong_type" };
  return shown.content.byteLength > maxBytes ? { code: "video_too_large", maxBytes } : undefined;
}

/** What is wrong with a photo, if anything. */
export function photoProblem({ mimeType, content }: NewPhoto): PhotoRefused["code"] | undefined {
  if (!EVIDENCE_RULES.types.some((type) => type === mimeType)) return "photo_wrong_type";
  return content.byteLength > EVIDENCE_RULES.maxBytes ? "photo_too_large" : undefined;
}

function headOf(ctx: ShopContext, photo: NewPhoto, about: { orderGid: OrderGid; lineGid?: string }): EvidenceHead {
  const createdAt = ctx.clock.now();
  return {
    id: ctx.ids.next(),
    ...about,
    source: "shopper",
    mimeType: photo.mimeType,
    byteLength: photo.content.byteLength,
    createdAt,
    expiresAt: after(createdAt, EVIDENCE_RULES.days * DAY),
  };
}
