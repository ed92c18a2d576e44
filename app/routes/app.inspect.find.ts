import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { expectedReturn } from "#app/http/inspection.server.ts";
import type { FoundReturn } from "#app/ui/inspection/inspection-json.ts";
import { findReturnByCode } from "#app/use-cases/inspection/find-return.server.ts";

/** The return whose slip was scanned, and what else may be in its parcel. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const found = await findReturnByCode(ctx, new URL(args.request.url).searchParams.get("code") ?? "");
  if (!found.ok) return json<FoundReturn>({ ok: false, code: found.error.code }, { status: 404 });
  const [first, ...others] = found.value;
  return json<FoundReturn>({ ok: true, found: expectedReturn(first), others: others.map(expectedReturn) });
}
