import type { IncomingMessage, ServerResponse } from "node:http";

/** Reads a whole request body; forms of the stand-in's own pages are small. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString("utf8"));
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers });
  response.end(body);
}

export function redirect(response: ServerResponse, location: string, headers: Readonly<Record<string, string | string[]>> = {}): void {
  response.writeHead(302, { location, "cache-control": "no-store", ...headers });
  response.end();
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, JSON.stringify(value), { "content-type": "application/json; charset=utf-8" });
}
