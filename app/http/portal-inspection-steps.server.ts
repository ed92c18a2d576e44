import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { appealInspection } from "#app/use-cases/inspection/appeal.server.ts";
import { readInspectionPhoto } from "#app/use-cases/inspection/inspection-photos.server.ts";
import { QUESTION_MAX } from "#app/use-cases/returns/ask-question.server.ts";
import { isId } from "./admin.server.ts";
import { textField } from "./portal-form.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { showStatusStep } from "./portal-status-steps.server.ts";

/** A photo that the warehouse took, for the shopper whose goods it shows, and never as anything but an image. */
export async function pictureStep(call: PortalCall): Promise<PortalAnswer | Response> {
  const { ctx, access, pictureId } = call;
  if (!access) return message("link-expired", 403);
  const found = isId(pictureId) ? await readInspectionPhoto(ctx, access, pictureId) : undefined;
  if (!found?.ok) return message("not-found", 404);
  return new Response(new Uint8Array(found.value.content), {
    headers: {
      "Content-Type": found.value.mimeType,
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=3600",
    },
  });
}

/** The shopper sees it differently: a person looks at it again. */
export async function appealStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const appeal = textField(form, "appeal");
  const asked = await appealInspection(ctx, access, { words: appeal });
  if (asked.ok) return showStatusStep(call, { notice: "appeal-sent" });
  const { code } = asked.error;
  if (code === "return_unknown" || code === "not_inspected") return message("not-found", 404);
  const problem: FieldError =
    code === "question_required"
      ? { field: "appeal", code: "question-required" }
      : { field: "appeal", code: "question-too-long", values: { max: QUESTION_MAX } };
  return { ...(await showStatusStep(call, { errors: [problem], appeal })), status: 422 };
}
