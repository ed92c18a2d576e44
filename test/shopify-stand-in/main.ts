import { createStandIn } from "./create-stand-in.ts";

const DEFAULT_PORT = 4000;

/** Settings of a stand-in that runs on its own; the demo's launcher makes one in its own process instead. */
function setting(name: string): string | undefined {
  const flag = process.argv.indexOf(`--${name}`);
  return flag > 0 ? process.argv[flag + 1] : process.env[`STAND_IN_${name.toUpperCase().replaceAll("-", "_")}`];
}

if (process.env["NODE_ENV"] === "production") throw new Error("The Shopify stand-in does not run in production");

const main = Number(setting("port") ?? DEFAULT_PORT);
const port = (name: string, offset: number): number => Number(setting(`${name}-port`) ?? (main === 0 ? 0 : main + offset));
const given = {
  apiKey: setting("api-key"),
  apiSecret: setting("api-secret"),
  appTarget: setting("app"),
  stateFile: setting("state"),
};
const shops = setting("shops")?.split(",");

try {
  const standIn = await createStandIn({
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(shops ? { shops } : {}),
    ports: { main, proxy: port("proxy", 1), smtp: port("smtp", 2), clock: port("clock", 3) },
    webhookConcurrency: 8,
  });
  const environment = Object.entries(standIn.appEnvironment()).map(([name, value]) => `  ${name}=${value}`);
  process.stdout.write(
    `Shopify stand-in: http://localhost:${standIn.ports.main}/control/info\nEnvironment for the app:\n${environment.join("\n")}\n`,
  );
  let isClosing = false;
  const end = (): void => {
    if (isClosing) return;
    isClosing = true;
    void standIn.close().then(() => process.exit(0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
