import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { ranged } from "#app/http/byte-range.server.ts";
import { readEvidence } from "#app/use-cases/returns/read-evidence.server.ts";

/** The bytes of a photo or video, for staff of its own shop only, in parts where a player asks for them, and never as a page. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const found = await readEvidence(ctx, { returnId: idFrom(args.params.id), evidenceId: idFrom(args.params.photo) });
  if (!found.ok) throw notFound();
  const { content, mimeType } = found.value;
  return ranged(args.request, content, {
    "Content-Type": mimeType,
    "Content-Disposition": "inline",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=3600",
  });
}
