import { createApp } from "./composition.server.ts";
import { bootEnv } from "./env.server.ts";
import { workQueues } from "./jobs/registry.server.ts";
import { tickUntil } from "./jobs/ticker.server.ts";

/** Time for jobs at hand to end after SIGTERM, and the longest that ending takes in all. */
const GRACE_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 1_400;

const env = bootEnv();
if (env.DATABASE_URL.startsWith("pglite:")) {
  throw new Error(
    "The embedded database belongs to one process, and the web process works its queues. A worker of its own needs DATABASE_URL to name a PostgreSQL server.",
  );
}
const app = await createApp(env, { isWorker: true });
const stopped = new AbortController();
await workQueues(app);
void tickUntil(app, stopped.signal);
app.log.info({}, "Amends is working its queues");

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    stopped.abort();
    // What is still under way by then is taken over by another worker.
    setTimeout(() => process.exit(0), LONGEST_MILLISECONDS).unref();
    void app.close(GRACE_MILLISECONDS).then(() => process.exit(0));
  });
}
