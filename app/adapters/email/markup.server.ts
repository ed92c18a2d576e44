import { BLOCK_MARK, uncarried } from "./liquid.server.ts";

/** A piece of a line: words, or words that lead somewhere. */
export interface Span {
  readonly text: string;
  readonly href?: string;
}

/** One part of a mail's body: lines of a paragraph, or the place of something that is drawn. */
export type Part =
  { readonly kind: "paragraph"; readonly lines: readonly (readonly Span[])[] } | { readonly kind: "block"; readonly name: string };

const LINK = /\[([^\]]+)\]\(([^)\s]+)\)/;

/** Reads a filled-in body: paragraphs stand apart by an empty line, `[words](https://…)` is a link, and nothing else has a meaning. */
export function partsOf(filled: string): Part[] {
  return filled
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n/)
    .flatMap((paragraph) => partsOfParagraph(paragraph));
}

function partsOfParagraph(paragraph: string): Part[] {
  const mark = BLOCK_MARK.exec(paragraph);
  if (!mark) return written(paragraph);
  const [whole, name = ""] = mark;
  const after = paragraph.slice(mark.index + whole.length);
  return [...written(paragraph.slice(0, mark.index)), { kind: "block", name }, ...partsOfParagraph(after)];
}

function written(text: string): Part[] {
  const lines = text.split("\n").map((line) => line.trim());
  const filled = lines.filter((line, index) => line !== "" || (index > 0 && index < lines.length - 1));
  return filled.some((line) => line !== "") ? [{ kind: "paragraph", lines: filled.map(spansOf) }] : [];
}

function spansOf(line: string): Span[] {
  const link = LINK.exec(line);
  if (!link) return line === "" ? [] : [{ text: uncarried(line) }];
  const [whole, words = "", target = ""] = link;
  const href = uncarried(target);
  const span = /^https?:\/\//i.test(href) ? { text: uncarried(words), href } : { text: uncarried(words) };
  return [...spansOf(line.slice(0, link.index)), span, ...spansOf(line.slice(link.index + whole.length))];
}
