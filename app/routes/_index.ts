import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Shopify admin opens the app's own URL with the shop and a session token in the query; the app's pages live under /app. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (!searchParams.has("shop")) throw new Response(null, { status: 404 });
  return redirect(`/app${search}`);
}
