import { createHmac, timingSafeEqual } from "node:crypto";
import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import type { App } from "./composition.server.ts";

/** Shopify's own payloads stay far below this; anything larger is not from Shopify. */
const LARGEST_BODY = "10mb";

const headers = z.object({
  "x-shopify-topic": z.string().min(1).max(100),
  "x-shopify-shop-domain": z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i),
  "x-shopify-webhook-id": z.string().min(1).max(200),
  "x-shopify-event-id": z.string().min(1).max(200).optional(),
  "x-shopify-triggered-at": z.iso.datetime({ offset: true }).optional(),
  "x-shopify-name": z.string().max(100).optional(),
});

/**
 * The webhook door: verify, record, 200. It stands before Remix because it needs the raw bytes, must work after an uninstall
 * (no session, no token refresh) and answers in one short transaction.
 */
export function webhookDoor(app: App): Router {
  const router = express.Router();
  const raw = express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false });
  router.post("/", raw, (request, response) => void receive(app, request, response));
  router.all("/", (_request, response) => void response.status(405).set("Allow", "POST").json({ error: "Webhooks are delivered by POST" }));
  return router;
}

async function receive(app: App, request: Request, response: Response): Promise<void> {
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!isSigned(app.env.SHOPIFY_API_SECRET, body, request.get("x-shopify-hmac-sha256"))) {
    response.status(401).json({ error: "The signature does not match the body" });
    return;
  }
  const parsed = headers.safeParse(request.headers);
  if (!parsed.success) {
    response
      .status(400)
      .json({ error: `Missing or malformed header: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}` });
    return;
  }
  const meta = parsed.data;
  const receivedAt = app.clock.now();
  try {
    const shopId = await app.shops.find(meta["x-shopify-shop-domain"].toLowerCase());
    // A shop that never installed has nothing here to change or erase, so there is nothing to record.
    if (shopId) {
      await app.inbox.write({
        shopId,
        receivedAt,
        webhook: {
          topic: meta["x-shopify-topic"],
          subscription: meta["x-shopify-name"] ?? "",
          eventId: meta["x-shopify-event-id"] ?? meta["x-shopify-webhook-id"],
          webhookId: meta["x-shopify-webhook-id"],
          triggeredAt: meta["x-shopify-triggered-at"] ? new Date(meta["x-shopify-triggered-at"]) : receivedAt,
          payload: body.toString("utf8").replaceAll("\u0000", ""),
        },
      });
    }
    response.status(200).end();
  } catch (error) {
    app.log.error({ error, topic: meta["x-shopify-topic"] }, "A webhook could not be recorded; Shopify will send it again");
    response.status(503).json({ error: "Not recorded, please send again" });
  }
}

function isSigned(secret: string, body: Buffer, signature: string | undefined): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature ?? "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
