import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** How heavy letters are. */
export type Weight = "regular" | "bold";

/** One file of a font: fonts from npm are cut into pieces by script. */
interface Piece {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

interface Woff2 {
  decompress: (file: Buffer) => Promise<Uint8Array>;
}

const require = createRequire(import.meta.url);
const opened = new Map<string, Promise<Buffer>>();
const pieces: Partial<Record<Weight, readonly Piece[]>> = {};

/** The pieces that may hold a letter, the best one first: European scripts have a font of their own, everything else is Chinese or Japanese. */
export function piecesFor(letter: string, weight: Weight): string[] {
  const point = letter.codePointAt(0) ?? 0;
  const all = (pieces[weight] ??= [...europeanPieces(weight), ...chinesePieces(weight)]);
  return all.filter(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to)).map(({ file }) => file);
}

/** The bytes of a piece as TrueType, unpacked once: what writes PDFs cannot take WOFF2 apart. */
export function openPiece(file: string): Promise<Buffer> {
  const known = opened.get(file);
  if (known) return known;
  const { decompress } = require("wawoff2") as Woff2;
  const made = decompress(readFileSync(file)).then((bytes) => Buffer.from(bytes));
  opened.set(file, made);
  return made;
}

const SCRIPTS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];

function europeanPieces(weight: Weight): Piece[] {
  const folder = path.dirname(require.resolve("@fontsource/noto-sans/package.json"));
  const ranges = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  const figure = weight === "bold" ? 700 : 400;
  return SCRIPTS.map((script) => ({
    file: path.join(folder, "files", `noto-sans-${script}-${figure}-normal.woff2`),
    ranges: rangesIn(ranges[script] ?? ""),
  }));
}

function chinesePieces(weight: Weight): Piece[] {
  const folder = path.join(path.dirname(require.resolve("noto-sans-sc/package.json")), `noto_sans_sc_${weight}`);
  const present = new Set(readdirSync(folder));
  const rules = readFileSync(path.join(folder, "css.css"), "utf8").matchAll(/url\(["']?([^"')]+)["']?\)[^}]*?unicode-range:\s*([^;}]+)/g);
  return [...rules].flatMap(([, name = "", ranges = ""]) =>
    present.has(name) ? [{ file: path.join(folder, name), ranges: rangesIn(ranges) }] : [],
  );
}

/** "U+0-FF, U+131" is from 0 to 255, and 305. */
function rangesIn(text: string): (readonly [number, number])[] {
  return [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = "", to = from]) => [parseInt(from, 16), parseInt(to, 16)]);
}
