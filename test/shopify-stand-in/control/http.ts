import type { StandIn } from "../stand-in.ts";
import { StillBusy } from "../clock/move.ts";
import { isObject, parseJson, stringifyJson, type Json, type JsonObject } from "../json.ts";
import { COMPLIANCE_TOPICS } from "../webhooks/subscriptions.ts";
import type { ComplianceTopic } from "../webhooks/payloads/compliance.ts";
import { setFaults } from "./faults.ts";
import { ledger } from "./ledger.ts";
import { BadInput, Reading } from "./reading.ts";
import { staffReturn } from "./staff-returns.ts";
import { summary } from "./summary.ts";

interface Call {
  standIn: StandIn;
  url: URL;
  body: Json;
  /** The body when it is an object. */
  fields: JsonObject;
  shop: string | undefined;
}

const text = (value: Json | undefined): string | undefined => (typeof value === "string" ? value : undefined);

/** `?shop=`, or `"shop"` beside what is asked for; inside an order payload it would be a field of the order. */
function shopOf(url: URL, fields: JsonObject): string | undefined {
  if (fields["line_items"] !== undefined) return url.searchParams.get("shop") ?? undefined;
  return url.searchParams.get("shop") ?? new Reading(fields, "body").text("shop") ?? undefined;
}

function seedOptions({ url, fields, shop }: Call): { shop: string | undefined; webhooks: boolean } {
  const asked = url.searchParams.get("webhooks") ?? "true";
  if (asked !== "true" && asked !== "false") throw new BadInput("webhooks", `must be true or false, it is ${JSON.stringify(asked)}`);
  return { shop, webhooks: new Reading(fields, "body").flag("webhooks", true) && asked === "true" };
}

function privacy({ standIn, fields, shop }: Call): Json {
  const topic = text(fields["topic"]) ?? "";
  if (!COMPLIANCE_TOPICS.includes(topic)) throw new BadInput("topic", `must be one of ${COMPLIANCE_TOPICS.join(", ")}`);
  const given = new Reading(fields, "privacy");
  const customerId = given.gid("Customer", "customer_id") ?? undefined;
  standIn.control.privacy(topic as ComplianceTopic, { customerId, email: given.text("email") ?? undefined, shop });
  return { sent: topic };
}

function scopes({ standIn, fields, shop }: Call): Json {
  const given = new Reading(fields, "scopes");
  if (!given.has("scopes")) throw new BadInput("scopes", 'are missing: give {"scopes": ["read_orders", …]}, all that the app is to have');
  const wanted = given.texts("scopes");
  const odd = wanted.find((scope) => !/^(unauthenticated_)?(read|write)_[a-z_]+$/.test(scope));
  if (odd !== undefined) throw new BadInput("scopes", `must be such as read_orders or write_orders, one is ${JSON.stringify(odd)}`);
  standIn.control.scopes(wanted, shop);
  return { scopes: wanted };
}

function deliveries({ standIn, url, shop }: Call): unknown {
  const topic = url.searchParams.get("topic");
  const limit = new Reading({ limit: url.searchParams.get("limit") }, "query").whole("limit", 1) ?? Infinity;
  if (shop !== undefined) standIn.control.shop(shop);
  const wanted = standIn.world.webhooks.deliveries.filter(
    (one) => (topic === null || one.topic === topic) && (shop === undefined || one.shop === shop),
  );
  const shown = Number.isFinite(limit) ? wanted.slice(-limit) : wanted;
  return { count: wanted.length, deliveries: shown.map(({ body, ...delivery }) => ({ ...delivery, payload: parseJson(body) })) };
}

const ROUTES: Readonly<Record<string, (call: Call) => unknown>> = {
  "GET /control/info": ({ standIn, shop }) => standIn.info(standIn.control.shop(shop).shop.domain),
  "POST /control/orders": (call) => ({ orders: call.standIn.control.orders(call.body, seedOptions(call)) }),
  "POST /control/fulfillments": (call) => ({ fulfillments: call.standIn.control.fulfillments(call.body, seedOptions(call)) }),
  "POST /control/events": (call) => ({ events: call.standIn.control.events(call.body, seedOptions(call)) }),
  "POST /control/products": (call) => ({ products: call.standIn.control.products(call.body, seedOptions(call)) }),
  "POST /control/refunds": (call) => call.standIn.control.refund(call.body, call.shop),
  "POST /control/returns": (call) => staffReturn(call.standIn, call.body, call.shop),
  "POST /control/cancellations": ({ standIn, body, shop }) => {
    standIn.control.cancelOrder(body, shop);
    return { cancelled: true };
  },
  "POST /control/edits": ({ standIn, body, shop }) => {
    standIn.control.editOrder(body, shop);
    return { edited: true };
  },
  "POST /control/uninstall": ({ standIn, shop }) => {
    standIn.control.uninstall(shop);
    return { installed: false };
  },
  "POST /control/install": ({ standIn, shop }) => {
    standIn.control.install(shop);
    return { installed: true };
  },
  "POST /control/scopes": scopes,
  "POST /control/privacy": privacy,
  "POST /control/clock": ({ standIn, body }) => standIn.control.clock(body),
  "GET /control/clock": ({ standIn }) => ({ now: standIn.now().toISOString() }),
  "POST /control/faults": ({ standIn, body }) => {
    setFaults(standIn.world.faults, body);
    return standIn.world.faults.get();
  },
  "GET /control/faults": ({ standIn }) => standIn.world.faults.get(),
  "GET /control/mailbox": ({ standIn, url }) => {
    const to = url.searchParams.get("to");
    return { mails: to === null ? standIn.world.mailbox.all() : standIn.world.mailbox.to(to) };
  },
  "DELETE /control/mailbox": ({ standIn }) => {
    standIn.world.mailbox.clear();
    return { mails: [] };
  },
  "GET /control/ledger": ({ standIn, shop }) => ledger(standIn.control.shop(shop)),
  "GET /control/deliveries": deliveries,
  "GET /control/state": ({ standIn, shop }) => summary(standIn.world, standIn.control.shop(shop)),
};

function answer(status: number, value: unknown): Response {
  return new Response(stringifyJson(value, 2), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}

async function readBody(request: Request): Promise<Json> {
  const source = request.method === "GET" ? "" : await request.text();
  if (source.trim() === "") return {};
  try {
    return parseJson(source);
  } catch (error) {
    throw new BadInput("The body", `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `/control/*`: the world from outside, as JSON. Errors are `{error}` with the place and the reason. */
export async function controlApi(standIn: StandIn, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const name = `${request.method} ${url.pathname.replace(/\/$/, "")}`;
  const route = ROUTES[name];
  if (!route) return answer(404, { error: `${name} is not part of the control API`, routes: Object.keys(ROUTES) });
  try {
    const body = await readBody(request);
    const fields = isObject(body) ? body : {};
    const shop = shopOf(url, fields);
    return answer(200, await route({ standIn, url, body, fields, shop }));
  } catch (error) {
    if (error instanceof BadInput) return answer(error.status, { error: error.message });
    if (error instanceof StillBusy) return answer(504, { error: error.message });
    return answer(500, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
