import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { install } from "#app/use-cases/shops/installation.server.ts";

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
  const ctx = await installedContext(context.app, session.shop);
  const id = sessionToken?.sub ?? "unknown";
  return { ctx, staff: { id, actor: `staff:${id}` } };
}

/** The first page of a new (or returning) shop sets it up; a set-up that failed half-way is taken up by the next page. */
async function installedContext(app: AppLoadContext["app"], domain: string): Promise<ShopContext> {
  const ctx = await app.contextForDomain(domain);
  if (!ctx) throw notFound();
  if (ctx.shop.profileReadAt && !ctx.shop.uninstalledAt) return ctx;
  await install(ctx);
  return (await app.contextForDomain(domain)) ?? ctx;
}

/** The same answer for an id that does not exist and one that belongs to another shop. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Whether the text has the shape of an id of ours; nothing else may be asked of the database. */
export function isId(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? "");
}

/** An id of ours from an address; what is no id at all is as unknown as one that does not exist. */
export function idFrom(text: string | undefined): string {
  if (!isId(text)) throw notFound();
  return text;
}
