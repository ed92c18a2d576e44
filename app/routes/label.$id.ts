import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/http/admin.server.ts";
import { labelResponse } from "#app/http/label-form.server.ts";
import { shopOfLink, unknownLink } from "#app/http/notice.server.ts";
import { readLinkedLabel } from "#app/use-cases/labels/label-links.server.ts";

/** A label's file, for whoever has its link: the shopper who prints it, and Shopify. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const ctx = await shopOfLink({ context, request });
  const token = new URL(request.url).searchParams.get("t") ?? "";
  const label = ctx && isId(params.id) ? await readLinkedLabel(ctx, { labelId: params.id, token }) : undefined;
  if (!label?.ok) return unknownLink(request);
  return labelResponse(label.value);
}
