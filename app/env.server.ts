import { z } from "zod";

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => protocols.some((protocol) => text.startsWith(protocol)), `must start with ${protocols.join(" or ")}`);

const encryptionKeys = z
  .string()
  .transform((text) => text.split(",").map((key) => key.trim()))
  .refine(
    (keys) => keys.every((key) => Buffer.from(key, "base64").length === 32),
    "must be one or more base64 keys of 32 bytes, newest first, joined by commas",
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SHOPIFY_APP_URL: url(["https://", "http://localhost", "http://127.0.0.1"]),
  SCOPES: z.string().min(1),
  TOKEN_ENCRYPTION_KEYS: encryptionKeys,
  /** Another address of EasyPost's API, for a stand-in of it. */
  EASYPOST_URL: url(["https://", "http://localhost", "http://127.0.0.1"]).default("https://api.easypost.com/v2/"),
  SMTP_URL: url(["smtp://", "smtps://"]),
  MAIL_FROM: z.email(),
  DATABASE_URL: url(["postgres://", "postgresql://", "pglite:"]).default("pglite:.data/db"),
  DATABASE_OWNER_URL: url(["postgres://", "postgresql://"]).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  SWEEP_INTERVAL_MS: z.coerce.number().int().min(50).default(5_000),
  OPS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/** Reads the environment once at boot and fails naming every variable that is missing or wrong. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${source[name] === undefined || source[name] === "" ? "is missing" : issue.message}`;
  });
  throw new Error(`The environment is not complete. Set these variables (README, "Configuration"):\n${problems.join("\n")}`);
}

/** The environment of a starting process: what is missing is printed plainly, and the process ends. */
export function bootEnv(): Env {
  try {
    return readEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
