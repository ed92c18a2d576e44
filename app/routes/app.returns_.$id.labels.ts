import type { ActionFunctionArgs } from "@remix-run/node";
import { adminRequest, idFrom } from "#app/http/admin.server.ts";
import { answerLabelForm } from "#app/http/label-form.server.ts";

/** Labels of a return: one is uploaded, or taken back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return answerLabelForm(ctx, staff, { returnId: idFrom(args.params.id), request: args.request });
}
