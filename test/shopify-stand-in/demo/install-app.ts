import { setTimeout as sleep } from "node:timers/promises";
import type { StandIn } from "../create-stand-in.ts";
import { signAdminQuery } from "../signing.ts";

const IMPORT_MS = 180_000;

/** The app answers robots with 410. */
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

export interface Installing {
  standIn: StandIn;
  /** Where the app answers a browser. */
  appUrl: string;
  /** Where it listens itself. */
  opsUrl: string;
  tell: (progress: string) => void;
}

/** What a merchant does: open the app once. It exchanges the session token for its own and begins to read the shop's history. */
export async function installApp({ standIn, appUrl, opsUrl, tell }: Installing): Promise<void> {
  standIn.control.install();
  const host = Buffer.from(`admin.shopify.com/store/${standIn.shop.replace(".myshopify.com", "")}`)
    .toString("base64")
    .replace(/=+$/, "");
  const query = new URLSearchParams({
    embedded: "1",
    shop: standIn.shop,
    host,
    id_token: await standIn.sessionToken(),
    locale: "en",
    session: "install",
    timestamp: String(Math.floor(standIn.now().getTime() / 1000)),
  });
  query.set("hmac", signAdminQuery(query, standIn.world.options.apiSecret));
  const answer = await fetch(`${appUrl}/app?${query.toString()}`, {
    headers: { accept: "text/html", "user-agent": BROWSER },
    signal: AbortSignal.timeout(60_000),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} when it was opened for the first time.`);
  await importFinished(standIn, opsUrl, tell);
}

interface Work {
  jobs: { waiting: number; active: number };
  inbox: { pending: number };
}

/** Waits until the app has asked for the history, got it, and has nothing left to do. */
async function importFinished(standIn: StandIn, opsUrl: string, tell: (progress: string) => void): Promise<void> {
  const deadline = performance.now() + IMPORT_MS;
  const shop = standIn.world.firstShop;
  for (let calm = 0; calm < 3;) {
    const operations = [...shop.bulkOperations.values()];
    const done = operations.filter(({ status }) => status === "COMPLETED").length;
    const work = await readWork(opsUrl);
    const open = work ? work.jobs.waiting + work.jobs.active + work.inbox.pending : 0;
    const isCalm = open === 0 && operations.length > 0 && done === operations.length;
    calm = isCalm ? calm + 1 : 0;
    tell(
      operations.length === 0
        ? "waiting for the app to ask for the history"
        : `${done} of ${operations.length} exports read, ${open} jobs to do`,
    );
    if (performance.now() > deadline) return tell("the import goes on in the background");
    await sleep(250);
  }
}

async function readWork(opsUrl: string): Promise<Work | undefined> {
  try {
    const answer = await fetch(`${opsUrl}/ops/work`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as Work) : undefined;
  } catch {
    return undefined;
  }
}
