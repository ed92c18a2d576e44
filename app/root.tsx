import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useState } from "react";

export function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  return { apiKey: context.app.env.SHOPIFY_API_KEY, isEmbedded: url.pathname.startsWith("/app") || url.pathname.startsWith("/auth") };
}

const VIEWPORT = "width=device-width,initial-scale=1";

export default function Root() {
  const { apiKey, isEmbedded } = useLoaderData<typeof loader>();
  const admin = useRouteLoaderData<() => { language: string }>("routes/app");
  // The language of the person in Shopify admin comes with the document only, so what came first stays.
  const [language] = useState(admin?.language ?? "en");
  return (
    <html lang={language}>
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
