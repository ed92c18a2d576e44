import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** A signed-in member of staff; `actor` is how history and the audit log name them. */
export interface Staff {
  readonly id: string;
  readonly actor: string;
}

export interface AdminRequest {
  readonly ctx: ShopContext;
  readonly staff: Staff;
}

/** Authenticates a request from inside Shopify admin: the shop and the person come from the session token and nowhere else. */
export async function adminRequest({ context, request }: Pick<LoaderFunctionArgs, "context" | "request">): Promise<AdminRequest> {
  const { session, sessionToken } = await context.app.shopify.authenticate.admin(request);
  const ctx = await context.app.contextForDomain(session.shop);
  if (!ctx) throw new Response("The shop is not known", { status: 404 });
  const id = sessionToken?.sub ?? "unknown";
  return { ctx, staff: { id, actor: `staff:${id}` } };
}

/** The same answer for an id that does not exist and one that belongs to another shop. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
