import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/support/global-setup.ts"],
    environment: "node",
    // The portal serves the extension's style sheet as text; without this it would be empty in tests.
    css: { include: [/amends-portal/] },
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // One more than the processors that CI has: a test often waits for a queue, a mail or a browser.
    maxWorkers: 3,
  },
});
