// `npm test [-- vitest arguments]` on PGlite; `npm run test:postgres` runs what opens a database on a throw-away PostgreSQL server.
import { spawn } from "node:child_process";
import { bootstrap, nodeBinary, root, toolEnvironment } from "./bootstrap.mjs";

const onPostgres = process.argv[2] === "--postgres";
const vitestArguments = process.argv.slice(onPostgres ? 3 : 2);

let vitest;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => (vitest ? vitest.kill(signal) : process.exit(1)));

bootstrap();
const server = onPostgres ? await startServer() : undefined;
const code = await runVitest(server ? { TEST_DATABASE_URL: server.url } : {});
await server?.stop();
process.exit(code);

async function startServer() {
  const { startPostgres } = await import("./postgres-server.mjs");
  const started = await startPostgres();
  console.log(`PostgreSQL ${started.version} in a temporary folder, port ${started.port}`);
  return started;
}

function runVitest(environment) {
  const report = `test-output/${onPostgres ? "postgres" : "pglite"}.json`;
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...(onPostgres ? ["--project=worlds"] : []),
    ...vitestArguments,
  ];
  vitest = spawn(nodeBinary(), args, { cwd: root, env: toolEnvironment(environment), stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => {
    vitest.on("exit", (status) => resolve(status ?? 1));
    vitest.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
