import { describe, expect, test } from "vitest";
import { readProjectFile, trackedFiles } from "#test/support/tracked-files.ts";

const files = trackedFiles();
const baseName = (file: string) => file.slice(file.lastIndexOf("/") + 1);
const inside = (...folders: string[]) =>
  files.filter((file) => folders.some((folder) => file.startsWith(folder)) && /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));

describe("names and places", () => {
  test("file names are kebab-case; route files follow Remix's own names", () => {
    const named = files.filter(
      (file) => /^(app|test|prisma)\/.*\.(tsx?|mjs|cjs)$/.test(file) && !file.startsWith("app/routes/") && !file.includes("/generated/"),
    );
    expect(named.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(baseName(file)))).toEqual([]);
  });

  test("whatever touches the world says .server, so that no browser bundle takes it", () => {
    const shells = inside("app/use-cases/", "app/jobs/", "app/adapters/").filter((file) => !file.includes("/generated/"));
    const pure = new Set(["ports.ts", "api-version.ts", "job-payloads.ts"]);
    expect(shells.filter((file) => !/\.server\.tsx?$/.test(file) && !pure.has(baseName(file)))).toEqual([]);
  });

  test("domain and ui never say .server: they touch nothing", () => {
    expect(inside("app/domain/", "app/ui/").filter((file) => file.includes(".server."))).toEqual([]);
  });

  test("no folder is a drawer without a subject", () => {
    const drawers = new Set(["utils", "helpers", "misc", "common", "manager", "data", "services", "lib"]);
    expect(files.filter((file) => /^(app|test)\//.test(file) && file.split(/[/.]/).some((part) => drawers.has(part)))).toEqual([]);
  });

  test("tests stand in test/, never beside the code", () => {
    expect(files.filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith("test/"))).toEqual([]);
  });

  test("every place on the README's map exists, and every folder is on the map", () => {
    const readme = readProjectFile("README.md");
    const map = /```\n\.\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const places = map.split("\n").flatMap((line) => placesOn(line));
    expect(places).toEqual(expect.arrayContaining(["app/domain", "app/server.ts", "test"]));
    expect(places.filter((place) => !files.some((file) => file === place || file.startsWith(`${place}/`)))).toEqual([]);
    const folders = files.map((file) => file.split("/")).filter((parts) => parts.length > 1 && !parts[0]?.startsWith("."));
    const expected = folders.flatMap((parts) => (parts[0] === "app" && parts.length > 2 ? [`app/${parts[1] ?? ""}`] : [parts[0] ?? ""]));
    expect([...new Set(expected)].filter((folder) => !places.some((place) => place === folder || place.startsWith(`${folder}/`)))).toEqual(
      [],
    );
  });

  test("every path that the README tells to open exists", () => {
    const told = [...readProjectFile("README.md").matchAll(/`((?:app|test|extensions|prisma)\/[\w./-]*[\w])\/?`/g)].map(
      ([, place = ""]) => place,
    );
    expect(told.filter((place) => !files.some((file) => file === place || file.startsWith(`${place}/`)))).toEqual([]);
  });
});

/** "│   ├── server.ts · worker.ts" is two places inside app/; "├── extensions/storefront/  what it is" is one at the top. */
function placesOn(line: string): string[] {
  const [, indent = "", names = ""] = /^([│ ]*)[├└]── (.*)$/.exec(line) ?? [];
  if (names === "") return [];
  const [listed = ""] = names.split(/ {2,}/);
  const inApp = indent.length > 0 ? "app/" : "";
  return listed.split(" · ").map((name) => inApp + name.replace(/\/$/, ""));
}
