import type { ResolvedOptions } from "../options.ts";

/** Taken before a test replaces the global one. */
const realFetch = globalThis.fetch;

/** A request to the app. The app's public host in an absolute URL stands for wherever the app listens. Redirects are not followed; the signal ends a wait that is too long. */
export async function callApp(options: ResolvedOptions, uri: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  const target = options.appTarget;
  if (target === undefined) throw new Error("The stand-in was told of no app");
  const publicHost = `https://${options.appHost}`;
  const path = uri.startsWith(publicHost) ? uri.slice(publicHost.length) : uri;
  const base = typeof target === "string" ? target : publicHost;
  const request = new Request(new URL(path, base), { ...init, redirect: "manual" });
  if (typeof target === "string") return realFetch(request);
  return Promise.race([target(request), expired(init.signal)]);
}

function expired(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
}
