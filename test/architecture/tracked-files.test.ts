import { statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, readProjectFile, trackedFiles } from "#test/support/tracked-files.ts";

const BINARY = /\.(gz|png|jpe?g|webp|ico|woff2?|pdf)$/;
const files = trackedFiles();
const texts = files.filter((file) => !BINARY.test(file));
const code = texts.filter(
  (file) => /^(app|test|extensions|prisma)\/.*\.(tsx?|m?js|cjs|liquid)$/.test(file) && !file.includes("/generated/"),
);

function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) =>
    readProjectFile(file)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe("files in the repository", () => {
  test("name no folder of somebody's machine", () => {
    // The separators are apart so that this file does not name one itself.
    const folders = ["home", "Users", "root", "work", "mnt", "farm"].map((name) => `/${name}/`).join("|");
    expect(linesWith(new RegExp(`(^|[\\s"'\`(=])(${folders})[\\w.-]+`), texts)).toEqual([]);
  });

  test("name no host of a package registry, so that any mirror serves", () => {
    const hosts = [
      ["registry", "npmjs"],
      ["registry", "yarnpkg"],
      ["deb", "debian"],
      ["npm", "pkg", "github"],
    ].map((parts) => parts.join("\\."));
    expect(linesWith(new RegExp(hosts.join("|")), texts)).toEqual([]);
  });

  test("are small: nothing over one megabyte is kept", () => {
    expect(files.filter((file) => statSync(path.join(projectRoot, file)).size > 1024 * 1024)).toEqual([]);
  });

  test("hold no skipped or focused test", () => {
    const pattern = new RegExp(`\\b(it|test|describe)\\.(${["skip", "only", "todo", "skipIf", "runIf", "fails"].join("|")})\\b`);
    expect(linesWith(pattern, code)).toEqual([]);
  });

  test("hold no note of something unfinished", () => {
    const words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].join("|");
    expect(linesWith(new RegExp(`(//|/\\*|\\*|#|\\{%-?\\s*comment).*\\b(${words})\\b`), code)).toEqual([]);
  });

  test("hold no key, certificate or filled-in environment", () => {
    expect(files.filter((file) => /(\.pem|\.key|\.crt|\.p12)$|(^|\/)\.env($|\.(?!example))/.test(file))).toEqual([]);
    expect(linesWith(new RegExp(`-----BEGIN [A-Z ]*PRIVATE ${"KEY"}-----`), texts)).toEqual([]);
  });
});
