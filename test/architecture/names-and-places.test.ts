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

  test("every folder of the README's map exists, and every top folder is on the map", () => {
    const map = /```[\s\S]*?(app\/[\s\S]*?)```/.exec(readProjectFile("README.md"))?.[1] ?? "";
    const onMap = [...map.matchAll(/^[^\w.]*(app|extensions|prisma|test)\//gm)].map(([, name]) => name);
    const top = new Set(files.filter((file) => file.includes("/") && !file.startsWith(".")).map((file) => file.split("/")[0]));
    expect([...new Set(onMap)].sort()).toEqual([...top].sort());
    const appFolders = [...map.matchAll(/^[│|\s]*[├└]── ([\w-]+)\/.*$/gm)].map(([, name = ""]) => name);
    expect(appFolders.filter((name) => !files.some((file) => file.startsWith(`${name}/`) || file.startsWith(`app/${name}/`)))).toEqual([]);
  });
});
