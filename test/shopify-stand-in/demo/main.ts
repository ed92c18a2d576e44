import { existsSync } from "node:fs";
import path from "node:path";
import { builtApp } from "../../support/built-app.ts";
import { openWorld, type BuiltWorld } from "../../support/built-world.ts";
import { projectRoot } from "../../support/tracked-files.ts";
import { portsFrom } from "../../support/world-ports.ts";
import { APP_LOG, appLog } from "./app-log.ts";
import { plantDemo } from "./plant-demo.ts";
import { Progress } from "./progress.ts";
import { setUpShop } from "./set-up-shop.ts";
import { DATA, readSecrets, wipeData } from "./settings.ts";

const [firstPort = "4000", keep = "keep"] = process.argv.slice(2);
let world: BuiltWorld | undefined;
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
  await world?.close();
  process.exit(code);
}

async function open(progress: Progress): Promise<BuiltWorld> {
  const isFirst = !existsSync(path.join(DATA, "stand-in", "state.json"));
  progress.begin(isFirst ? "Making the demo shop" : "Opening the demo shop");
  const opened = await openWorld({
    kept: { folder: DATA, keys: readSecrets() },
    ports: portsFrom(Number(firstPort)),
    logLevel: "info",
    watch: {
      onLine: appLog(),
      onUnasked: (code) => {
        if (closingSince !== undefined) return;
        process.stderr.write(`The app ended by itself (exit code ${code}). Its log is in ${APP_LOG}.\n`);
        void close(1);
      },
    },
  });
  const { standIn, faces } = opened;
  // So that a slip can be scanned with the camera of whoever looks.
  faces.admin.allowCamera();
  if (isFirst) {
    plantDemo(standIn, faces);
    const { products, customers, orders } = standIn.world.firstShop;
    progress.done(`${products.size} products, ${customers.size} customers, ${orders.size} orders`);
  } else progress.done(`the clock shows ${standIn.now().toISOString().slice(0, 16).replace("T", " ")} UTC`);
  return opened;
}

function printUrls({ standInUrl, easyPost: { url: carrierUrl } }: BuiltWorld, seconds: string): void {
  const rows = [
    ["Storefront", `${standInUrl}/`, "a shop to order in and to return to"],
    ["Shopify admin", `${standInUrl}/admin/apps/amends`, "the app, as a merchant sees it"],
    ["Mailbox", `${standInUrl}/mailbox`, "every message that would have been sent"],
    ["Carrier", `${carrierUrl}/`, "labels that were bought, and where their parcels are"],
    ["Control", `${standInUrl}/control`, "time, orders, parcels, faults"],
  ];
  const lines = rows.map(([name = "", url = "", what = ""]) => `  ${name.padEnd(14)} ${url.padEnd(42)} ${what}`);
  process.stdout.write(
    `\nAmends is running (after ${seconds} s):\n\n${lines.join("\n")}\n\n  Ctrl-C ends everything; the data stays in ${path.relative(projectRoot, DATA)}/ (npm run demo -- --fresh starts over).\n\n`,
  );
}

async function main(): Promise<void> {
  const started = performance.now();
  const progress = new Progress(process.stdout);
  if (keep === "fresh") wipeData();
  progress.begin("Building the app, if something changed");
  await builtApp();
  progress.done("up to date");
  world = await open(progress);
  progress.begin("Starting the app");
  await world.start();
  progress.done("it answers");
  if (!world.standIn.world.firstShop.installation.installed) {
    progress.begin("Installing the app and importing the history");
    await world.install((text) => progress.tell(text));
    await setUpShop({ standIn: world.standIn, appUrl: world.appUrl });
    progress.done("done");
  }
  printUrls(world, ((performance.now() - started) / 1000).toFixed(0));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (closingSince === undefined) process.stdout.write("\nEnding…\n");
    void close(0);
  });
}
process.chdir(projectRoot);
main().catch((error: unknown) => {
  // What breaks because everything is being ended is no news.
  if (closingSince === undefined) process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  void close(1);
});
