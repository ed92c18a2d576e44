import { json } from "@remix-run/node";
import { z } from "zod";
import { FATES, MOST_INSPECTION_PHOTOS } from "#app/domain/inspection/inspection-settings.ts";
import { eventsFor } from "#app/domain/returns/return.ts";
import { PHOTO_MAX_BYTES } from "#app/domain/shops/evidence-settings.ts";
import type { Staff } from "#app/http/admin.server.ts";
import type { ExpectedReturn, InspectionAnswer } from "#app/ui/inspection/inspection-json.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readPhoto, readPostedForm, textField } from "./portal-form.server.ts";

/** What a scan found, for the phone: what should be in the parcel. */
export function expectedReturn(record: StoredReturn): ExpectedReturn {
  const { id, name, number, orderName, status, lines } = record;
  const events = eventsFor(record, "staff");
  return {
    ...{ id, name, number, orderName, status },
    canInspect: events.includes("receive") || events.includes("inspect"),
    lines: lines.map(({ id: lineId, title, variantTitle, sku, imageUrl, quantity, reason, note }) => ({
      ...{ id: lineId, title, quantity, reason },
      variantTitle: variantTitle ?? null,
      sku: sku ?? null,
      imageUrl: imageUrl ?? null,
      note: note ?? null,
    })),
  };
}

const judged = z.object({ gradeId: z.string().max(40), quantity: z.number(), fate: z.enum(FATES).optional() });
const submission = z.object({
  key: z.uuid(),
  returnId: z.uuid(),
  lines: z.array(z.object({ lineId: z.string().max(40), judged: z.array(judged).max(50) })).max(500),
});

/** A phone's inspection: the field "inspection" holds it as JSON, each photo is a file named after its line. */
export async function answerInspection(ctx: ShopContext, staff: Staff, request: Request) {
  const posted = await readPostedForm(request, MOST_INSPECTION_PHOTOS * PHOTO_MAX_BYTES);
  if ("problem" in posted) {
    return answer({ ok: false, code: posted.problem === "too_large" ? "photo_too_large" : "invalid_request" }, 400);
  }
  const wanted = submission.safeParse(parseJson(textField(posted.form, "inspection")));
  if (!wanted.success) return answer({ ok: false, code: "invalid_request" }, 400);
  const photos = [];
  for (const [name, value] of posted.form) {
    if (value instanceof File && value.size > 0) photos.push({ lineId: name.replace(/^photo-/, ""), ...(await readPhoto(value)) });
  }
  const done = await submitInspection(ctx, { ...wanted.data, photos, actor: staff.actor });
  if (done.ok) return answer({ ok: true, status: done.value.status }, 200);
  return answer({ ok: false, code: done.error.code }, done.error.code === "return_unknown" ? 404 : 422);
}

function answer(body: InspectionAnswer, status: number) {
  return json<InspectionAnswer>(body, { status });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
