// `npm test [-- vitest arguments]` on PGlite, `npm run test:postgres` on a throw-away PostgreSQL server.
import { spawn } from "node:child_process";
import { bootstrap, nodeBinary, root, toolEnvironment } from "./bootstrap.mjs";

const onPostgres = process.argv[2] === "--postgres";
const vitestArguments = process.argv.slice(onPostgres ? 3 : 2);

bootstrap();

const environment = {};
let stop = async () => {};
if (onPostgres) {
  const { startPostgres } = await import("./postgres-server.mjs");
  const server = await startPostgres();
  stop = server.stop;
  environment.TEST_DATABASE_URL = server.url;
  console.log(`PostgreSQL ${server.version} on a temporary folder, port ${server.port}`);
}

const report = `test-output/${onPostgres ? "postgres" : "pglite"}.json`;
const vitest = spawn(
  nodeBinary(),
  ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...vitestArguments],
  { cwd: root, env: toolEnvironment(environment), stdio: ["ignore", "inherit", "inherit"] },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => vitest.kill(signal));
const code = await new Promise((resolve) => {
  vitest.on("exit", (status) => resolve(status ?? 1));
  vitest.on("error", (error) => {
    console.error(error.message);
    resolve(1);
  });
});
await stop();
process.exit(code);
