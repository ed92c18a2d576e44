import { describe, expect, test } from "vitest";
import { effectOfChoice, parseChoice, REPLY_CHOICES } from "#app/domain/messages/reply-choice.ts";
import { MESSAGE_EVENTS, MESSAGE_STATUSES, MESSAGE_TRANSITIONS, transitionMessage } from "#app/domain/messages/message-status.ts";
import { TEMPLATE_KEYS, TEMPLATES, unknownVariables, variablesOf } from "#app/domain/messages/template.ts";
import { walkMatrix } from "#test/support/status-matrix.ts";

describe("templates", () => {
  test("know their variables, and name those that a merchant invented", () => {
    expect(variablesOf("one_time_code")).toEqual(expect.arrayContaining(["shop_name", "code"]));
    expect(unknownVariables("one_time_code", ["code", "shop_name", "amount", "amount", "password"])).toEqual(["amount", "password"]);
  });

  test("have no variable twice", () => {
    for (const key of TEMPLATE_KEYS) expect(new Set(variablesOf(key)).size).toBe(variablesOf(key).length);
  });

  test("that can be unsubscribed from are only those that ask for something", () => {
    expect(TEMPLATE_KEYS.filter((key) => TEMPLATES[key].kind !== "transactional")).toEqual([
      "return_incentive",
      "repair_follow_up",
      "case_closed",
    ]);
  });
});

test("every status and event of a message does what the table says", () => {
  walkMatrix({
    table: MESSAGE_TRANSITIONS,
    statuses: MESSAGE_STATUSES,
    events: MESSAGE_EVENTS,
    start: "planned",
    terminal: ["sent", "suppressed"],
  });
});

test("a message on its way is not sent again", () => {
  for (const event of ["send", "retry", "defer"] as const) expect(transitionMessage("sending", event)).toMatchObject({ ok: false });
});

describe("a button", () => {
  test("opens one case per subject, or closes the promise, or is noted", () => {
    expect(effectOfChoice("chase_carrier", "f7")).toEqual({
      kind: "open_case",
      key: "chase-carrier:f7",
      caseType: "delivery",
      topic: "chase_carrier",
    });
    expect(effectOfChoice("talk_to_person", "f7")).toMatchObject({ kind: "open_case", caseType: "question" });
    expect(effectOfChoice("have_it", "f7")).toEqual({ kind: "mark_delivered" });
    expect(effectOfChoice("keep_waiting", "f7")).toEqual({ kind: "note" });
  });

  test("that nobody drew is no choice", () => {
    expect(REPLY_CHOICES.map(parseChoice)).toEqual([...REPLY_CHOICES]);
    for (const text of ["", "refund_me", "HAVE_IT", "constructor"]) expect(parseChoice(text)).toBeNull();
  });
});
