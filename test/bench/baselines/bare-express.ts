// Baseline: verify the HMAC, insert one row by pg, 200. Nothing deduplicates and nothing is queued.
import { createHmac, timingSafeEqual } from "node:crypto";
import express from "express";
import pg from "pg";

const secret = process.env.SHOPIFY_API_SECRET ?? "";
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query("create table if not exists bare_webhook (id text primary key, topic text not null, payload text not null)");

const app = express();
app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
app.post("/webhooks", express.raw({ type: () => true }), (request, response) => {
  const body = request.body as Buffer;
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(request.get("x-shopify-hmac-sha256") ?? "", "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    response.status(401).end();
    return;
  }
  pool
    .query({
      name: "insert",
      text: "insert into bare_webhook (id, topic, payload) values ($1, $2, $3)",
      values: [request.get("x-shopify-event-id"), request.get("x-shopify-topic"), body.toString("utf8")],
    })
    .then(
      () => response.status(200).end(),
      () => response.status(500).end(),
    );
});
app.listen(Number(process.env.PORT), "127.0.0.1");
