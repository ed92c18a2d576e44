import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./test/support/slowest-first.ts";

// What opens no database says the same on every engine: `npm run test:postgres` leaves it to the run on the embedded one.
const VALUES = [
  "test/{app,architecture,domain,shopify-stand-in,storefront,ui}/**/*.test.{ts,tsx}",
  "test/adapters/{documents,sealing,labels/packing-slip}.test.ts",
  "test/http/{app-proxy,byte-range}.test.ts",
];

export default defineConfig({
  test: {
    // The portal serves the extension's style sheet as text; without this it would be empty in tests.
    css: { include: [/amends-portal/] },
    environment: "node",
    // A process loads the app and the engine once and then runs file after file, each with a database of its own.
    isolate: false,
    // One more than the processors that CI has: a test often waits for a queue, a mail or a browser. A fourth gained nothing.
    maxWorkers: 3,
    // What a test has just made is soon forgotten: a larger nursery for it saves copying.
    execArgv: ["--max-semi-space-size=64"],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "worlds",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: VALUES,
          globalSetup: ["test/support/global-setup.ts"],
          setupFiles: ["test/support/setup-fetch.ts"],
        },
      },
      { extends: true, test: { name: "values", include: VALUES } },
    ],
  },
});
