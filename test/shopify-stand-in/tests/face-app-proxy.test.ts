import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { demoFaces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";

const SECRET = "proxy-secret";
const NOW = new Date("2026-11-22T10:00:00Z");

interface Seen {
  method: string;
  url: URL;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

let standIn: StandIn;
let app: http.Server;
let seen: Seen[];
let reply: (response: http.ServerResponse) => void;
let base: string;

beforeEach(async () => {
  seen = [];
  reply = (response) => void response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
  app = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      seen.push({
        method: request.method ?? "",
        url: new URL(request.url ?? "/", "http://app"),
        headers: request.headers,
        body: Buffer.concat(parts),
      });
      reply(response);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  standIn = await createStandIn({
    apiSecret: SECRET,
    now: NOW,
    frozen: true,
    shops: ["field-and-thread.myshopify.com"],
    ports: { main: 0 },
    appTarget: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    faces: [demoFaces({ localAppUrl: "http://localhost:1" })],
  });
  plantDemoShop(standIn.world.firstShop, { now: NOW, imageBase: "https://field-and-thread.myshopify.com" });
  base = `http://localhost:${standIn.ports.main ?? 0}`;
});

afterEach(async () => {
  await standIn.close();
  app.closeAllConnections();
  app.close();
});

/** Shopify's own description: decode, join repeats by commas, sort by key in byte order, join without a separator. */
function reference(parameters: URLSearchParams): string {
  const values: Record<string, string[]> = {};
  for (const [key, value] of parameters) if (key !== "signature") (values[key] ??= []).push(value);
  const text = Object.keys(values)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((key) => `${key}=${(values[key] ?? []).join(",")}`)
    .join("");
  return createHmac("sha256", SECRET).update(text).digest("hex");
}

const last = (): Seen => seen.at(-1) ?? expect.fail("the app was not asked");

describe("the app proxy", () => {
  test("signs what the visitor sent together with what Shopify adds", async () => {
    await fetch(`${base}/apps/returns/items?t=a%20b%26c&orderName=1&order_name=2&x=1&x=2&${encodeURIComponent("é")}=ü`);
    const { url } = last();
    expect(url.pathname).toBe("/proxy/items");
    expect(url.searchParams.get("shop")).toBe("field-and-thread.myshopify.com");
    expect(url.searchParams.get("path_prefix")).toBe("/apps/returns");
    expect(url.searchParams.get("timestamp")).toBe(String(NOW.getTime() / 1000));
    expect(url.searchParams.get("logged_in_customer_id")).toBe("");
    expect(url.searchParams.getAll("x")).toEqual(["1", "2"]);
    expect(url.searchParams.get("signature")).toBe(reference(url.searchParams));
  });

  test("names the signed-in customer, and passes no cookie in either direction", async () => {
    const customer = [...standIn.world.firstShop.customers.values()][0] ?? expect.fail();
    const signIn = await fetch(`${base}/account/login`, {
      method: "POST",
      body: new URLSearchParams({ email: customer.email ?? "" }),
      redirect: "manual",
    });
    const cookie = (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    reply = (response) => void response.writeHead(200, { "content-type": "application/json", "set-cookie": "a=b", "x-own": "1" }).end("{}");
    const answer = await fetch(`${base}/apps/returns`, { headers: { cookie, authorization: "Bearer x", "accept-language": "zh-CN" } });
    expect(last().url.searchParams.get("logged_in_customer_id")).toBe(customer.id.split("/").at(-1));
    expect(last().headers).not.toHaveProperty("cookie");
    expect(last().headers).not.toHaveProperty("authorization");
    expect(last().headers).toMatchObject({
      "accept-language": "zh-CN",
      "x-forwarded-host": "field-and-thread.myshopify.com",
      "x-forwarded-for": "127.0.0.1",
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("x-own")).toBe("1");
  });

  test("a forged or altered sign-in cookie is nobody's", async () => {
    await fetch(`${base}/apps/returns`, { headers: { cookie: "storefront_customer=7200000000001.00000000000000000000000000000000" } });
    expect(last().url.searchParams.get("logged_in_customer_id")).toBe("");
  });

  test("keeps a visitor's own logged_in_customer_id beside the true one, for the app to refuse", async () => {
    await fetch(`${base}/apps/returns?logged_in_customer_id=1`);
    const { url } = last();
    expect(url.searchParams.getAll("logged_in_customer_id")).toEqual(["1", ""]);
    expect(url.searchParams.get("signature")).toBe(reference(url.searchParams));
  });

  test("passes uploads on byte by byte", async () => {
    const form = new FormData();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    form.set("photo", new Blob([bytes], { type: "image/png" }), "shoe.png");
    await fetch(`${base}/apps/returns/photo`, { method: "POST", body: form });
    expect(last().method).toBe("POST");
    expect(last().headers["content-type"]).toContain("multipart/form-data");
    expect(last().body.includes(Buffer.from(bytes))).toBe(true);
  });

  test("renders application/liquid inside the theme, and alone when it asks for no layout", async () => {
    reply = (response) =>
      void response
        .writeHead(200, { "content-type": "application/liquid" })
        .end("<p>{{ shop.name }} · {{ 1250 | money }} · {{ request.locale.iso_code }}</p>");
    const page = await (await fetch(`${base}/zh-cn/apps/returns`)).text();
    expect(page).toContain("Field &amp; Thread");
    expect(page).toContain("<p>Field & Thread · $12.50 · zh-CN</p>");
    expect(page).toContain("</footer>");
    reply = (response) =>
      void response.writeHead(200, { "content-type": "application/liquid" }).end("{% layout none %}<p>{{ shop.name }}</p>");
    expect(await (await fetch(`${base}/apps/returns`)).text()).toBe("<p>Field & Thread</p>");
  });

  test("follows no redirect itself, and writes Shopify's addresses as the visitor can reach them", async () => {
    reply = (response) =>
      void response.writeHead(302, { location: "https://field-and-thread.myshopify.com/apps/returns/orders?t=1" }).end();
    const answer = await fetch(`${base}/apps/returns`, { redirect: "manual" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(`${base}/apps/returns/orders?t=1`);
    expect(seen).toHaveLength(1);
  });

  test("shows Shopify's error page when the app fails or does not answer", async () => {
    reply = (response) => void response.writeHead(500, { "content-type": "text/html" }).end("stack trace of the app");
    const failed = await fetch(`${base}/apps/returns`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain("stack trace");
    standIn.setApp("http://127.0.0.1:1");
    expect((await fetch(`${base}/apps/returns`)).status).toBe(502);
  });
});
