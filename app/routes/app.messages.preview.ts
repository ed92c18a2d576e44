import { json, type ActionFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { previewAnswer, readTemplateForm, templateAt } from "#app/http/template-form.server.ts";

/** The text that is being typed, with example values: for the editor's preview. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { key, locale, subject, body } = readTemplateForm(await args.request.formData());
  const at = await templateAt(ctx, key, locale);
  return json(await previewAnswer(ctx, { ...at, subject, body }));
}
