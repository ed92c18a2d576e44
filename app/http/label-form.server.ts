import { json } from "@remix-run/node";
import type { Staff } from "#app/http/admin.server.ts";
import { isId } from "#app/http/admin.server.ts";
import type { StoredLabel } from "#app/use-cases/labels/ports.ts";
import { removeLabel } from "#app/use-cases/labels/remove-label.server.ts";
import { uploadLabel } from "#app/use-cases/labels/upload-label.server.ts";
import { requestLabel, retryLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readPhoto, readPostedForm, textField } from "./portal-form.server.ts";

/** What the return's page is told. */
export type LabelAnswer = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * The form of a label: a file with its tracking number, the id of one to take back under "remove", the key of one more that is to be bought
 * under "buy", or the id of a purchase that failed under "retry".
 */
export async function answerLabelForm(ctx: ShopContext, staff: Staff, asked: { readonly returnId: string; readonly request: Request }) {
  const posted = await readPostedForm(asked.request);
  if ("problem" in posted) return answer({ ok: false, code: posted.problem === "too_large" ? "label_too_large" : "invalid_request" });
  const { form } = posted;
  const { returnId } = asked;
  const removing = textField(form, "remove");
  if (removing) return answer(await removeLabel(ctx, { returnId, labelId: removing, actor: staff.actor }));
  const key = textField(form, "buy");
  if (key) return answer(isId(key) ? await requestLabel(ctx, { returnId, key, actor: staff.actor }) : INVALID);
  const retrying = textField(form, "retry");
  if (retrying) return answer(isId(retrying) ? await retryLabel(ctx, { returnId, purchaseId: retrying }) : INVALID);
  const file = form.get("file");
  const labelId = textField(form, "labelid");
  if (!(file instanceof File) || file.size === 0) return answer({ ok: false, code: "label_required" });
  if (!isId(labelId)) return answer(INVALID);
  const [carrier, trackingNumber, trackingUrl] = ["carrier", "number", "url"].map((name) => textField(form, name));
  const typed = { carrier: carrier ?? "", trackingNumber: trackingNumber ?? "", trackingUrl: trackingUrl ?? "" };
  return answer(await uploadLabel(ctx, { labelId, returnId, actor: staff.actor, ...(await readPhoto(file)), ...typed }));
}

const INVALID = { ok: false, code: "invalid_request" } as const;

function answer(result: { readonly ok: true } | { readonly ok: false; readonly code: string } | { ok: false; error: { code: string } }) {
  if (result.ok) return json<LabelAnswer>({ ok: true });
  const code = "error" in result ? result.error.code : result.code;
  return json<LabelAnswer>({ ok: false, code }, { status: code === "return_unknown" || code === "label_unknown" ? 404 : 422 });
}

/** The file itself, never kept by anything between, and nothing but what it is. */
export function labelResponse({ content, mimeType, parcel }: StoredLabel): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mimeType,
      "Content-Disposition": `inline; filename="label-${parcel}.${mimeType === "image/png" ? "png" : "pdf"}"`,
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
