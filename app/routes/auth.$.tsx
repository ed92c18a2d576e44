import type { LoaderFunctionArgs } from "@remix-run/node";

export async function loader({ context, request }: LoaderFunctionArgs) {
  await context.app.shopify.authenticate.admin(request);
  return null;
}
