import pg from "pg";
import { scriptArguments } from "#test/support/app-process.ts";
import { SHOP, webhookLoad } from "./load.ts";
import { startServer, type RunningServer } from "./servers.ts";
import { median, whole, type Row } from "./table.ts";

const ROUNDS = 3;
const SECONDS = 6;

/** Accepted webhooks per second of the whole app against two baselines, all on one PostgreSQL with durable commits. */
export async function benchWebhooks(databaseUrl: string): Promise<Row[]> {
  const ours = await startServer({ command: scriptArguments("start"), port: 4711, databaseUrl, readyPath: "/healthz" });
  await registerShop(databaseUrl);
  const bare = await startServer({ command: ["test/bench/baselines/bare-express.ts"], port: 4712, databaseUrl, readyPath: "/healthz" });
  const template = await startServer({ command: ["test/bench/baselines/template-way.ts"], port: 4713, databaseUrl, readyPath: "/healthz" });
  try {
    const rates = await alternate({ ours, bare, template });
    const calm = await webhookLoad(`${ours.url}/webhooks`, SECONDS * 2, Math.round(rates.ours * 0.7));
    const webMemory = ours.residentMegabytes();
    const worker = await startServer({ command: scriptArguments("worker"), port: 4714, databaseUrl });
    await drained(databaseUrl);
    const workerMemory = worker.residentMegabytes();
    await worker.stop();
    return [...rateRows(rates), latencyRow(calm.p99), memoryRow("web", webMemory), memoryRow("worker", workerMemory)];
  } finally {
    await Promise.all([ours.stop(), bare.stop(), template.stop()]);
  }
}

interface Rates {
  readonly ours: number;
  readonly bare: number;
  readonly template: number;
}

/** The three take turns, so that whatever else the machine does meets them alike. */
async function alternate(servers: Record<keyof Rates, RunningServer>): Promise<Rates> {
  const seen: Record<keyof Rates, number[]> = { ours: [], bare: [], template: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of ["ours", "bare", "template"] as const) {
      const { perSecond, refused } = await webhookLoad(`${servers[name].url}/webhooks`, SECONDS);
      if (refused > 0) throw new Error(`${name} refused ${refused} webhooks`);
      // The first round warms up.
      if (round > 0) seen[name].push(perSecond);
    }
  }
  return { ours: median(seen.ours), bare: median(seen.bare), template: median(seen.template) };
}

function rateRows({ ours, bare, template }: Rates): Row[] {
  const row = (baseline: string, against: number, goal: number): Row => ({
    what: "accepted webhooks, inbox row and job durable",
    figure: whole(ours, "/s"),
    baseline: `${baseline}: ${whole(against, "/s")}`,
    ratio: `${(ours / against).toFixed(2)}×`,
    goal: `≥ ${goal}×`,
    isMet: ours / against >= goal,
  });
  return [row("bare Express, one pg insert", bare, 0.6), row("authenticate.webhook, one Prisma insert", template, 5)];
}

function latencyRow(p99: number): Row {
  return { what: "webhook p99 at 70 % of our own maximum", figure: whole(p99, "ms"), goal: "≤ 100 ms", isMet: p99 <= 100 };
}

function memoryRow(name: string, megabytes: number): Row {
  return {
    what: `memory of the ${name} process after the load`,
    figure: whole(megabytes, "MB"),
    goal: "≤ 350 MB",
    isMet: megabytes <= 350,
  };
}

async function registerShop(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("select amends_register_shop($1, $2, $3)", [
    "0190a000-0000-7000-8000-00000000be9c",
    SHOP,
    new Date("2026-11-01T00:00:00Z"),
  ]);
  await client.end();
}

/** The worker takes up what the load left, for at most half a minute: its memory is asked while it is busy. */
async function drained(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (let second = 0; second < 30; second += 1) {
    const { rows } = await client.query<{ left: number }>(
      "select count(*)::int as left from pgboss.job where state in ('created', 'active')",
    );
    if (rows[0]?.left === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  await client.end();
}
