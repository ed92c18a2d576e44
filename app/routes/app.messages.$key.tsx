import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/http/admin.server.ts";
import { answerTemplateForm, previewAnswer, templateAt } from "#app/http/template-form.server.ts";
import { TemplateEditor } from "#app/ui/messages/template-editor.tsx";
import { readTemplate, templateLocales } from "#app/use-cases/messages/templates.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const at = await templateAt(ctx, args.params["key"], languageOf(args.request));
  const { subject, body, version, variables } = await readTemplate(ctx, at);
  return {
    template: { ...at, subject, body, version, variables },
    locales: await templateLocales(ctx),
    preview: await previewAnswer(ctx, { ...at, subject, body }),
    testAddress: ctx.shop.email ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const at = await templateAt(ctx, args.params["key"], languageOf(args.request));
  return answerTemplateForm(ctx, { at, form: await args.request.formData(), actor: staff.actor });
}

/** "locale" is the language of the person looking, as Shopify adds it to addresses. */
function languageOf(request: Request): string | null {
  return new URL(request.url).searchParams.get("language");
}

export default function TemplatePage() {
  const data = useLoaderData<typeof loader>();
  const { key, locale } = data.template;
  return <TemplateEditor key={`${key}:${locale}`} {...data} />;
}
