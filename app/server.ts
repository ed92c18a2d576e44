import { once } from "node:events";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { createApp, type App } from "./composition.server.ts";
import { bootEnv } from "./env.server.ts";
import { workQueues } from "./jobs/registry.server.ts";
import { tickUntil } from "./jobs/ticker.server.ts";
import { opsRoutes } from "./ops.server.ts";
import { webhookDoor } from "./webhook-door.server.ts";

/** Time for requests and jobs at hand to end after SIGTERM; what is not done by then is done by another process or the next start. */
const GRACE_MILLISECONDS = 1_000;

/** Longer than the minute for which load balancers keep an idle connection: whoever closes first must not be the one that is written to. */
const KEEP_ALIVE_MILLISECONDS = 75_000;

/** The longest that ending takes in all. */
const LONGEST_MILLISECONDS = 1_400;

const env = bootEnv();
// One process only may open the embedded database, so there the web process works the queues itself.
const isWorker = env.DATABASE_URL.startsWith("pglite:");
const app = await createApp(env, { isWorker });
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
const stopped = new AbortController();
if (isWorker) {
  await workQueues(app);
  void tickUntil(app, stopped.signal);
}
const server = createHttp(app, build).listen(env.PORT, env.HOST);
server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
await once(server, "listening");
app.log.info({ address: server.address() }, "Amends is listening");
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(app, server));

function createHttp(running: App, remix: ServerBuild): express.Express {
  const http = express();
  http.disable("x-powered-by");
  http.set("trust proxy", "loopback");
  http.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  http.use("/ops", opsRoutes(running));
  http.use("/webhooks", webhookDoor(running));
  http.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  http.use(express.static("build/client", { maxAge: "1h" }));
  http.all("*", createRequestHandler({ build: remix, mode: env.NODE_ENV, getLoadContext: () => ({ app: running }) }));
  return http;
}

async function stop(running: App, listening: Server): Promise<void> {
  stopped.abort();
  setTimeout(() => process.exit(0), LONGEST_MILLISECONDS).unref();
  listening.close();
  listening.closeIdleConnections();
  setTimeout(() => listening.closeAllConnections(), GRACE_MILLISECONDS / 2).unref();
  await running.close(GRACE_MILLISECONDS);
  process.exit(0);
}
