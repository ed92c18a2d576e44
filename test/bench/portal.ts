import http from "node:http";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { startBuiltWorld, type BuiltWorld } from "#test/support/built-world.ts";
import { median, percentile, type Row } from "./table.ts";
import { watchShopify, type ShopifyWatch } from "./watch-shopify.ts";

const GOAL = 40;
const SUBMIT_GOAL = 100;
const ROUNDS = 3;
const REQUESTS = 200;
const ORDERS = 10;
const SUBMITTED = 120;
const EMAIL = "jane@example.com";
const emailOf = (number: number) => `submit${number}@example.com`;
const NOW = new Date("2026-03-15T12:00:00Z");

/** One request: what it took as Shopify's proxy sees it, and how much of that the stand-in itself worked or waited. */
interface Timed {
  readonly all: number;
  readonly shopify: number;
  readonly ours: number;
}

/**
 * The page that shows a shopper every solution with its amounts, asked of the real web process with the app proxy's signature, one
 * request after the other over several orders. Server time is the whole round trip less the time between the arrival of a call at the
 * stand-in and the end of its answer; what the app's own HTTP client, TLS and the loopback cost stays in.
 */
export async function benchPortal(databaseUrl: string): Promise<Row[]> {
  const watch = watchShopify();
  const world = await startBuiltWorld({
    databaseUrl,
    now: NOW,
    throttle: { capacity: 1_000_000, restoreRate: 1_000_000 },
    plant: (standIn) => {
      for (let number = 1; number <= ORDERS; number += 1) seedShirtOrder(standIn, { email: EMAIL, quantity: 1 + (number % 3) });
      for (let number = 1; number <= SUBMITTED; number += 1) seedShirtOrder(standIn, { email: emailOf(number) });
    },
  });
  try {
    const visitor = visitorOf(world);
    const tokens = await tokensOfDrafts(world, visitor, EMAIL);
    if (tokens.length < ORDERS / 2) throw new Error(`Only ${tokens.length} orders could be opened`);
    const rounds: Timed[][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await showOptions(visitor, tokens, watch));
    const submitted = await submitReturns(world, visitor, watch);
    return [
      rowOf({ what: "show my options", goal: GOAL, note: HOW_MEASURED }, rounds.slice(1)),
      rowOf({ what: "submit the return", goal: SUBMIT_GOAL }, [submitted]),
    ];
  } finally {
    watch.close();
    await world.close();
  }
}

const HOW_MEASURED =
  "Each request's round trip through the web process less what the stand-in itself took for the Admin API calls of that request, from the arrival of each call to the end of its answer; the app's HTTP client, TLS and the loopback count as ours.";

function rowOf(about: { readonly what: string; readonly goal: number; readonly note?: string }, rounds: readonly Timed[][]): Row {
  const of = (share: number, pick: (one: Timed) => number): number => median(rounds.map((round) => percentile(round.map(pick), share)));
  const p95 = of(0.95, ({ ours }) => ours);
  return {
    what: `portal: ${about.what}, server time without Shopify's own, p95`,
    figure: milliseconds(p95),
    baseline: `median ${milliseconds(of(0.5, ({ ours }) => ours))}; with Shopify's median ${milliseconds(of(0.5, ({ shopify }) => shopify))}, p95 ${milliseconds(of(0.95, ({ all }) => all))}`,
    goal: `≤ ${about.goal} ms`,
    isMet: p95 <= about.goal,
    ...(about.note ? { note: about.note } : {}),
  };
}

/** Each return is another customer's; what is timed is the last step, which decides, keeps and plans everything. */
async function submitReturns(world: BuiltWorld, visitor: Visitor, watch: ShopifyWatch): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let number = 1; number <= SUBMITTED; number += 1) {
    const [draft = ""] = await tokensOfDrafts(world, visitor, emailOf(number));
    const confirm = await visitor.post("/options", { t: draft, resolution: "refund" });
    const form = { t: valueOf(confirm, "t"), formkey: valueOf(confirm, "formkey") };
    const started = performance.now();
    const status = await visitor.post("/confirm", form);
    const ended = performance.now();
    if (!/-R\d/.test(status)) throw new Error(`No return was made: ${status.slice(0, 500)}`);
    const { milliseconds: shopify } = watch.between(started, ended);
    // The first ones warm up.
    if (number > SUBMITTED / 6) timed.push({ all: ended - started, shopify, ours: ended - started - shopify });
  }
  return timed;
}

async function showOptions(visitor: Visitor, tokens: readonly string[], watch: ShopifyWatch): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    const token = tokens[index % tokens.length] ?? "";
    const started = performance.now();
    const markup = await visitor.get("/options", { t: token });
    const ended = performance.now();
    if (!/Refund[\s\S]*\$\d/.test(markup)) throw new Error(`The page shows no amounts: ${markup.slice(0, 500)}`);
    const { calls, milliseconds: shopify } = watch.between(started, ended);
    if (calls === 0) throw new Error("The page was shown without asking Shopify: the figure would say something else");
    timed.push({ all: ended - started, shopify, ours: ended - started - shopify });
  }
  return timed;
}

/** A signed-in customer takes one item of each order, as the page's own form does. */
async function tokensOfDrafts({ standIn }: BuiltWorld, visitor: Visitor, email: string): Promise<string[]> {
  const customer = standIn.world.firstShop.customerByEmail(email);
  const customerId = customer?.id.split("/").at(-1) ?? "";
  const orders = await visitor.get("/orders", {}, customerId);
  const tokens: string[] = [];
  for (const link of new Set([...orders.matchAll(/\/items\?t=([^"&]+)/g)].map(([, token]) => decodeURIComponent(token ?? "")))) {
    const items = await visitor.get("/items", { t: link });
    const form = {
      t: valueOf(items, "t"),
      linea: valueOf(items, "linea"),
      takea: "1",
      quantitya: "1",
      reasona: "too-small",
      askeda: "aa",
      notea: "",
    };
    tokens.push(valueOf(await visitor.post("/items", form), "t"));
  }
  if (tokens.includes("")) throw new Error("A form could not be read");
  return tokens;
}

interface Visitor {
  get(path: string, fields: Record<string, string>, customerId?: string): Promise<string>;
  post(path: string, fields: Record<string, string>): Promise<string>;
}

/** Requests as Shopify's app proxy passes them on, over one kept connection. */
function visitorOf({ standIn, webUrl }: BuiltWorld): Visitor {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const address = (path: string, query: URLSearchParams) => `${webUrl}/proxy${path}?${query.toString()}`;
  return {
    get: (path, fields, customerId = "") => ask(agent, address(path, standIn.signedProxyQuery(fields, { customerId }))),
    post: (path, fields) => ask(agent, address(path, standIn.signedProxyQuery()), new URLSearchParams(fields).toString()),
  };
}

function ask(agent: http.Agent, url: string, form?: string): Promise<string> {
  const headers = {
    "x-forwarded-for": "203.0.113.7",
    ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: form === undefined ? "GET" : "POST", headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`The portal answered ${response.statusCode}: ${text.slice(0, 500)}`)),
      );
    });
    request.on("error", reject).end(form);
  });
}

function valueOf(markup: string, name: string): string {
  const tag = new RegExp(`<input\\b[^>]*\\bname="${name}"[^>]*>`).exec(markup)?.[0] ?? "";
  return /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "";
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
