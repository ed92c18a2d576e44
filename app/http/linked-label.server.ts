import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLinkedLabel } from "#app/use-cases/labels/label-links.server.ts";
import type { StoredLabel } from "#app/use-cases/labels/ports.ts";
import { isId } from "./admin.server.ts";
import { shopOfLink } from "./notice.server.ts";

/** The label that a link with its token leads to. */
export async function linkedLabel({ context, request, params }: LoaderFunctionArgs): Promise<StoredLabel | undefined> {
  const ctx = await shopOfLink({ context, request });
  const token = new URL(request.url).searchParams.get("t") ?? "";
  const label = ctx && isId(params.id) ? await readLinkedLabel(ctx, { labelId: params.id, token }) : undefined;
  return label?.ok ? label.value : undefined;
}
