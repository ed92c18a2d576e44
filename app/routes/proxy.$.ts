import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { servePortal } from "#app/http/portal.server.ts";

/** Pages of the portal, as Shopify's app proxy asks for them. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return servePortal(args);
}

/** Forms of the portal. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  return servePortal(args);
}
