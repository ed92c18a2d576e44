// `npm run demo [-- --fresh] [-- --port 4100]`. Runs on a fresh clone, so it uses nothing but what Node 20 itself has.
import { spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap, nodeBinary, root, toolEnvironment } from "../../support/bootstrap.mjs";
import { followParent } from "./follow-parent.mjs";

const DEFAULT_PORT = 4000;

/** One port after the other, from `--port` on. */
const PURPOSES = ["storefront and admin", "app as the browser sees it", "app", "TLS proxy", "mail", "clock", "carrier"];

const HELP = `npm run demo                  start the demo, with the data of last time
npm run demo -- --fresh       start over
npm run demo -- --port 4100   use the ports from 4100 on (default ${DEFAULT_PORT})
npm run demo -- --data folder keep the data there (default .data)`;

function readArguments(given) {
  const options = { fresh: false, port: DEFAULT_PORT, data: ".data" };
  for (let index = 0; index < given.length; index += 1) {
    const [name, inline] = given[index].split("=");
    if (name === "--fresh") options.fresh = true;
    else if (name === "--data") options.data = inline ?? given[(index += 1)] ?? ".data";
    else if (name === "--port") {
      options.port = Number(inline ?? given[(index += 1)]);
      if (!Number.isInteger(options.port) || options.port < 1024 || options.port > 65_529)
        throw new Error("--port needs a number from 1024 to 65529");
    } else throw new Error(`Unknown option ${name}.\n\n${HELP}`);
  }
  return options;
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

async function requirePorts(first) {
  for (const [offset, purpose] of PURPOSES.entries()) {
    const port = first + offset;
    if (await isFree(port, "127.0.0.1")) continue;
    throw new Error(`Port ${port} (${purpose}) is taken. Stop what uses it, or choose other ports: npm run demo -- --port ${first + 100}`);
  }
}

async function main() {
  if (process.argv.includes("--help")) return console.log(HELP);
  const options = readArguments(process.argv.slice(2));
  await requirePorts(options.port);
  bootstrap();
  const demo = path.join(path.dirname(fileURLToPath(import.meta.url)), "main.ts");
  const child = spawn(
    nodeBinary(),
    ["--disable-warning=ExperimentalWarning", demo, String(options.port), options.fresh ? "fresh" : "keep", options.data],
    { cwd: root, env: toolEnvironment(), stdio: "inherit" },
  );
  // Ctrl-C in a terminal reaches the child as well; told twice within a moment it ends once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env["npm_lifecycle_event"] !== undefined) followParent(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
