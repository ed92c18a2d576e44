import { Duration } from "luxon";
import { isObject, type Json } from "../json.ts";
import { FAULT_KINDS, type Fault, type Faults } from "../webhooks/faults.ts";
import { BadInput, Reading } from "./reading.ts";

function readFault(value: Json, where: string): Fault | null {
  if (value === null || value === false || value === 0) return null;
  if (value === true) return { rate: 1 };
  if (typeof value === "number") return checked({ rate: value }, where);
  const given = new Reading(value, where);
  const fault: Fault = {};
  const rate = given.number("rate");
  const next = given.whole("next", 0);
  const by = given.text("by");
  const status = given.whole("status", 400);
  if (rate !== null) fault.rate = rate;
  if (next !== null) fault.next = next;
  if (by !== null) fault.by = by;
  if (status !== null) fault.status = status;
  if (given.has("topics")) fault.topics = given.list("topics").map(String);
  if (given.flag("after", false)) fault.after = true;
  if (fault.rate === undefined && fault.next === undefined) fault.rate = 1;
  return checked(fault, where);
}

function checked(fault: Fault, where: string): Fault {
  if (fault.rate !== undefined && (fault.rate < 0 || fault.rate > 1))
    throw new BadInput(`${where}.rate`, `must be between 0 and 1, it is ${fault.rate}`);
  if (fault.by !== undefined && !Duration.fromISO(fault.by).isValid)
    throw new BadInput(`${where}.by`, `must be an ISO 8601 duration such as PT10M, it is ${fault.by}`);
  return fault;
}

/** Switches the named faults on or off and leaves the others; `{"reset": true}` starts from none. */
export function setFaults(faults: Faults, body: Json): void {
  if (!isObject(body)) throw new BadInput("faults", 'must be an object such as {"drop": 0.1}');
  const known: readonly string[] = [...FAULT_KINDS, "seed", "reset"];
  const unknown = Object.keys(body).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new BadInput(unknown.join(", "), `is no fault; there are ${known.join(", ")}`);
  if (body["reset"] === true) faults.clear();
  if (typeof body["seed"] === "number") faults.reseed(body["seed"]);
  for (const kind of FAULT_KINDS) if (body[kind] !== undefined) faults.set(kind, readFault(body[kind], kind));
}
