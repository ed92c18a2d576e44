import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import type { ResolvedOptions } from "../options.ts";
import type { Identity } from "./certificates.ts";
import { closeServer, listen } from "./listen.ts";
import { sendText } from "./bridge.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** Passes a request on to where the app listens, under the app's public host. */
export function passToApp(options: ResolvedOptions, request: IncomingMessage, response: ServerResponse): void {
  if (typeof options.appTarget !== "string") return sendText(response, 502, "stand-in: no app is known yet");
  const target = new URL(request.url ?? "/", options.appTarget);
  const { connection: _ofTheBrowser, ...asked } = request.headers;
  const headers = { ...asked, "x-forwarded-proto": "https", "x-forwarded-host": request.headers.host ?? options.appHost };
  // A connection of its own each time: the app may close a kept one at the very moment that a request is written to it.
  const onward = http.request(target, { method: request.method ?? "GET", headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", (error) => {
    if (!response.headersSent) sendText(response, 502, `stand-in: the app does not answer at ${target.origin}: ${error.message}`);
    else response.destroy();
  });
  request.pipe(onward);
}

/**
 * An ordinary forward proxy that ends TLS itself, so that shipped code reaches `https://{shop}.myshopify.com` here. It serves
 * the stand-in's hosts and the app's own, and refuses all others: nothing leaves the machine.
 */
export async function startProxy(port: number, identity: Identity, answer: Answer): Promise<Proxy> {
  const secure = https.createServer({ key: identity.key, cert: identity.cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        sendText(response, 500, `stand-in: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      else response.destroy();
    });
  });
  const sockets = new Set<Socket>();
  const server = http.createServer((_request, response) => sendText(response, 405, "stand-in: this proxy speaks CONNECT only"));
  server.on("connect", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    const host = (request.url ?? "").split(":")[0] ?? "";
    if (!isServed(host, identity)) {
      const text = `stand-in: ${host} is not part of the stand-in and nothing leaves this machine`;
      socket.end(`HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
      return;
    }
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    secure.emit("connection", socket);
  });
  return {
    port: await listen(server, port, "TLS proxy"),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      secure.closeAllConnections();
      await closeServer(server);
    },
  };
}

function isServed(host: string, identity: Identity): boolean {
  return host.endsWith(".myshopify.com") || identity.hosts.includes(host);
}
