import type { Paper } from "#app/domain/labels/paper.ts";

/** A packing slip in words: everything it says is here, in the reader's language. */
export interface SlipSheet {
  readonly paper: Paper;
  /** BCP 47, for the document's own data. */
  readonly language: string;
  readonly title: string;
  readonly shopName: string;
  /** "#1001-R1", large beside the codes. */
  readonly returnName: string;
  /** What the barcode and the QR code carry. */
  readonly code: string;
  readonly codeCaption: string;
  /** Label and value, a line each: order, date, customer. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly items: { readonly heading: string; readonly lines: readonly SlipLine[] };
  readonly steps: { readonly heading: string; readonly lines: readonly string[] };
  /** The shop's own words; empty for none. */
  readonly note: string;
  /** The part that is cut off and put on the parcel. */
  readonly address: { readonly hint: string; readonly heading: string; readonly lines: readonly string[]; readonly from: string };
}

export interface SlipLine {
  readonly quantity: string;
  readonly title: string;
  /** Variant, article number and reason. */
  readonly detail: string;
}

/** Draws papers that people print. */
export interface Papers {
  /** The slip as a PDF. */
  slip(sheet: SlipSheet): Promise<Uint8Array>;
}
