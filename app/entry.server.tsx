import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

const ABORT_AFTER = 6_000;

export default function handleRequest(
  ...[request, status, headers, remixContext, { app }]: [Request, number, Headers, EntryContext, AppLoadContext]
): Promise<Response> {
  app.shopify.addDocumentResponseHeaders(request, headers);
  const readyEvent = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      [readyEvent]: () => {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => {
        responseStatus = 500;
        app.log.error({ error, path: new URL(request.url).pathname }, "A page failed to render");
      },
    });
    setTimeout(abort, ABORT_AFTER).unref();
  });
}
