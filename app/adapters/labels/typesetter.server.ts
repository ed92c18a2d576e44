import type PDFDocument from "pdfkit";
import { z } from "zod";
import { openPiece, piecesFor, type Weight } from "./faces.server.ts";

type Document = InstanceType<typeof PDFDocument>;

export interface Type {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
}

/** A stretch of letters of one font. */
interface Run {
  readonly font: string;
  readonly text: string;
}

/** Shown for a letter that no font has. */
const UNKNOWN = "\u25a1";
/** Joiners and selectors that have no shape of their own. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}|\p{Cc}/gu;
const LINE_HEIGHT = 1.4;

/** What writes PDFs tells nobody which letters a font has, but keeps what does. */
const OPENED = z.object({
  font: z.custom<{ hasGlyphForCodePoint(point: number): boolean }>(
    (font) => typeof font === "object" && font !== null && "hasGlyphForCodePoint" in font,
  ),
});

/**
 * Sets texts of any language on a page: each letter in the first font that has it, broken into lines where its language breaks them.
 * PDF's own fonts know Western European letters only.
 */
export class Typesetter {
  readonly #document: Document;
  /** Of each piece opened for this document, which letters it really has. */
  readonly #letters = new Map<string, (letter: string) => boolean>();
  readonly #fonts = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Opens the fonts for every text that will be set; without it a letter is unknown. */
  async prepare(texts: readonly string[]): Promise<void> {
    const letters = new Set([...texts.join("").normalize("NFC").replace(SHAPELESS, ""), " ", UNKNOWN, "…"]);
    for (const weight of ["regular", "bold"] as const) {
      for (const letter of letters) await this.#choose(letter, weight);
    }
  }

  /** The lines of a text in so many points of width. */
  lines(text: string, width: number, type: Type): string[] {
    return text.split("\n").flatMap((paragraph) => this.#wrap(clean(paragraph), width, type));
  }

  /** Sets lines from `y` downwards and answers where the next one goes. */
  set(lines: readonly string[], at: { readonly x: number; readonly y: number }, type: Type): number {
    const step = type.size * LINE_HEIGHT;
    lines.forEach((line, index) => this.#setLine(line, { x: at.x, y: at.y + index * step + type.size }, type));
    return at.y + lines.length * step;
  }

  height(lines: readonly string[], { size }: Type): number {
    return lines.length * size * LINE_HEIGHT;
  }

  width(text: string, type: Type): number {
    return this.#runs(text, type.weight ?? "regular").reduce((all, { font, text: part }) => {
      return all + this.#document.font(font).fontSize(type.size).widthOfString(part);
    }, 0);
  }

  #setLine(line: string, { x, y }: { x: number; y: number }, type: Type): void {
    let left = x;
    for (const { font, text } of this.#runs(line, type.weight ?? "regular")) {
      this.#document
        .font(font)
        .fontSize(type.size)
        .fillColor(type.color ?? "#000000");
      this.#document.text(text, left, y, { lineBreak: false, baseline: "alphabetic" });
      left += this.#document.widthOfString(text);
    }
  }

  #wrap(paragraph: string, width: number, type: Type): string[] {
    const lines: string[] = [];
    let line = "";
    for (const part of partsOf(paragraph)) {
      const longer = line + part;
      if (line === "" || this.width(longer.trimEnd(), type) <= width) {
        line = longer;
        continue;
      }
      lines.push(line.trimEnd());
      line = part.trimStart();
    }
    return [...lines, line.trimEnd()].flatMap((one) => this.#cut(one, width, type));
  }

  /** One word that is longer than the line goes on in the next. */
  #cut(line: string, width: number, type: Type): string[] {
    if (this.width(line, type) <= width) return [line];
    const letters = [...line];
    let fits = 1;
    while (fits < letters.length && this.width(letters.slice(0, fits + 1).join(""), type) <= width) fits += 1;
    const rest = letters.slice(fits).join("");
    return [letters.slice(0, fits).join(""), ...(rest ? this.#cut(rest, width, type) : [])];
  }

  #runs(text: string, weight: Weight): Run[] {
    const runs: { font: string; text: string }[] = [];
    for (const letter of clean(text)) {
      const known = this.#fonts.get(`${weight}:${letter}`);
      const font = known ?? this.#fonts.get(`${weight}:${UNKNOWN}`) ?? "Helvetica";
      const last = runs.at(-1);
      const shown = known ? letter : UNKNOWN;
      if (last?.font === font) last.text += shown;
      else runs.push({ font, text: shown });
    }
    return runs;
  }

  async #choose(letter: string, weight: Weight): Promise<void> {
    for (const file of piecesFor(letter, weight)) {
      const has = this.#letters.get(file) ?? (await this.#open(file));
      if (!has(letter)) continue;
      this.#fonts.set(`${weight}:${letter}`, file);
      return;
    }
  }

  async #open(file: string): Promise<(letter: string) => boolean> {
    this.#document.registerFont(file, await openPiece(file));
    this.#document.font(file);
    const { font } = OPENED.parse(Reflect.get(this.#document, "_font"));
    const has = (letter: string) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    this.#letters.set(file, has);
    return has;
  }
}

function clean(text: string): string {
  return text.normalize("NFC").replace(SHAPELESS, "");
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Where a line may end: after each word with what follows it, which in Chinese and Japanese is almost anywhere. */
function partsOf(paragraph: string): string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(paragraph)) {
    const last = parts.length - 1;
    if (last >= 0 && (OPENING.test(parts[last] ?? "") || !(isWordLike || OPENING.test(segment)))) parts[last] += segment;
    else parts.push(segment);
  }
  return parts;
}

/** What stands before the word it belongs to. */
const OPENING = /^[(\[{“‘「『（【《#$€£¥]$/;
