import bwip from "bwip-js/node";
import type PDFDocument from "pdfkit";

type Document = InstanceType<typeof PDFDocument>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bars must be this wide, in points, or cheap printers run them together (a quarter of a millimetre). */
const THINNEST_BAR = 0.95;

/** A Code 128 barcode in the box, as sharp as the printer: with the silence at both ends that scanners need. */
export function drawBarcode(document: Document, code: string, { x, y, width, height }: Box): void {
  const [symbol] = bwip.raw({ bcid: "code128", text: code });
  if (!symbol || !("sbs" in symbol)) throw new Error(`Code 128 cannot carry ${code}`);
  const modules = symbol.sbs.reduce((all, bar) => all + bar, 0) + 2 * QUIET_MODULES;
  const module = Math.min(width / modules, 2 * THINNEST_BAR);
  let left = x + QUIET_MODULES * module;
  symbol.sbs.forEach((bar, index) => {
    // Bars and gaps take turns, a bar first.
    if (index % 2 === 0) document.rect(left, y, bar * module, height);
    left += bar * module;
  });
  document.fill("#000000");
}

const QUIET_MODULES = 10;

/** A QR code with medium correction, filling a square. */
export function drawQr(document: Document, code: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const [symbol] = bwip.raw("qrcode", code, "eclevel=M");
  if (!symbol || !("pixs" in symbol)) throw new Error(`A QR code cannot carry ${code}`);
  const { pixs, pixx } = symbol;
  const module = size / pixx;
  pixs.forEach((isDark, index) => {
    if (isDark) document.rect(x + (index % pixx) * module, y + Math.floor(index / pixx) * module, module, module);
  });
  document.fill("#000000");
}
