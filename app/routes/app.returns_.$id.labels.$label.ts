import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { labelResponse } from "#app/http/label-form.server.ts";
import { readLabelForStaff } from "#app/use-cases/labels/label-links.server.ts";

/** A label's file, for staff of its own shop. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const label = await readLabelForStaff(ctx, { returnId: idFrom(args.params.id), labelId: idFrom(args.params.label) });
  if (!label.ok) throw notFound();
  return labelResponse(label.value);
}
