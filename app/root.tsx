import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from "@remix-run/react";

export function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  return { apiKey: context.app.env.SHOPIFY_API_KEY, isEmbedded: url.pathname.startsWith("/app") || url.pathname.startsWith("/auth") };
}

const VIEWPORT = "width=device-width,initial-scale=1";

export default function Root() {
  const { apiKey, isEmbedded } = useLoaderData<typeof loader>();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content={VIEWPORT} />
        {isEmbedded ? <meta name="shopify-api-key" content={apiKey} /> : null}
        {isEmbedded ? <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key={apiKey} /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
