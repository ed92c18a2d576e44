import { after } from "#app/domain/shared/time.ts";
import { portalLink, type PortalStep } from "#app/ui/portal/fields.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { Notice } from "#app/ui/portal/status-views.ts";
import { addPhotoToReturn } from "#app/use-cases/returns/add-evidence.server.ts";
import { INSTEAD_OF_REPAIR } from "#app/domain/returns/after-repair.ts";
import { chooseInsteadAsShopper } from "#app/use-cases/returns/choose-instead.server.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { labelCodeLink, labelLink } from "#app/use-cases/labels/label-links.server.ts";
import { readSlip } from "#app/use-cases/labels/read-slip.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { slipResponse } from "./packing-slip.server.ts";
import { readPhoto, textField } from "./portal-form.server.ts";
import { KINDS } from "./portal-per-item-view.server.ts";
import { momentIn, photoRules } from "./portal-moments.server.ts";
import { parcelsView } from "./portal-parcel-view.server.ts";
import { photoError } from "./portal-photo-errors.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { statusPage } from "./portal-status-view.server.ts";

export interface Told {
  readonly notice?: Notice;
  readonly errors?: readonly FieldError[];
  readonly question?: string;
  readonly appeal?: string;
}

/** Where a return stands. */
export async function showStatusStep(call: PortalCall, told: Told = {}): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  if (!access) return message("link-expired", 403);
  const followed = await readStatus(ctx, access);
  if (!followed.ok) return message("not-found", 404);
  const paper = await signAccess(ctx, { ...access, isFollowOnly: true });
  const linkTo = (step: PortalStep) => portalLink(call.base, step, paper);
  const { labels } = followed.value;
  const labelUrls = await Promise.all(labels.map(({ id }) => labelLink(ctx, id)));
  const codeUrls = await Promise.all(labels.filter(({ hasCode }) => hasCode).map(({ id }) => labelCodeLink(ctx, id)));
  const parcels = await parcelsView(ctx, followed.value);
  const photos = await photoRules(ctx);
  const tokens = new Map<string, string>();
  for (const { record } of followed.value.joined) {
    tokens.set(record.id, await signAccess(ctx, { ...access, orderGid: record.orderGid, returnId: record.id }));
  }
  return {
    page: statusPage({ ctx, locale, followed: followed.value, linkTo, labelUrls, codeUrls, parcels, photos, tokens, ...told }),
    access,
    at: "status",
  };
}

/** The packing slip as a PDF; where there is none (any more), the page says how the return stands. */
export async function slipStep(call: PortalCall): Promise<PortalAnswer | Response> {
  const { ctx, access, locale } = call;
  if (!access) return message("link-expired", 403);
  const free = await ctx.throttle.take(`slip:${ctx.shop.shopId}:${access.returnId ?? ""}`, SLIPS_AN_HOUR, 3_600);
  if (!free.allowed) {
    return message("too-many-tries", 429, { retryAt: momentIn(ctx, after(ctx.clock.now(), free.retryAfterSeconds * 1_000)) });
  }
  const slip = await readSlip(ctx, access);
  if (slip.ok) return slipResponse(ctx, slip.value, locale);
  return slip.error.code === "no_slip" ? { ...(await showStatusStep(call)), status: 409 } : message("not-found", 404);
}

/** Drawing takes the server's time; nobody prints more often. */
const SLIPS_AN_HOUR = 60;

export async function cancelStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  const followed = access && (await readStatus(ctx, access));
  if (!followed?.ok) return showStatusStep(call);
  const withJoined = textField(form, "scope") !== "one";
  const cancelled = await cancelReturn(ctx, { returnId: followed.value.record.id, actor: "shopper", withJoined });
  if (cancelled.ok) return showStatusStep(call, { notice: "cancelled" });
  // Too late, or done by somebody else meanwhile: the page as it is now says so.
  return { ...(await showStatusStep(call)), status: 409 };
}

/** What becomes of something that cannot be repaired. */
export async function insteadStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const wanted = textField(form, "resolution");
  const kind = INSTEAD_OF_REPAIR.find((one) => KINDS[one] === wanted);
  if (!kind) return { ...(await showStatusStep(call, { errors: [{ field: "resolution", code: "resolution-required" }] })), status: 422 };
  const chosen = await chooseInsteadAsShopper(ctx, access, { kind });
  if (chosen.ok) return showStatusStep(call, { notice: "instead-chosen" });
  // Chosen before, or by staff meanwhile: the page as it is now says so.
  return { ...(await showStatusStep(call)), status: chosen.error.code === "return_unknown" ? 404 : 409 };
}

export async function photoStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form, locale } = call;
  if (!access) return message("link-expired", 403);
  const files = form.getAll("photo").filter((value): value is File => value instanceof File && value.size > 0);
  if (files.length === 0) {
    return { ...(await showStatusStep(call, { errors: [{ field: "photo", code: "photo-required" }] })), status: 422 };
  }
  for (const file of files) {
    const added = await addPhotoToReturn(ctx, access, await readPhoto(file));
    if (added.ok) continue;
    if (added.error.code === "return_unknown") return message("not-found", 404);
    const { code } = added.error;
    const status = code === "photo_too_large" || code === "video_too_large" ? 413 : code === "photo_wrong_type" ? 415 : 422;
    return { ...(await showStatusStep(call, { errors: [photoError({ ...added.error, code }, "photo", locale)] })), status };
  }
  return showStatusStep(call, { notice: "photo-added" });
}
