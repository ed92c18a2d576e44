import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { projectRoot } from "#test/support/tracked-files.ts";

/** What draws papers and mails, and what reads codes from a camera: large, and not needed before the first of each. */
const LARGE = ["pdfkit", "bwip-js", "wawoff2", "@react-email", "html-to-text", "@zxing"];

describe("what a process loads when it starts", () => {
  test.each(["app/server.ts", "app/worker.ts"])("%s leaves the large libraries for when they are needed", async (entry) => {
    const packages = await loadedAtStart(entry);
    expect(packages).toContain("pg-boss");
    expect(packages.filter((name) => LARGE.some((large) => name === large || name.startsWith(`${large}/`)))).toEqual([]);
  });
});

/** The packages that are imported by statements alone, bundled as `npm run build` does. */
async function loadedAtStart(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    outdir: "build/main",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    metafile: true,
    write: false,
  });
  const open = Object.keys(metafile.outputs).filter((file) => metafile.outputs[file]?.entryPoint === entry);
  const packages = new Set<string>();
  for (const file of open) {
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind !== "import-statement") continue;
      if (external) packages.add(path);
      else if (!open.includes(path)) open.push(path);
    }
  }
  return [...packages].sort();
}
