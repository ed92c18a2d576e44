// Baseline: Shopify's template. `authenticate.webhook` in a Remix route, the session in the database by Prisma, one Prisma insert.
import "@shopify/shopify-app-remix/adapters/node";
import { PrismaPg } from "@prisma/adapter-pg";
import prismaPackage from "@prisma/client";
import { createRequestHandler } from "@remix-run/express";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { Session } from "@shopify/shopify-api";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import express from "express";
import pg from "pg";

const SHOP_ID = "0190a000-0000-7000-8000-00000000be9c";
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query("create table if not exists template_session (id text primary key, shop text not null, properties text not null)");
const prisma = new prismaPackage.PrismaClient({ adapter: new PrismaPg(pool) });

const sessions = {
  storeSession: async (session: Session) => {
    const properties = JSON.stringify(session.toPropertyArray(true));
    await prisma.$executeRaw`insert into template_session values (${session.id}, ${session.shop}, ${properties}) on conflict (id) do update set properties = excluded.properties`;
    return true;
  },
  loadSession: async (id: string) => {
    const [row] = await prisma.$queryRaw<{ properties: string }[]>`select properties from template_session where id = ${id}`;
    return row ? Session.fromPropertyArray(JSON.parse(row.properties) as [string, string][], true) : undefined;
  },
  deleteSession: async () => true,
  deleteSessions: async () => true,
  findSessionsByShop: async () => [],
};

const shopify = shopifyApp({
  apiKey: process.env.SHOPIFY_API_KEY ?? "",
  apiSecretKey: process.env.SHOPIFY_API_SECRET ?? "",
  apiVersion: ApiVersion.July26,
  scopes: ["read_orders"],
  appUrl: process.env.SHOPIFY_APP_URL ?? "",
  sessionStorage: sessions,
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
});

const shop = "bench.myshopify.com";
await sessions.storeSession(
  new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    accessToken: "token",
    scope: "read_orders",
    expires: new Date(Date.now() + 3_600_000),
  }),
);

async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { topic, webhookId, payload } = await shopify.authenticate.webhook(request);
  const at = new Date();
  await prisma.webhookInbox.create({
    data: {
      shopId: SHOP_ID,
      id: crypto.randomUUID(),
      topic,
      subscription: "",
      eventId: webhookId,
      webhookId,
      triggeredAt: at,
      receivedAt: at,
      payload: JSON.stringify(payload),
    },
  });
  return new Response();
}

const root = { id: "root", path: "", module: { default: () => null } };
const build = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: { root, webhooks: { id: "webhooks", parentId: "root", path: "webhooks", module: { action } } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  isSpaMode: false,
  mode: "production",
} as unknown as ServerBuild;

const app = express();
app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(process.env.PORT), "127.0.0.1");
