// A throw-away PostgreSQL server from the binaries installed on this machine: own folder, own port, own password, gone afterwards.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const MISSING =
  "PostgreSQL 15 or newer is not installed here (no initdb in PATH, from pg_config, or under /usr/lib/postgresql). Install it, for example: apt-get install postgresql";

/** Settings that trade durability, which nobody needs from a folder that is deleted, for speed. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "128MB",
  log_min_messages: "fatal",
  timezone: "UTC",
};

/**
 * Starts a server and answers its superuser's URL. `settings` overrides single settings (a benchmark wants `fsync: "on"`).
 * The server ends with `stop()` and, whatever happens, with this process.
 */
export async function startPostgres({ settings = {} } = {}) {
  const binaries = findBinaries();
  const account = serverAccount();
  const folder = mkdtempSync(path.join(tmpdir(), "amends-postgres-"));
  const data = path.join(folder, "data");
  const password = randomBytes(18).toString("base64url");
  const passwordFile = path.join(folder, "password");
  mkdirSync(data);
  writeFileSync(passwordFile, password);
  for (const entry of [folder, data, passwordFile]) if (account) chownSync(entry, account.uid, account.gid);
  chmodSync(data, 0o700);
  const options = { cwd: folder, ...account, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  let server;
  const kill = () => {
    // SIGINT is PostgreSQL's fast shutdown; the folder goes only after the server has let go of it, or at the latest here.
    server?.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", kill);
  try {
    const created = spawnSync(
      path.join(binaries, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
      { ...options, encoding: "utf8" },
    );
    if (created.status !== 0) throw new Error(`initdb failed: ${created.stderr || created.error?.message}`);
    const port = await freePort();
    const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    server = spawn(path.join(binaries, "postgres"), ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder, ...flags], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await accepts(server, path.join(binaries, "pg_isready"), port);
    const stop = async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once("exit", resolve));
        server.kill("SIGINT");
        await ended;
      }
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, port, version: versionOf(binaries), stop };
  } catch (error) {
    process.off("exit", kill);
    kill();
    throw error;
  }
}

function findBinaries() {
  const fromConfig = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [
    ...versions.map((version) => path.join(packaged, version, "bin")),
    fromConfig,
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  const found = candidates.find((folder) => folder && existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")));
  if (!found) throw new Error(MISSING);
  const version = versionOf(found);
  if (Number.parseInt(version, 10) < 15) throw new Error(`${MISSING} (found only version ${version})`);
  return found;
}

function versionOf(binaries) {
  const text = spawnSync(path.join(binaries, "postgres"), ["--version"], { encoding: "utf8" }).stdout ?? "";
  return /(\d+(\.\d+)?)/.exec(text)?.[1] ?? "0";
}

/** PostgreSQL refuses to run as root: there it runs as the account that its package made, or failing that as "nobody". */
function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim()));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither an account 'postgres' nor 'nobody'.");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function accepts(server, isReady, port) {
  let output = "";
  server.stderr.on("data", (chunk) => (output = (output + chunk).slice(-4000)));
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended while starting: ${output}`);
    if (spawnSync(isReady, ["-q", "-h", "127.0.0.1", "-p", String(port), "-U", "postgres"]).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not accept connections within 30 s: ${output}`);
}
