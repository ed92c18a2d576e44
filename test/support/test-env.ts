import { randomBytes } from "node:crypto";
import type { Env } from "#app/env.server.ts";
import { readEnv } from "#app/env.server.ts";

export const TEST_API_SECRET = "a-secret-that-only-tests-know";

/** A complete environment for a process under test. */
export function testEnv(overrides: Partial<Record<keyof Env, string>> = {}): Env {
  return readEnv({
    NODE_ENV: "test",
    SHOPIFY_API_KEY: "test-key",
    SHOPIFY_API_SECRET: TEST_API_SECRET,
    SHOPIFY_APP_URL: "https://amends.test",
    SCOPES: "read_orders,write_orders,read_returns,write_returns,read_customers,read_products",
    TOKEN_ENCRYPTION_KEYS: randomBytes(32).toString("base64"),
    SMTP_URL: "smtp://127.0.0.1:2525",
    MAIL_FROM: "care@amends.test",
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    SWEEP_INTERVAL_MS: "50",
    ...overrides,
  });
}
