import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { slipResponse } from "#app/http/packing-slip.server.ts";
import { readSlipForStaff } from "#app/use-cases/labels/read-slip.server.ts";

/** The packing slip of a return, in the language of its shopper, for staff who hand it over themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const slip = await readSlipForStaff(ctx, idFrom(args.params.id));
  if (!slip.ok) throw notFound();
  return slipResponse(ctx, slip.value, slip.value.record.locale);
}
