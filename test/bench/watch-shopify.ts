import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const STARTED = "http.server.request.start";
const FINISHED = "http.server.response.finish";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** When the stand-in, which lives in this process, was at work on Admin API calls, by this process's own clock. */
export interface ShopifyWatch {
  /** How many calls it answered between two moments, and for how long it was at any of them. */
  between(from: number, to: number): { readonly calls: number; readonly milliseconds: number };
  close(): void;
}

/** Watches the stand-in's servers from the arrival of each call to the end of its answer. */
export function watchShopify(): ShopifyWatch {
  const open = new Map<IncomingMessage, number>();
  const spans: Span[] = [];
  const started = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers.host?.endsWith(".myshopify.com") && request.url?.startsWith("/admin/api/")) open.set(request, performance.now());
  };
  const finished = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    const from = open.get(request);
    if (from !== undefined) spans.push({ from, to: performance.now() });
    open.delete(request);
  };
  subscribe(STARTED, started);
  subscribe(FINISHED, finished);
  return {
    between: (from, to) => {
      const inside = spans.filter((span) => span.from >= from && span.to <= to);
      return { calls: inside.length, milliseconds: lengthOf(inside) };
    },
    close: () => {
      unsubscribe(STARTED, started);
      unsubscribe(FINISHED, finished);
    },
  };
}

/** Calls that ran side by side count once. */
function lengthOf(spans: readonly Span[]): number {
  let [length, reached] = [0, 0];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length;
}
