/**
 * Bytes as a browser asks for them: whole (200), a part (206) as a player does that jumps within a film, or 416 for a part that is not there.
 * "bytes=0-99" are the first hundred, "bytes=100-" all from the hundred-and-first on, "bytes=-50" the last fifty.
 */
export function ranged(request: Request, content: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  const total = content.byteLength;
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  const [, first = "", last = ""] = asked ?? [];
  const own = { ...headers, "Accept-Ranges": "bytes" };
  if (!asked || (first === "" && last === "")) return new Response(new Uint8Array(content), { headers: own });
  const from = first === "" ? Math.max(0, total - Number(last)) : Number(first);
  const to = first === "" || last === "" ? total - 1 : Math.min(Number(last), total - 1);
  if (from > to || from >= total) return new Response(null, { status: 416, headers: { ...own, "Content-Range": `bytes */${total}` } });
  return new Response(content.slice(from, to + 1), {
    status: 206,
    headers: { ...own, "Content-Range": `bytes ${from}-${to}/${total}`, "Content-Length": String(to - from + 1) },
  });
}
