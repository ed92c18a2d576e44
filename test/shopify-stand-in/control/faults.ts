import { Duration } from "luxon";
import { isEnumType } from "graphql";
import { adminSchema } from "../admin-api/schema.ts";
import { isObject, type Json } from "../json.ts";
import { FAULT_KINDS, type Fault, type Faults } from "../webhooks/faults.ts";
import { COMPLIANCE_TOPICS } from "../webhooks/subscriptions.ts";
import { BadInput, Reading } from "./reading.ts";

/** Kinds that strike webhooks, so that topics say which; the others strike the Admin API. */
const OF_WEBHOOKS: ReadonlySet<string> = new Set(["drop", "duplicate", "delay", "reorder"]);

/** Shopify's own list names a topic as ORDERS_CREATE; those about privacy are not in it. */
function isTopic(topic: string): boolean {
  const listed = adminSchema().graphql.getType("WebhookSubscriptionTopic");
  const name = topic.replace("/", "_").toUpperCase();
  return COMPLIANCE_TOPICS.includes(topic) || (topic.includes("/") && isEnumType(listed) && listed.getValue(name) !== undefined);
}

function readTopics(given: Reading): string[] {
  return given.texts("topics").map((topic, index) => {
    if (!isTopic(topic)) throw new BadInput(`${given.where}.topics[${index}]`, `is no topic of Shopify's, such as orders/create: ${topic}`);
    return topic;
  });
}

function readFault(value: Json, where: string): Fault | null {
  if (value === null || value === false || value === 0) return null;
  if (value === true) return { rate: 1 };
  if (typeof value === "number") return checked({ rate: value }, where);
  if (typeof value !== "object")
    throw new BadInput(where, `must be a probability, true, false or an object, it is ${JSON.stringify(value)}`);
  const own = OF_WEBHOOKS.has(where) ? ["topics"] : [];
  const more = where === "delay" ? ["by"] : where === "errors" ? ["status", "after"] : [];
  const given = new Reading(value, where).only("rate", "next", ...own, ...more);
  const fault: Fault = {};
  const rate = given.number("rate");
  const next = given.whole("next", 0);
  const by = given.text("by");
  const status = given.whole("status", 400);
  if (rate !== null) fault.rate = rate;
  if (next !== null) fault.next = next;
  if (by !== null) fault.by = by;
  if (status !== null) fault.status = status;
  if (given.has("topics")) fault.topics = readTopics(given);
  if (given.flag("after", false)) fault.after = true;
  if (fault.rate === undefined && fault.next === undefined) fault.rate = 1;
  return checked(fault, where);
}

function checked(fault: Fault, where: string): Fault {
  if (fault.rate !== undefined && (fault.rate < 0 || fault.rate > 1))
    throw new BadInput(`${where}.rate`, `must be between 0 and 1, it is ${fault.rate}`);
  if (fault.status !== undefined && fault.status > 599)
    throw new BadInput(`${where}.status`, `must be a failure's status from 400 to 599, it is ${fault.status}`);
  if (fault.by !== undefined && !(Duration.fromISO(fault.by).toMillis() >= 0))
    throw new BadInput(`${where}.by`, `must be an ISO 8601 duration such as PT10M, it is ${fault.by}`);
  return fault;
}

/** Switches the named faults on or off and leaves the others; `{"reset": true}` starts from none. What is wrong changes nothing. */
export function setFaults(faults: Faults, body: Json): void {
  if (!isObject(body)) throw new BadInput("faults", 'must be an object such as {"drop": 0.1}');
  const known: readonly string[] = [...FAULT_KINDS, "seed", "reset"];
  const unknown = Object.keys(body).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new BadInput(unknown.join(", "), `is no fault; there are ${known.join(", ")}`);
  const given = new Reading(body, "faults");
  const [seed, isReset] = [given.whole("seed", 0), given.flag("reset", false)];
  const wanted = FAULT_KINDS.flatMap((kind) => {
    const value = body[kind];
    return value === undefined ? [] : [{ kind, fault: readFault(value, kind) }];
  });
  if (isReset) faults.clear();
  if (seed !== null) faults.reseed(seed);
  for (const { kind, fault } of wanted) faults.set(kind, fault);
}
