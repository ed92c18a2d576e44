import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { scene, type Scene } from "./scene.ts";

const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";

let on: Scene;

beforeEach(async () => {
  on = await scene();
});
afterEach(() => on.close());

interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
  error?: string;
}

async function ask(body: Record<string, unknown>): Promise<{ status: number; tokens: Tokens }> {
  const client = { client_id: on.standIn.world.options.apiKey, client_secret: on.standIn.world.options.apiSecret };
  const request = new Request(`https://${on.standIn.shop}/admin/oauth/access_token`, {
    method: "POST",
    body: JSON.stringify({ ...client, ...body }),
  });
  const response = await on.standIn.handle(request);
  return { status: response.status, tokens: (await response.json()) as Tokens };
}

async function exchange(subject: string): Promise<{ status: number; tokens: Tokens }> {
  const grant = "urn:ietf:params:oauth:grant-type:token-exchange";
  return ask({ grant_type: grant, subject_token: subject, requested_token_type: OFFLINE, expiring: "1" });
}

async function works(token: string): Promise<boolean> {
  const headers = { "x-shopify-access-token": token };
  const body = JSON.stringify({ query: "{ shop { name } }" });
  const request = new Request(`https://${on.standIn.shop}/admin/api/2026-07/graphql.json`, { method: "POST", headers, body });
  return (await on.standIn.handle(request)).status === 200;
}

describe("token exchange", () => {
  test("a session token becomes an offline token that lasts an hour", async () => {
    const { tokens } = await exchange(await on.standIn.sessionToken());
    expect(tokens).toMatchObject({ expires_in: 3600, refresh_token: expect.stringMatching(/^shprt_/) as string });
    expect(await works(tokens.access_token)).toBe(true);
    await on.standIn.control.clock({ advance: "PT61M" });
    expect(await works(tokens.access_token)).toBe(false);
  });

  test("a stale, foreign or forged session token is an invalid subject token", async () => {
    const stale = await on.standIn.sessionToken();
    await on.standIn.control.clock({ advance: "PT2M" });
    const elsewhere = await scene({ apiSecret: "another" });
    for (const subject of [stale, await elsewhere.standIn.sessionToken(), "nonsense"]) {
      const { status, tokens } = await exchange(subject);
      expect([status, tokens.error]).toEqual([400, "invalid_subject_token"]);
    }
    await elsewhere.close();
  });

  test("a wrong client secret is refused", async () => {
    const { status, tokens } = await ask({ client_secret: "wrong", grant_type: "refresh_token", refresh_token: "x" });
    expect([status, tokens.error]).toEqual([401, "invalid_client"]);
  });
});

describe("refreshing", () => {
  test("the refresh token rotates; the old one works until the new access token was used", async () => {
    const { tokens } = await exchange(await on.standIn.sessionToken());
    const first = await ask({ grant_type: "refresh_token", refresh_token: tokens.refresh_token });
    expect(first.tokens.refresh_token).not.toBe(tokens.refresh_token);
    const repeated = await ask({ grant_type: "refresh_token", refresh_token: tokens.refresh_token });
    expect(repeated.status).toBe(200);
    expect(await works(repeated.tokens.access_token)).toBe(true);
    const late = await ask({ grant_type: "refresh_token", refresh_token: tokens.refresh_token });
    expect([late.status, late.tokens.error]).toEqual([400, "invalid_grant"]);
  });

  test("uninstalling ends every token at once and asks for the shop's deletion after 48 hours", async () => {
    const { tokens } = await exchange(await on.standIn.sessionToken());
    on.standIn.control.uninstall();
    expect(await works(tokens.access_token)).toBe(false);
    expect((await ask({ grant_type: "refresh_token", refresh_token: tokens.refresh_token })).status).toBe(400);
    await on.standIn.control.clock({ advance: "PT49H" });
    expect(on.received.map(({ topic }) => topic)).toEqual(["app/uninstalled", "shop/redact"]);
    await exchange(await on.standIn.sessionToken());
    expect(on.standIn.world.firstShop.installation.installed).toBe(true);
  });
});
