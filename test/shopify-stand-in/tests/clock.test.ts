import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mugs, scene, seed, type Scene } from "./scene.ts";

/** An app in the small: it sweeps what is due, and tells how far it is. */
class SmallApp {
  readonly seen: string[] = [];
  readonly due: Date[];
  sweptThrough = new Date(0);
  stuck = false;
  readonly #now: () => Date;

  constructor(now: () => Date, due: string[]) {
    this.#now = now;
    this.due = due.map((text) => new Date(text));
  }

  answer(request: Request): Response {
    const now = this.#now();
    if (new URL(request.url).pathname !== "/ops/work") {
      this.seen.push(`${request.headers.get("x-shopify-topic") ?? ""} at ${now.toISOString()}`);
      return new Response("");
    }
    for (let next = this.due[0]; next && next <= now; next = this.due[0]) {
      this.seen.push(`due ${next.toISOString()} at ${now.toISOString()}`);
      this.due.shift();
    }
    if (!this.stuck) this.sweptThrough = now;
    return Response.json({
      now: now.toISOString(),
      sweptThrough: this.sweptThrough.toISOString(),
      nextDueAt: this.due[0]?.toISOString() ?? null,
      jobs: { waiting: 0, active: 0 },
      inbox: { pending: 0 },
    });
  }
}

let on: Scene;

beforeEach(async () => {
  on = await scene();
});
afterEach(() => on.close());

describe("moving the clock", () => {
  test("stops at every moment at which the app has something due", async () => {
    const app = new SmallApp(() => on.standIn.now(), ["2026-03-01T15:00:00.000Z", "2026-03-02T03:00:00.000Z", "2026-03-09T00:00:00.000Z"]);
    on.standIn.setApp(async (request) => app.answer(request));
    const { now, steps } = await on.standIn.control.clock({ advance: "P1D" });
    expect(now).toBe("2026-03-02T09:00:00.000Z");
    expect(steps).toBe(3);
    expect(app.seen).toEqual([
      "due 2026-03-01T15:00:00.000Z at 2026-03-01T15:00:00.000Z",
      "due 2026-03-02T03:00:00.000Z at 2026-03-02T03:00:00.000Z",
    ]);
  });

  test("delayed webhooks arrive at their time, among the app's own work", async () => {
    const app = new SmallApp(() => on.standIn.now(), ["2026-03-01T10:30:00.000Z"]);
    on.standIn.setApp(async (request) => app.answer(request));
    on.standIn.world.faults.set("delay", { next: 1, by: "PT1H", topics: ["orders/create"] });
    seed(on, mugs({ fulfillments: [] }));
    await on.standIn.control.clock({ at: "2026-03-01T12:00:00Z" });
    expect(app.seen).toEqual([
      "customers/create at 2026-03-01T09:00:00.000Z",
      "orders/create at 2026-03-01T10:00:00.000Z",
      "due 2026-03-01T10:30:00.000Z at 2026-03-01T10:30:00.000Z",
    ]);
  });

  test("never goes back, and without an app just moves", async () => {
    on.standIn.setApp(undefined);
    await on.standIn.control.clock({ advance: "PT1H" });
    expect(on.standIn.now().toISOString()).toBe("2026-03-01T10:00:00.000Z");
    await expect(on.standIn.control.clock({ at: "2026-03-01T09:00:00Z" })).rejects.toThrow("only moves forward");
    await expect(on.standIn.control.clock({})).rejects.toThrow("needs");
  });
});
