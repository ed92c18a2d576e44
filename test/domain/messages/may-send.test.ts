import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recipient, Sending } from "#app/domain/messages/may-send.ts";
import { maySend, sendingSettingsSchema } from "#app/domain/messages/may-send.ts";
import { quietUntil } from "#app/domain/messages/quiet-hours.ts";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";

const SETTINGS = sendingSettingsSchema.parse({});
const NIGHT = { from: "21:00", to: "08:00" };
const NOON = new Date("2026-11-20T17:00:00Z");
const aRecipient = (overrides: Partial<Recipient> = {}): Recipient => ({
  hasAddress: true,
  zone: "America/New_York",
  hasMarketingConsent: true,
  hasUnsubscribed: false,
  hasOpenCase: false,
  recentlySentAt: [],
  ...overrides,
});
const sending = (kind: Sending["message"]["kind"], recipient: Partial<Recipient> = {}, now = NOON): Sending => ({
  message: { kind, urgency: "considerate" },
  recipient: aRecipient(recipient),
  now,
  shopZone: "America/New_York",
});
const decide = (...given: Parameters<typeof sending>) => maySend(sending(...given), SETTINGS);

describe("a message", () => {
  test("goes out by day", () => {
    for (const kind of ["transactional", "courtesy", "marketing"] as const) expect(decide(kind)).toEqual({ kind: "send" });
  });

  test("waits for the morning at the customer's place, or the shop's where theirs is unknown", () => {
    const night = new Date("2026-11-21T04:00:00Z");
    expect(decide("transactional", {}, night)).toEqual({ kind: "defer", until: new Date("2026-11-21T13:00:00Z") });
    expect(decide("transactional", { zone: "Asia/Shanghai" }, night)).toEqual({ kind: "send" });
    expect(decide("transactional", { zone: "Europe/Berlin" }, night)).toEqual({ kind: "defer", until: new Date("2026-11-21T07:00:00Z") });
    for (const zone of [null, "Mars/Olympus"]) expect(decide("transactional", { zone }, night)).toMatchObject({ kind: "defer" });
  });

  test("that answers what the customer just did does not wait", () => {
    const code = {
      ...sending("transactional", {}, new Date("2026-11-21T04:00:00Z")),
      message: { kind: "transactional", urgency: "now" } as const,
    };
    expect(maySend(code, SETTINGS)).toEqual({ kind: "send" });
  });

  test("without an address goes nowhere", () => {
    expect(decide("transactional", { hasAddress: false })).toEqual({ kind: "suppress", reason: "no_address" });
  });
});

describe("what belongs to the purchase", () => {
  test("is sent whatever the customer switched off, and during a conversation", () => {
    const recentlySentAt = [1, 2, 3, 4].map((hours) => new Date(NOON.getTime() - hours * HOUR));
    expect(decide("transactional", { hasMarketingConsent: false, hasUnsubscribed: true, hasOpenCase: true, recentlySentAt })).toEqual({
      kind: "send",
    });
  });
});

describe("everything else", () => {
  test.each(["courtesy", "marketing"] as const)("(%s) respects unsubscribing and a conversation at hand", (kind) => {
    expect(decide(kind, { hasUnsubscribed: true })).toEqual({ kind: "suppress", reason: "unsubscribed" });
    expect(decide(kind, { hasOpenCase: true })).toEqual({ kind: "suppress", reason: "already_talking" });
  });

  test("needs consent only where it is marketing", () => {
    expect(decide("marketing", { hasMarketingConsent: false })).toEqual({ kind: "suppress", reason: "no_consent" });
    expect(decide("courtesy", { hasMarketingConsent: false })).toEqual({ kind: "send" });
  });

  test("stops at three in seven days, unless the shop has no cap", () => {
    const recentlySentAt = [1, 50, 167.9].map((hours) => new Date(NOON.getTime() - hours * HOUR));
    expect(decide("courtesy", { recentlySentAt })).toEqual({ kind: "suppress", reason: "too_many" });
    expect(decide("courtesy", { recentlySentAt: recentlySentAt.slice(1) })).toEqual({ kind: "send" });
    const old = [1, 50, 168].map((hours) => new Date(NOON.getTime() - hours * HOUR));
    expect(decide("courtesy", { recentlySentAt: old })).toEqual({ kind: "send" });
    expect(maySend(sending("courtesy", { recentlySentAt }), sendingSettingsSchema.parse({ frequencyCap: null }))).toEqual({ kind: "send" });
  });
});

describe("quiet hours", () => {
  const inBerlin = (quiet: { from: string; to: string }, now: string) => quietUntil(quiet, new Date(now), "Europe/Berlin")?.toISOString();

  test("start at their first minute and end before their last", () => {
    expect(inBerlin(NIGHT, "2026-11-20T19:59:59Z")).toBeUndefined();
    expect(inBerlin(NIGHT, "2026-11-20T20:00:00Z")).toBe("2026-11-21T07:00:00.000Z");
    expect(inBerlin(NIGHT, "2026-11-21T06:59:59Z")).toBe("2026-11-21T07:00:00.000Z");
    expect(inBerlin(NIGHT, "2026-11-21T07:00:00Z")).toBeUndefined();
  });

  test("can lie within a day, or not exist", () => {
    expect(inBerlin({ from: "12:00", to: "14:00" }, "2026-11-20T12:30:00Z")).toBe("2026-11-20T13:00:00.000Z");
    expect(inBerlin({ from: "12:00", to: "14:00" }, "2026-11-20T13:00:00Z")).toBeUndefined();
    expect(inBerlin({ from: "08:00", to: "08:00" }, "2026-11-20T07:00:00Z")).toBeUndefined();
  });

  test("end in the future and outside themselves, in every zone and season", () => {
    const anyClock = fc.nat(47).map((halves) => `${String(Math.floor(halves / 2)).padStart(2, "0")}:${halves % 2 === 0 ? "00" : "30"}`);
    const anyZone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns");
    const anyStart = fc.constantFrom("2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31");
    fc.assert(
      fc.property(
        fc.record({ from: anyClock, to: anyClock }),
        anyZone,
        fc.tuple(anyStart, fc.nat(3 * 24 * 60)),
        (quiet, zone, [date, minutes]) => {
          const now = new Date(Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE);
          const until = quietUntil(quiet, now, zone);
          if (until === null) return;
          expect(until.getTime()).toBeGreaterThan(now.getTime());
          expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(25 * HOUR);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("that are no clock times are refused", () => {
    expect(sendingSettingsSchema.safeParse({ quietHours: { from: "24:00", to: "08:00" } }).success).toBe(false);
    expect(sendingSettingsSchema.safeParse({ quietHours: { from: "9:00", to: "08:00" } }).success).toBe(false);
  });
});
