import { timingSafeEqual } from "node:crypto";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { after } from "./domain/shared/time.ts";
import type { App } from "./composition.server.ts";
import { RECONCILE_EVERY } from "./jobs/ticker.server.ts";

/** How far the work of the whole installation has come. Times are the app's clock. */
export interface WorkStatus {
  readonly now: Date;
  /** Everything due until here is done or queued. */
  readonly sweptThrough: Date;
  readonly nextDueAt: Date | null;
  readonly jobs: { readonly waiting: number; readonly active: number; readonly failed: number };
  readonly inbox: { readonly pending: number };
}

/** For operators and their monitoring: reachable from the machine itself, or from elsewhere with OPS_TOKEN. */
export function opsRoutes(app: App): Router {
  const router = express.Router();
  router.use((request, response, next) => guard(app.env.OPS_TOKEN, { request, response, next }));
  router.get("/work", (_request, response, next) => {
    workStatus(app).then((status) => response.json(status), next);
  });
  return router;
}

/** Reads the queue and the due times; cheap enough to be asked several times a second. */
async function workStatus(app: App): Promise<WorkStatus> {
  const now = app.clock.now();
  const [load, due, stale, pending] = [
    await app.queue.load(),
    await app.shops.withDueWork(),
    await app.shops.notReconciledSince(after(now, -RECONCILE_EVERY)),
    await app.shops.openWebhooks(),
  ];
  const nextDueAt = stale.length > 0 ? now : (due[0]?.dueAt ?? null);
  const sweptThrough = nextDueAt && nextDueAt <= now ? after(nextDueAt, -1) : now;
  return { now, sweptThrough, nextDueAt, jobs: load, inbox: { pending } };
}

function guard(token: string | undefined, { request, response, next }: { request: Request; response: Response; next: NextFunction }): void {
  const isLocal = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "") && !request.get("x-forwarded-for");
  const given = Buffer.from(request.get("authorization")?.replace(/^Bearer /, "") ?? "");
  const expected = Buffer.from(token ?? "");
  const isAllowed = token ? given.length === expected.length && timingSafeEqual(given, expected) : isLocal;
  if (isAllowed) next();
  else response.status(404).json({ error: "Not found" });
}
