import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createStandIn, type StandIn } from "../create-stand-in.ts";
import { mugs } from "./scene.ts";

let folder: string;
let standIn: StandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  standIn = await createStandIn({
    stateFile: join(folder, "state.json"),
    ports: { main: 0, proxy: 0, smtp: 0, clock: 0 },
    appTarget: "http://127.0.0.1:9",
  });
});
afterEach(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program as the app's process would run: through the proxy, on the stand-in's clock. */
async function program(source: string): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], { env: { ...process.env, ...standIn.appEnvironment() } });
  let output = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (output += part.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  return output.trim();
}

async function smallApp(answer: (path: string) => string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => response.end(answer(request.url ?? "/")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const control = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> =>
  (await fetch(`http://127.0.0.1:${standIn.ports.main ?? 0}/control/${path}`, init)).json() as Promise<Record<string, unknown>>;

describe("an app process that knows of no stand-in", () => {
  test("reaches the shop's real address through the proxy, its own public host too, and nothing else", async () => {
    const app = await smallApp((path) => `app at ${path}`);
    standIn.setApp(app.url);
    const token = standIn.accessToken();
    const output = await program(`
      const api = await fetch("https://${standIn.shop}/admin/api/2026-07/graphql.json", {
        method: "POST", headers: { "x-shopify-access-token": "${token}" }, body: JSON.stringify({ query: "{ shop { myshopifyDomain } }" }) });
      console.log((await api.json()).data.shop.myshopifyDomain);
      console.log(await (await fetch("https://amends.test/hello")).text());
      console.log(await fetch("https://example.com/").then(() => "reached", () => "refused"));`);
    expect(output.split("\n")).toEqual([standIn.shop, "app at /hello", "refused"]);
    app.server.close();
  });

  test("sees the stand-in's time from its first line on, and real timers", async () => {
    await standIn.control.clock({ advance: "P10D" });
    const output = await program(`
      const started = Date.now();
      const real = performance.timeOrigin + performance.now();
      console.log(Math.round((started - real) / 86_400_000), new Date() instanceof Date, new Date(5).getTime(), Date.UTC(1970, 0, 1), structuredClone(new Date()) instanceof Date);
      class Moment extends Date {}
      console.log(Math.abs(new Moment().getTime() - started) < 5000, Object.prototype.toString.call(new Date()));`);
    expect(output.split("\n")).toEqual(["10 true 5 0 true", "true [object Date]"]);
  });

  test("moving the clock is over only when the process has the new time", async () => {
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", `process.stdin.on("data", () => console.log(new Date().toISOString())); console.log("up");`],
      { env: { ...process.env, ...standIn.appEnvironment() } },
    );
    const lines: string[] = [];
    child.stdout.on("data", (part: Buffer) => lines.push(...part.toString().trim().split("\n")));
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBe(1);
    const { now } = await standIn.control.clock({ advance: "P30D" });
    child.stdin.write("now?\n");
    await expect.poll(() => lines.length).toBe(2);
    expect(new Date(lines[1] ?? 0).getTime() - new Date(now).getTime()).toBeLessThan(5000);
    expect(new Date(lines[1] ?? 0).getTime()).toBeGreaterThanOrEqual(new Date(now).getTime());
    child.kill();
  });
});

describe("mail", () => {
  test("is caught with its text, links and headers, and can be read and cleared", async () => {
    const transport = nodemailer.createTransport({ host: "127.0.0.1", port: standIn.ports.smtp ?? 0, secure: false });
    await transport.sendMail({
      from: "shop@example.com",
      to: "Ada <ada@example.com>",
      subject: "Your parcel is late — 对不起",
      text: "See https://example.com/plain",
      html: '<p>See <a href="https://example.com/status?a=1&amp;b=2">status</a></p>',
      headers: { "List-Unsubscribe": "<https://example.com/u>" },
    });
    const { mails } = await control("mailbox?to=ADA@example.com");
    expect(mails).toMatchObject([
      {
        to: ["ada@example.com"],
        from: "shop@example.com",
        subject: "Your parcel is late — 对不起",
        links: ["https://example.com/status?a=1&b=2"],
        headers: { "list-unsubscribe": "<https://example.com/u>" },
      },
    ]);
    expect(await control("mailbox?to=bob@example.com")).toEqual({ mails: [] });
    await control("mailbox", { method: "DELETE" });
    expect(await control("mailbox")).toEqual({ mails: [] });
  });
});

describe("keeping state", () => {
  test("a second start has the orders, tokens, mails, ids and time of the first", async () => {
    const [order] = standIn.control.orders(mugs());
    const token = standIn.accessToken();
    await standIn.control.clock({ advance: "PT30M" });
    const before = standIn.now();
    await standIn.close();
    standIn = await createStandIn({ stateFile: join(folder, "state.json") });
    expect(standIn.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
    const again = await standIn.graphql("query ($id: ID!) { order(id: $id) { name } }", { id: order?.id });
    expect(again.data).toEqual({ order: { name: "#1001" } });
    const headers = { "x-shopify-access-token": token };
    const request = new Request(`https://${standIn.shop}/admin/api/2026-07/graphql.json`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query: "{ shop { id } }" }),
    });
    expect((await standIn.handle(request)).status).toBe(200);
    expect(standIn.control.orders(mugs())[0]?.name).toBe("#1002");
  });

  test("a port that is taken is named", async () => {
    const port = standIn.ports.main ?? 0;
    await expect(createStandIn({ ports: { main: port } })).rejects.toThrow(
      `Port ${port} (control API and pages of the Shopify stand-in) is taken`,
    );
  });
});
