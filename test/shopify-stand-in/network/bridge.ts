import type { IncomingMessage, ServerResponse } from "node:http";

/** Reads a node request into a web one. `origin` is what the caller addressed, such as https://shop.myshopify.com. */
export async function toRequest(message: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2)
    headers.append(message.rawHeaders[index] ?? "", message.rawHeaders[index + 1] ?? "");
  const method = message.method ?? "GET";
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part as Uint8Array));
  const body = method === "GET" || method === "HEAD" ? undefined : Buffer.concat(parts);
  return new Request(new URL(message.url ?? "/", origin), { method, headers, ...(body ? { body } : {}) });
}

export async function sendResponse(target: ServerResponse, response: Response): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) if (name !== "set-cookie") headers[name] = value;
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  target.writeHead(response.status, headers);
  target.end(Buffer.from(await response.arrayBuffer()));
}

export function sendText(target: ServerResponse, status: number, text: string): void {
  target.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  target.end(text);
}
