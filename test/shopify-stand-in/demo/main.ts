import { existsSync } from "node:fs";
import path from "node:path";
import { builtApp } from "../../support/built-app.ts";
import { createStandIn, type StandIn } from "../create-stand-in.ts";
import { appWindow } from "../faces/app-window.ts";
import { demoFaces, type Faces } from "../faces/demo-faces.ts";
import { closeServer, listen } from "../network/listen.ts";
import { DEMO_DOMAIN } from "../seed/demo-shop.ts";
import { plantDemoShop } from "../seed/plant.ts";
import { AppProcess } from "./app-process.ts";
import { installApp } from "./install-app.ts";
import { Progress } from "./progress.ts";
import { DATA, portsFrom, readSecrets, requestedScopes, ROOT, wipeData, type Secrets } from "./settings.ts";

const [firstPort = "4000", keep = "keep"] = process.argv.slice(2);
const ports = portsFrom(Number(firstPort));
const standInUrl = `http://localhost:${ports.main}`;
const appUrl = `http://localhost:${ports.window}`;
const closers: (() => Promise<void>)[] = [];
let closingSince: number | undefined;

/** The terminal and the launcher both pass a signal on; only what comes later than this was meant as a second one. */
const IMPATIENT_MS = 1_000;

/** Ends everything, the last started first: the app while the stand-in still answers it, then the stand-in, which saves itself. */
async function close(code: number): Promise<never> {
  if (closingSince !== undefined) {
    // Asked a second time, by somebody who does not want to wait.
    if (performance.now() - closingSince > IMPATIENT_MS) process.exit(1);
    return new Promise<never>(() => {});
  }
  closingSince = performance.now();
  for (const closer of closers.reverse()) await closer();
  process.exit(code);
}

async function startStandIn(secrets: Secrets, progress: Progress): Promise<StandIn> {
  const stateFile = path.join(DATA, "stand-in", "state.json");
  const isFirst = !existsSync(stateFile);
  progress.begin(isFirst ? "Making the demo shop" : "Opening the demo shop");
  let faces: Faces | undefined;
  const standIn = await createStandIn({
    apiKey: secrets.apiKey,
    apiSecret: secrets.apiSecret,
    scopes: requestedScopes(),
    shops: [{ domain: DEMO_DOMAIN, installed: false }],
    ports: { main: ports.main, proxy: ports.proxy, smtp: ports.smtp, clock: ports.clock },
    appTarget: `http://127.0.0.1:${ports.app}`,
    webhookConcurrency: 8,
    stateFile,
    faces: [demoFaces({ localAppUrl: appUrl, folder: path.dirname(stateFile) }, (made) => (faces = made))],
  });
  closers.push(() => standIn.close());
  if (isFirst && faces) {
    const { carrier } = faces;
    const shop = standIn.world.firstShop;
    plantDemoShop(shop, { now: standIn.now(), imageBase: `https://${DEMO_DOMAIN}`, onAhead: (id, steps) => carrier.expect(id, steps) });
    for (const order of shop.orders.values()) if (order.fulfillments.length === 0) carrier.packLater(order);
    carrier.save();
    standIn.world.save();
    progress.done(`${shop.products.size} products, ${shop.customers.size} customers, ${shop.orders.size} orders`);
  } else progress.done(`the clock shows ${standIn.now().toISOString().slice(0, 16).replace("T", " ")} UTC`);
  standIn.setUrls({ appUrl });
  return standIn;
}

function appEnvironment(standIn: StandIn, secrets: Secrets): Record<string, string> {
  const { NODE_OPTIONS: _preload, ...environment } = standIn.appEnvironment();
  return {
    ...environment,
    NODE_ENV: "production",
    PORT: String(ports.app),
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: appUrl,
    SCOPES: requestedScopes().join(","),
    DATABASE_URL: `pglite:${path.join(DATA, "db")}`,
    TOKEN_ENCRYPTION_KEYS: secrets.tokenKey,
    MAIL_FROM: "hello@fieldandthread.example",
    SWEEP_INTERVAL_MS: "200",
  };
}

async function startApp(standIn: StandIn, secrets: Secrets, progress: Progress): Promise<void> {
  const window = appWindow({ world: standIn.world, target: `http://127.0.0.1:${ports.app}`, standInUrl });
  await listen(window, ports.window, "app as the browser sees it");
  closers.push(() => closeServer(window));
  progress.begin("Starting the app");
  const app = new AppProcess(appEnvironment(standIn, secrets));
  closers.push(() => app.stop());
  process.on("exit", () => app.kill());
  void app.exited.then((code) => {
    if (app.isEnding || closingSince !== undefined) return;
    process.stderr.write(`The app ended by itself (exit code ${code}). Its log is in ${path.relative(ROOT, DATA)}/logs/app.log.\n`);
    void close(1);
  });
  await app.ready(`http://127.0.0.1:${ports.app}`);
  progress.done("it answers");
}

function printUrls(seconds: string): void {
  const rows = [
    ["Storefront", `${standInUrl}/`, "a shop to order in and to return to"],
    ["Shopify admin", `${standInUrl}/admin/apps/amends`, "the app, as a merchant sees it"],
    ["Mailbox", `${standInUrl}/mailbox`, "every message that would have been sent"],
    ["Control", `${standInUrl}/control`, "time, orders, parcels, faults"],
  ];
  const lines = rows.map(([name = "", url = "", what = ""]) => `  ${name.padEnd(14)} ${url.padEnd(42)} ${what}`);
  process.stdout.write(
    `\nAmends is running (after ${seconds} s):\n\n${lines.join("\n")}\n\n  Ctrl-C ends everything; the data stays in ${path.relative(ROOT, DATA)}/ (npm run demo -- --fresh starts over).\n\n`,
  );
}

async function main(): Promise<void> {
  const started = performance.now();
  const progress = new Progress(process.stdout);
  if (keep === "fresh") wipeData();
  const secrets = readSecrets();
  progress.begin("Building the app, if something changed");
  await builtApp();
  progress.done("up to date");
  const standIn = await startStandIn(secrets, progress);
  await startApp(standIn, secrets, progress);
  if (!standIn.world.firstShop.installation.installed) {
    progress.begin("Installing the app and importing the history");
    await installApp({ standIn, appUrl, opsUrl: `http://127.0.0.1:${ports.app}`, tell: (text) => progress.tell(text) });
    progress.done("done");
  }
  printUrls(((performance.now() - started) / 1000).toFixed(0));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (closingSince === undefined) process.stdout.write("\nEnding…\n");
    void close(0);
  });
}
process.chdir(ROOT);
main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  void close(1);
});
