import { describe, expect, test } from "vitest";
import { readEnv } from "#app/env.server.ts";

const COMPLETE = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://amends.example.com",
  SCOPES: "read_orders",
  TOKEN_ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
  SMTP_URL: "smtp://localhost:25",
  MAIL_FROM: "care@example.com",
};

describe("the environment at boot", () => {
  test("is complete with the seven variables that have no default", () => {
    expect(readEnv(COMPLETE)).toMatchObject({ PORT: 3000, DATABASE_URL: "pglite:.data/db", NODE_ENV: "production" });
  });

  test("names every variable that is missing or empty, all at once", () => {
    const names = Object.keys(COMPLETE);
    const fails = () => readEnv({ SCOPES: "" });
    for (const name of names) expect(fails).toThrow(`${name}: is missing`);
  });

  test.each([
    ["TOKEN_ENCRYPTION_KEYS", "c2hvcnQ=", "32 bytes"],
    ["SHOPIFY_APP_URL", "http://amends.example.com", "must start with"],
    ["DATABASE_URL", "mysql://localhost", "must start with"],
    ["PORT", "eighty", "PORT"],
    ["MAIL_FROM", "not an address", "MAIL_FROM"],
  ])("refuses %s=%s and says why", (name, value, words) => {
    expect(() => readEnv({ ...COMPLETE, [name]: value })).toThrow(words);
  });
});
