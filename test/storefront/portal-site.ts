import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Liquid } from "liquidjs";
import { PORTAL_ASSETS } from "#app/ui/portal/assets.ts";
import type { PortalAsset } from "#app/ui/portal/assets.ts";
import { renderPortalPage } from "#app/ui/portal/render.tsx";
import type { PortalPage } from "#app/ui/portal/view-models.ts";
import { aPortalFrame } from "#test/builders/portal-pages.ts";

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#dfe7ee"/><path d="M24 24l10-6h12l10 6-5 11-4-2v29H33V33l-4 2z" fill="#7c93a8"/></svg>`;

/** One request as the app would see it behind the proxy. */
export interface PortalRequest {
  readonly method: string;
  readonly path: string;
  readonly fields: URLSearchParams;
  /** The body as sent, for uploads. */
  readonly body: Buffer;
  readonly isFragment: boolean;
}

/** A page to render, HTML to send as it is, or a status to fail with. */
export type PortalAnswer = PortalPage | string | number;

export interface SiteOptions {
  readonly answer: (request: PortalRequest) => PortalAnswer | Promise<PortalAnswer>;
  readonly locale?: string;
  readonly theme?: "light" | "dark";
}

export interface PortalSite {
  readonly url: string;
  readonly requests: PortalRequest[];
  close(): Promise<void>;
}

/** A storefront in small on a free port of loopback: a theme around whatever the portal answers below /apps/returns. */
export async function startPortalSite(options: SiteOptions): Promise<PortalSite> {
  const requests: PortalRequest[] = [];
  const server = createServer((request, response) => {
    handle(request, response, { ...options, requests }).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The site has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Site = SiteOptions & { readonly requests: PortalRequest[] };

async function handle(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const url = new URL(request.url ?? "/", "http://site.example");
  const asset = assetOf(url.pathname);
  if (asset) return void response.writeHead(200, { "content-type": asset.contentType }).end(asset.body);
  const body = await read(request);
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  const fields = isForm ? new URLSearchParams(body.toString()) : url.searchParams;
  const isFragment = fields.get("fragment") === "1" || body.includes('name="fragment"');
  const seen = { method: request.method ?? "GET", path: url.pathname, fields, body, isFragment };
  site.requests.push(seen);
  const answer = await site.answer(seen);
  if (typeof answer === "number") return void response.writeHead(answer, { "content-type": "text/html" }).end("<p>Something else</p>");
  const frame = aPortalFrame({
    locale: site.locale ?? "en",
    address: typeof answer === "object" && answer.page === "status" ? "/apps/returns/status?t=s" : undefined,
  });
  const markup = typeof answer === "string" ? answer : renderPortalPage(answer, frame, { fragment: isFragment });
  // Shopify runs the answer through Liquid before anybody sees it.
  const liquid = String(await new Liquid().parseAndRender(markup));
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(isFragment ? liquid : inTheme(liquid, site));
}

/** The page around the portal, with the habits of real themes: a small root size, styled headings, fields and lists. */
function inTheme(content: string, { locale = "en", theme = "light" }: Pick<SiteOptions, "locale" | "theme">): string {
  const [ink, paper] = theme === "light" ? ["#22252b", "#ffffff"] : ["#f3f2ee", "#15171c"];
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Harbor Goods</title><style>
html{font-size:62.5%}body{margin:0;font:400 1.6rem/1.7 Assistant,"Helvetica Neue",Arial,"Noto Sans CJK SC",sans-serif;letter-spacing:.06rem;color:${ink};background:${paper}}
h1,h2{font-weight:500}ul{padding-left:2rem}.bar{display:flex;gap:32px;align-items:center;padding:20px 5vw;border-bottom:1px solid #8884}.bar b{font-size:2.2rem;letter-spacing:.1rem}.bar a{color:inherit;font-size:1.4rem}</style></head>
<body><div class="bar" role="banner"><b>Harbor</b><a href="/">Shop</a></div><main>${content}</main></body></html>`;
}

function assetOf(path: string): PortalAsset | undefined {
  if (path.startsWith("/images/") || path === "/favicon.ico") return { contentType: "image/svg+xml", body: PICTURE };
  return PORTAL_ASSETS.get(path.split("/").at(-1) ?? "");
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
