import { defineConfig } from "vitest/config";

// What holds nothing but values needs no process of its own for each file.
const PURE = ["test/domain/**/*.test.ts", "test/ui/**/*.test.{ts,tsx}"];

export default defineConfig({
  test: {
    // The portal serves the extension's style sheet as text; without this it would be empty in tests.
    css: { include: [/amends-portal/] },
    environment: "node",
    // One more than the processors that CI has: a test often waits for a queue, a mail or a browser.
    maxWorkers: 3,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "worlds", include: ["test/**/*.test.{ts,tsx}"], exclude: PURE, globalSetup: ["test/support/global-setup.ts"] },
      },
      { extends: true, test: { name: "values", include: PURE, isolate: false } },
    ],
  },
});
