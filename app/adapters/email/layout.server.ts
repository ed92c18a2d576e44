import { Body, Button, Container, Head, Hr, Html, Img, Link, Preview, Section, Text } from "@react-email/components";
import { createElement, Fragment, type ReactNode } from "react";
import type { Brand } from "#app/domain/shops/brand.ts";
import type { Part, Span } from "./markup.server.ts";

/** A button of a mail. */
export interface MailButton {
  readonly label: string;
  readonly url: string;
}

/** Everything that stands in the shop's frame. */
export interface Letter {
  readonly locale: string;
  readonly brand: Brand;
  readonly shopUrl: string;
  readonly subject: string;
  readonly parts: readonly Part[];
  /** What is drawn in the place of a block, by its name. */
  readonly blocks: Readonly<Record<string, DrawnBlock>>;
  readonly footer: readonly string[];
  readonly unsubscribe?: MailButton;
}

export type DrawnBlock =
  | { readonly kind: "buttons"; readonly buttons: readonly MailButton[] }
  | { readonly kind: "scores"; readonly buttons: readonly MailButton[]; readonly low: string; readonly high: string }
  | { readonly kind: "items"; readonly lines: readonly string[] };

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif";
const JAPANESE_FONT =
  "-apple-system, 'Segoe UI', Roboto, 'Hiragino Kaku Gothic ProN', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Sans SC', Arial, sans-serif";
const TEXT = { fontSize: "16px", lineHeight: "26px", color: "#1f1f1f", margin: "0 0 16px" };
const SMALL = { fontSize: "13px", lineHeight: "20px", color: "#5c5c5c", margin: "0 0 8px" };

/** The mail as a React tree: the shop's name or logo, what is said, and who says it. */
export function letterElement(letter: Letter): ReactNode {
  const { locale, brand } = letter;
  return createElement(
    Html,
    { lang: locale },
    createElement(
      Head,
      null,
      createElement("title", null, letter.subject),
      createElement("meta", { name: "color-scheme", content: "light" }),
    ),
    createElement(Preview, null, letter.subject),
    createElement(
      Body,
      { style: { backgroundColor: "#f4f4f2", fontFamily: locale === "ja" ? JAPANESE_FONT : FONT, margin: 0, padding: "24px 0" } },
      createElement(
        Container,
        { style: { backgroundColor: "#ffffff", maxWidth: "560px", padding: "32px", borderTop: `4px solid ${brand.accentColor}` } },
        header(letter),
        ...letter.parts.map((part, index) => createElement(Fragment, { key: index }, drawn(part, letter))),
        createElement(Hr, { style: { borderColor: "#e3e3e0", margin: "32px 0 16px" } }),
        ...footer(letter),
      ),
    ),
  );
}

function header({ brand, shopUrl }: Letter): ReactNode {
  const name = brand.logoUrl
    ? createElement(Img, { src: brand.logoUrl, alt: brand.name, height: 40 })
    : createElement("strong", { style: { fontSize: "18px", color: "#1f1f1f" } }, brand.name);
  return createElement(
    Section,
    { style: { marginBottom: "24px" } },
    createElement(Link, { href: shopUrl, style: { textDecoration: "none" } }, name),
  );
}

function drawn(part: Part, letter: Letter): ReactNode {
  if (part.kind === "paragraph") return createElement(Text, { style: TEXT }, ...part.lines.flatMap((line, index) => inLine(line, index)));
  const block = letter.blocks[part.name];
  if (!block) return null;
  switch (block.kind) {
    case "buttons":
      return createElement(Section, { style: { margin: "8px 0 24px" } }, ...block.buttons.map((one) => button(one, letter.brand)));
    case "scores":
      return scores(block, letter.brand);
    case "items":
      return createElement(
        "ul",
        { style: { ...TEXT, paddingLeft: "20px" } },
        ...block.lines.map((line, key) => createElement("li", { key }, line)),
      );
  }
}

function inLine(line: readonly Span[], index: number): ReactNode[] {
  const spans = line.map(({ text, href }, key) =>
    href === undefined
      ? text
      : createElement(Link, { key: `${index}.${key}`, href, style: { color: "#0b57d0", textDecoration: "underline" } }, text),
  );
  return index === 0 ? spans : [createElement("br", { key: `${index}.br` }), ...spans];
}

function button({ label, url }: MailButton, brand: Brand): ReactNode {
  const style = {
    display: "block",
    margin: "0 0 10px",
    padding: "13px 18px",
    borderRadius: "8px",
    textAlign: "center" as const,
    fontSize: "16px",
    backgroundColor: brand.accentColor,
    color: inkOn(brand.accentColor),
  };
  return createElement(Button, { key: url, href: url, style, className: "own-line" }, label);
}

function scores(block: Extract<DrawnBlock, { kind: "scores" }>, brand: Brand): ReactNode {
  const style = {
    display: "inline-block",
    margin: "0 8px 8px 0",
    padding: "13px 0",
    width: "48px",
    textAlign: "center" as const,
    borderRadius: "8px",
    fontSize: "18px",
    backgroundColor: brand.accentColor,
    color: inkOn(brand.accentColor),
  };
  return createElement(
    Section,
    { style: { margin: "8px 0 24px" } },
    ...block.buttons.map(({ label, url }) => createElement(Button, { key: url, href: url, style, className: "own-line" }, label)),
    createElement(Text, { key: "ends", style: SMALL }, `${block.low} · ${block.high}`),
  );
}

function footer({ footer: lines, unsubscribe }: Letter): ReactNode[] {
  const written = lines.map((line, key) => createElement(Text, { key, style: SMALL }, line));
  if (!unsubscribe) return written;
  const link = createElement(Link, { href: unsubscribe.url, style: { ...SMALL, textDecoration: "underline" } }, unsubscribe.label);
  return [...written, createElement(Text, { key: "unsubscribe", style: SMALL }, link)];
}

/** Black or white, whichever is easier to read on the colour (WCAG 2.2 relative luminance; the two are equal at 0.179). */
function inkOn(hex: string): string {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > 0.179 ? "#000000" : "#ffffff";
}
