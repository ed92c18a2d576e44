import type { ActionFunctionArgs } from "@remix-run/node";
import { isId } from "#app/http/admin.server.ts";
import { takeCarrierNews } from "#app/use-cases/labels/track-label.server.ts";

/** A carrier's news of a parcel are small; anything larger is none. */
const LARGEST_BODY = 1_000_000;

/** News of parcels from the shop's account at a seller of labels. What is not signed is told nothing, not even whether the shop exists. */
export async function action({ context, request, params }: ActionFunctionArgs): Promise<Response> {
  const body = Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY ? undefined : await request.text();
  const ctx = isId(params.shop) ? await context.app.contextFor(params.shop) : undefined;
  const signature = request.headers.get("x-hmac-signature") ?? "";
  const isTaken = ctx && body !== undefined && body.length <= LARGEST_BODY && (await takeCarrierNews(ctx, { body, signature }));
  return new Response(null, { status: isTaken ? 200 : 401 });
}
