import type { IncomingMessage, ServerResponse } from "node:http";
import { controlApi } from "../control/http.ts";
import type { StandIn } from "../stand-in.ts";
import { answerShopify } from "../handle.ts";
import { sendResponse, sendText, toRequest } from "./bridge.ts";
import type { Face } from "./face.ts";
import { passToApp } from "./proxy.ts";

const SHOPIFY_PATHS = /^\/(admin\/(api|oauth)\/|bulk\/)/;

export type Dispatch = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Decides who answers: the control API, Shopify's machine interfaces, the app behind its public host, or a face. */
export function dispatcher(standIn: StandIn, faces: readonly Face[], isProxied: boolean): Dispatch {
  const { world } = standIn;
  return async (request, response) => {
    const host = (request.headers.host ?? "localhost").split(":")[0] ?? "localhost";
    const origin = isProxied ? `https://${host}` : `http://${request.headers.host ?? "localhost"}`;
    const url = new URL(request.url ?? "/", origin);
    if (host === world.options.appHost) return passToApp(world.options, request, response);
    if (!isProxied && (url.pathname === "/control" || url.pathname.startsWith("/control/"))) {
      const isApi = request.method !== "GET" || url.pathname !== "/control";
      if (isApi) return sendResponse(response, await controlApi(standIn, await toRequest(request, origin)));
    }
    if (host.endsWith(".myshopify.com") && SHOPIFY_PATHS.test(url.pathname)) {
      const answer = await answerShopify(world, await toRequest(request, origin));
      if (answer) return sendResponse(response, answer);
    }
    const face = faces.find((candidate) => candidate.matches(url, host));
    if (face) return face.handle(request, response);
    return sendText(response, isProxied ? 502 : 404, `stand-in: nothing answers ${host}${url.pathname}`);
  };
}
