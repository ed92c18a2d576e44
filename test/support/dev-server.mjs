// What `shopify app dev` starts (shopify.web.toml): builds, serves, and does both again whenever a file of the app changes.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { bootstrap, nodeBinary, root, toolEnvironment } from "./bootstrap.mjs";

bootstrap();

// The Shopify CLI sets HOST to the tunnel's URL, while Amends means the address to listen on.
const environment = toolEnvironment({
  NODE_ENV: "development",
  HOST: "127.0.0.1",
  SHOPIFY_APP_URL: process.env.SHOPIFY_APP_URL || process.env.HOST,
  TOKEN_ENCRYPTION_KEYS: process.env.TOKEN_ENCRYPTION_KEYS || developerKey(),
  SMTP_URL: process.env.SMTP_URL || "smtp://127.0.0.1:1025",
  MAIL_FROM: process.env.MAIL_FROM || "amends@localhost.localdomain",
});

let server;
let pending;
if (!restart()) process.exit(1);
for (const folder of ["app", "prisma"]) watch(path.join(root, folder), { recursive: true }, scheduleRestart);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop().then(() => process.exit(0)));

/** One key per working copy, so that tokens stored yesterday can still be read today. */
function developerKey() {
  const file = path.join(root, ".data", "developer.key");
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

/** An editor writes several files at once; they are one change. */
function scheduleRestart() {
  clearTimeout(pending);
  pending = setTimeout(() => stop().then(restart), 200);
}

function restart() {
  bootstrap();
  const built = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, env: environment, stdio: ["ignore", "ignore", "inherit"] });
  if (built.status !== 0) return false;
  server = spawn(nodeBinary(), ["--enable-source-maps", "build/main/server.js"], { cwd: root, env: environment, stdio: "inherit" });
  return true;
}

async function stop() {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once("exit", resolve));
  running.kill("SIGTERM");
  await ended;
}
