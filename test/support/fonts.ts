import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const WEIGHTS = ["noto_sans_sc_regular", "noto_sans_sc_bold"];

interface Woff2 {
  decompress: (file: Buffer) => Promise<Uint8Array>;
}

/**
 * A machine that runs tests often has no font with Chinese or Japanese letters, and its screenshots would show empty boxes. Unpacks
 * one from npm beside the browser (system fonts must be TrueType) and answers the font configuration that names it.
 */
export async function writeFonts(home: string): Promise<string> {
  const folder = path.join(home, "noto-sans-sc");
  const configuration = path.join(home, "fonts-with-chinese.conf");
  if (existsSync(configuration)) return configuration;
  const require = createRequire(import.meta.url);
  const source = path.dirname(require.resolve("noto-sans-sc/package.json"));
  const { decompress } = require("wawoff2") as Woff2;
  mkdirSync(folder, { recursive: true });
  for (const weight of WEIGHTS) {
    for (const name of readdirSync(path.join(source, weight)).filter((each) => each.endsWith(".woff2"))) {
      const target = path.join(folder, `${weight}-${name.replace(/\.woff2$/, ".ttf")}`);
      writeFileSync(target, await decompress(readFileSync(path.join(source, weight, name))));
    }
  }
  const draft = `${configuration}.${process.pid}`;
  writeFileSync(
    draft,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir><dir>${path.join(home, "fonts")}</dir><cachedir>${path.join(home, "fonts-cache")}</cachedir></fontconfig>`,
  );
  renameSync(draft, configuration);
  return configuration;
}
