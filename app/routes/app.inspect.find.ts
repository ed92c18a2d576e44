import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { expectedReturn } from "#app/http/inspection.server.ts";
import type { FoundReturn } from "#app/ui/inspection/inspection-json.ts";
import { findReturnByCode } from "#app/use-cases/inspection/find-return.server.ts";

/** The return whose slip was scanned. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const found = await findReturnByCode(ctx, new URL(args.request.url).searchParams.get("code") ?? "");
  return found.ok
    ? json<FoundReturn>({ ok: true, found: expectedReturn(found.value) })
    : json<FoundReturn>({ ok: false, code: found.error.code }, { status: 404 });
}
