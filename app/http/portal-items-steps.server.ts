import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { PostedLine } from "#app/ui/portal/fields.ts";
import { lineField, readPostedLines } from "#app/ui/portal/fields.ts";
import { EVIDENCE_RULES, addEvidence, readKeptPhotos } from "#app/use-cases/returns/add-evidence.server.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { DraftItem, EvidenceHead } from "#app/use-cases/returns/portal-records.server.ts";
import type { ItemsShown } from "#app/use-cases/returns/show-items.server.ts";
import { showItems } from "#app/use-cases/returns/show-items.server.ts";
import { selectionErrors } from "./portal-errors.server.ts";
import { readPhoto } from "./portal-form.server.ts";
import { waysOn, withoutReturn } from "./portal-items-page.server.ts";
import type { ItemsTyped } from "./portal-items-view.server.ts";
import { itemsPage, keysOf } from "./portal-items-view.server.ts";
import { answersSent, newQuestions, questionsOf } from "./portal-questions-view.server.ts";
import { photoError } from "./portal-photo-errors.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { showOptionsStep } from "./portal-solution-steps.server.ts";

/** Takes what was chosen, photos first: what was already sent is kept when something else is to be put right. */
export async function postItemsStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access || access.isFollowOnly) return message("link-expired", 403);
  const posted = readPostedLines(form).filter(({ isTaken }) => isTaken);
  const shown = await showItems(ctx, access);
  if (!shown.ok) return message("not-found", 404);
  const known = new Set(shown.value.items.map(({ line }) => String(line.gid)));
  const { items, evidence, errors } = await takeLines(call, {
    access,
    shown: shown.value,
    posted: posted.filter(({ id }) => known.has(id)),
  });
  if (errors.length > 0) return again(call, { shown: shown.value, typed: { items, evidence, errors } });
  const { read } = shown.value;
  const chosen = await chooseItems(ctx, access, { items, read });
  if (chosen.ok) return showOptionsStep({ ...call, access: chosen.value }, { read });
  if (chosen.error.code === "order_gone") return message("not-found", 404);
  const keys = keysOf(shown.value.items);
  const asking = { all: questionsOf(shown.value), locale: call.locale, shopLocale: ctx.shop.locale };
  const problems = selectionErrors(chosen.error, { keyOf: (lineGid) => keys.get(lineGid), asking });
  return again(call, { shown: shown.value, typed: { items, evidence, errors: problems } });
}

async function again(call: PortalCall, { shown, typed }: { shown: ItemsShown; typed: ItemsTyped }): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  // Questions that come up with what was sent are the next step, not a mistake.
  const isAsking = typed.errors.every(({ code }) => code === "question-asked");
  const isTooLarge = typed.errors.some(({ code }) => code === "photo-too-large" || code === "video-too-large");
  const isWrongType = typed.errors.some(({ code }) => code === "photo-wrong-type");
  return {
    page: await itemsPage({ ctx, locale, shown, typed, ...(await waysOn(call)) }),
    ...(access ? { access: withoutReturn(access) } : {}),
    status: isAsking ? 200 : isTooLarge ? 413 : isWrongType ? 415 : 422,
    at: "items",
  };
}

async function takeLines(
  call: PortalCall,
  { access, shown, posted }: { access: PortalAccess; shown: ItemsShown; posted: readonly PostedLine[] },
): Promise<ItemsTyped> {
  const kept = posted.flatMap(({ keptEvidence }) => keptEvidence);
  const evidence: EvidenceHead[] = [...(await readKeptPhotos(call.ctx, access, kept))];
  const errors: FieldError[] = [];
  const items: DraftItem[] = [];
  for (const line of posted) {
    const photos = evidence.filter(({ id }) => line.keptEvidence.includes(id)).map(({ id }) => id);
    for (const file of line.photos) {
      const field = lineField("photo", line.key);
      if (photos.length >= EVIDENCE_RULES.maxCount) {
        errors.push(photoError({ code: "photo_too_many" }, field, call.locale));
        break;
      }
      const added = await addEvidence(call.ctx, { orderGid: access.orderGid, lineGid: line.id }, await readPhoto(file));
      if (!added.ok) errors.push(photoError(added.error, field, call.locale));
      else {
        photos.push(added.value.id);
        evidence.push(added.value);
      }
    }
    const quantity = /^\d{1,9}$/.test(line.quantity.trim()) ? Number(line.quantity) : Number.NaN;
    const answers = answersSent(questionsOf(shown), line);
    const item = { lineGid: line.id, quantity, reason: line.reason, note: line.note, evidence: photos, answers, exchangeVariantGid: null };
    errors.push(...newQuestions({ ctx: call.ctx, locale: call.locale, shown }, { posted: line, item }));
    items.push(item);
  }
  return { items, evidence, errors };
}
