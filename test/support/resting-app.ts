import { afterAll, beforeAll } from "vitest";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { startTestApp, type TestApp } from "./test-app.ts";

/** An app whose queues nobody works, so that a test decides what happens next. */
export interface RestingApp {
  readonly amends: TestApp;
  readonly ctx: ShopContext;
}

/** One such app for the test file: `const world = useRestingApp()` at its top; `prepare` runs before the first test. */
export function useRestingApp(prepare: (ctx: ShopContext) => Promise<unknown> = async () => undefined): RestingApp {
  const started: RestingApp[] = [];
  beforeAll(async () => {
    const amends = await startTestApp({ isWorking: false });
    const ctx = await amends.ctx();
    started.push({ amends, ctx });
    await prepare(ctx);
  });
  afterAll(async () => {
    for (const { amends } of started) await amends.close();
  });
  const running = () => {
    const [first] = started;
    if (!first) throw new Error("The app is not there yet");
    return first;
  };
  return {
    get amends() {
      return running().amends;
    },
    get ctx() {
      return running().ctx;
    },
  };
}
