import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtApp } from "#test/support/built-app.ts";
import { projectRoot } from "#test/support/tracked-files.ts";

beforeAll(builtApp, 180_000);

const built = (pattern: string) =>
  globSync(pattern, { cwd: path.join(projectRoot, "build") })
    .filter((file) => /\.(js|css|html)$/.test(file))
    .map((file) => [file, readFileSync(path.join(projectRoot, "build", file), "utf8")] as const);

describe("what is built for production", () => {
  test("holds nothing of the stand-in store, the demo or the tests", () => {
    const marks = ["shopify-stand-in", "amends-stand-in", "stand-in-clock", "control/faults", "test/builders", "fast-check", "playwright"];
    const found = built("**/*").flatMap(([file, text]) => marks.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`));
    expect(found).toEqual([]);
    // What both share, and what is loaded later, carries a digest in its name.
    const begun = built("main/*.js").flatMap(([file]) => (/-[A-Z0-9]{8}\.js$/.test(file) ? [] : file));
    expect(begun.sort()).toEqual(["main/server.js", "main/worker.js"]);
  });

  test("gives the browser no server code and no secret's name", () => {
    const marks = ["SHOPIFY_API_SECRET", "TOKEN_ENCRYPTION_KEYS", "DATABASE_URL", "node:crypto", "@prisma/client", "pg-boss"];
    const found = built("client/**/*").flatMap(([file, text]) =>
      marks.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`),
    );
    expect(found).toEqual([]);
  });

  test("opens the database in one place: the pages are handed the running app instead of wiring their own", () => {
    const [[, pages] = ["", ""]] = built("server/index.js");
    expect(pages.length).toBeGreaterThan(0);
    expect(["new PrismaPg", "new PgBoss", "pg.Pool("].filter((mark) => pages.includes(mark))).toEqual([]);
  });
});
