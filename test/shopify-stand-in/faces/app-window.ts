import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { localize } from "./storefront/localize.ts";
import type { World } from "../world.ts";
import { send } from "./face.ts";

export interface AppWindowSetup {
  world: World;
  /** Where the app listens, such as http://127.0.0.1:4002. */
  target: string;
  /** Where the stand-in answers a person's browser, such as http://localhost:4000. */
  standInUrl: string;
}

/** Addresses that the app's pages load from Shopify's CDN. A person's own browser gets them from the stand-in. */
const CDN = /https:\/\/cdn\.shopify\.com\/(shopifycloud\/app-bridge\.js|static\/fonts\/[^"'<>\s]*)/g;

/**
 * The app as a person's own browser sees it: everything passes to the app as it is, and on the way back what only Shopify's own
 * hosts could serve is replaced, and the rule that only Shopify's admin may frame the app is dropped.
 */
export function appWindow(setup: AppWindowSetup): http.Server {
  return http.createServer((request, response) => pass(setup, request, response));
}

function pass(setup: AppWindowSetup, request: IncomingMessage, response: ServerResponse): void {
  const { connection: _ofTheBrowser, ...asked } = request.headers;
  const headers = {
    ...asked,
    "accept-encoding": "identity",
    "x-forwarded-proto": "http",
    "x-forwarded-host": request.headers.host ?? "",
  };
  const outgoing = http.request(
    setup.target + (request.url ?? "/"),
    // A connection of its own each time: the app may close a kept one at the very moment that a request is written to it.
    { method: request.method, headers, agent: false },
    (answer) => void giveBack(setup, answer, response),
  );
  outgoing.on("error", (error) => {
    if (response.headersSent) response.destroy();
    else
      send(
        response,
        502,
        `<!doctype html><title>The app does not answer</title><body style="font:14px system-ui;padding:32px"><h1 style="font-size:18px">The app does not answer</h1><p>${error.message}</p><p>Its log tells why.</p>`,
      );
  });
  response.on("close", () => outgoing.destroy());
  request.pipe(outgoing);
}

async function giveBack(setup: AppWindowSetup, answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers } = { status: answer.statusCode ?? 502, headers: { ...answer.headers } };
  delete headers["content-security-policy"];
  delete headers["link"];
  delete headers["x-frame-options"];
  const origin = setup.standInUrl;
  const { shop } = setup.world.firstShop;
  if (headers.location !== undefined) headers.location = localize(headers.location, shop, origin);
  if (!/^(text\/html|application\/json|text\/plain|text\/x-script)/.test(headers["content-type"] ?? "")) {
    response.writeHead(status, headers);
    answer.pipe(response);
    return;
  }
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const text = localize(Buffer.concat(parts).toString("utf8"), shop, origin).replace(
    CDN,
    (_match, path: string) => `${origin}/cdn-shopify/${path}`,
  );
  delete headers["content-length"];
  delete headers["transfer-encoding"];
  response.writeHead(status, headers);
  response.end(text);
}
