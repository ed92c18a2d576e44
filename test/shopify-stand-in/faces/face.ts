import type { IncomingMessage, ServerResponse } from "node:http";

/** Reads a whole request body; forms of the stand-in's own pages are small. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString("utf8"));
}

export type Headers = Readonly<Record<string, string | string[]>>;

/** Sets headers for the answer that follows: `send(withHeaders(response, { … }), 200, body)`. */
export function withHeaders(response: ServerResponse, headers: Headers): ServerResponse {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return response;
}

/** Sends HTML that is not to be cached, unless headers that were set before say otherwise. */
export function send(response: ServerResponse, status: number, body: string | Buffer): void {
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "text/html; charset=utf-8");
  if (!response.hasHeader("cache-control")) response.setHeader("cache-control", "no-store");
  response.writeHead(status);
  response.end(body);
}

export function redirect(response: ServerResponse, location: string, headers: Headers = {}): void {
  response.writeHead(302, { location, "cache-control": "no-store", ...headers });
  response.end();
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(withHeaders(response, { "content-type": "application/json; charset=utf-8" }), status, JSON.stringify(value));
}
