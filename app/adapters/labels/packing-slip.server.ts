import PDFDocument from "pdfkit";
import type { SlipLine, SlipSheet } from "#app/use-cases/labels/ports.ts";
import { drawBarcode, drawQr } from "./codes.server.ts";
import { Typesetter } from "./typesetter.server.ts";

type Document = InstanceType<typeof PDFDocument>;

interface Desk {
  readonly document: Document;
  readonly type: Typesetter;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly bottom: number;
}

const MARGIN = 48;
const GREY = "#5c5f62";
const RULE = "#c9cccf";
const BODY = { size: 10 } as const;
const SMALL = { size: 9, color: GREY } as const;
const HEADING = { size: 11, weight: "bold" } as const;
const QR_SIZE = 84;
const STUB_HEIGHT = 178;

/** One slip: codes and items for the parcel's inside, and at the foot an address to cut off for its outside. */
export async function drawSlip(sheet: SlipSheet): Promise<Uint8Array> {
  const info = { Title: `${sheet.title} ${sheet.returnName}`, Author: sheet.shopName };
  const size = sheet.paper === "letter" ? "LETTER" : "A4";
  const document = new PDFDocument({ size, margin: 0, info, lang: sheet.language, displayTitle: true });
  const parts: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (part: Uint8Array) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  const type = new Typesetter(document);
  await type.prepare(textsOf(sheet));
  const right = document.page.width - MARGIN;
  draw({ document, type, left: MARGIN, right, width: right - MARGIN, bottom: document.page.height - MARGIN }, sheet);
  document.end();
  return done;
}

function draw(desk: Desk, sheet: SlipSheet): void {
  drawStub(desk, sheet);
  let y = drawHead(desk, sheet);
  y = drawFacts(desk, sheet, y);
  drawSteps(desk, sheet, drawItems(desk, sheet, { y, floor: desk.bottom - STUB_HEIGHT - 14 }));
}

function drawHead({ document, type, left, right, width }: Desk, sheet: SlipSheet): number {
  const text = width - QR_SIZE - 24;
  let y = type.set(type.lines(sheet.shopName, text, { size: 12, color: GREY }), { x: left, y: MARGIN }, { size: 12, color: GREY });
  y = type.set(type.lines(sheet.title, text, { size: 20, weight: "bold" }), { x: left, y }, { size: 20, weight: "bold" });
  drawQr(document, sheet.code, { x: right - QR_SIZE, y: MARGIN, size: QR_SIZE });
  drawBarcode(document, sheet.code, { x: left - 8, y: y + 8, width: 260, height: 44 });
  y = type.set([sheet.codeCaption], { x: left, y: y + 56 }, { size: 10, weight: "bold" });
  return Math.max(y, MARGIN + QR_SIZE) + 12;
}

function drawFacts(desk: Desk, { facts }: SlipSheet, top: number): number {
  const { type, left, width } = desk;
  let y = top;
  const labelWidth = Math.min(160, Math.max(...facts.map(([label]) => type.width(label, SMALL))) + 16);
  for (const [label, value] of facts) {
    type.set([label], { x: left, y }, SMALL);
    y = type.set(type.lines(value, width - labelWidth, BODY), { x: left + labelWidth, y: y - 0.5 }, BODY);
  }
  return y + 12;
}

/** How far down a page is written, and how far it may be. */
interface Place {
  readonly y: number;
  readonly floor: number;
}

/** What does not fit above the address goes on on further pages, which have none. */
function drawItems(desk: Desk, { items, returnName }: SlipSheet, { y: top, floor: first }: Place): Place {
  const { document, type, left } = desk;
  let y = type.set([items.heading], { x: left, y: top }, HEADING) + 4;
  let floor = first;
  for (const line of items.lines) {
    const set = setting(desk, line);
    if (y + set.height > floor) {
      document.addPage();
      floor = desk.bottom;
      y = type.set([returnName], { x: left, y: MARGIN }, HEADING) + 8;
    }
    y = set.draw(y);
  }
  return { y: y + 14, floor };
}

const QUANTITY_WIDTH = 36;

function setting({ document, type, left, right, width }: Desk, { quantity, title, detail }: SlipLine) {
  const room = width - QUANTITY_WIDTH;
  const titles = type.lines(title, room, BODY);
  const details = detail ? type.lines(detail, room, SMALL) : [];
  const draw = (y: number): number => {
    document.moveTo(left, y).lineTo(right, y).lineWidth(0.5).stroke(RULE);
    type.set([quantity], { x: left, y: y + 4 }, { ...BODY, weight: "bold" });
    const below = type.set(titles, { x: left + QUANTITY_WIDTH, y: y + 4 }, BODY);
    return type.set(details, { x: left + QUANTITY_WIDTH, y: below }, SMALL) + 4;
  };
  return { height: type.height(titles, BODY) + type.height(details, SMALL) + 8, draw };
}

/** Below the items where there is room; on a page of their own otherwise. */
function drawSteps(desk: Desk, { steps, note }: SlipSheet, { y: top, floor }: Place): void {
  const { document, type, left, width } = desk;
  const numbered = steps.lines.map((line) => type.lines(line, width - 18, BODY));
  const notes = note ? type.lines(note, width, BODY) : [];
  const height = [...numbered, notes].reduce((all, lines) => all + type.height(lines, BODY), 30);
  let y = top;
  if (y + height > floor) {
    document.addPage();
    y = MARGIN;
  }
  y = type.set([steps.heading], { x: left, y }, HEADING) + 2;
  numbered.forEach((lines, index) => {
    type.set([`${index + 1}.`], { x: left, y }, BODY);
    y = type.set(lines, { x: left + 18, y }, BODY);
  });
  type.set(notes, { x: left, y: y + 6 }, BODY);
}

/** The part for the outside of the parcel, below a dashed line. */
function drawStub({ document, type, left, right, width, bottom }: Desk, { address, code, codeCaption }: SlipSheet): void {
  const top = bottom - STUB_HEIGHT;
  document.moveTo(left, top).lineTo(right, top).lineWidth(0.75).dash(4, { space: 3 }).stroke(GREY).undash();
  type.set(type.lines(address.hint, width, SMALL), { x: left, y: top + 4 }, SMALL);
  const room = width - 210;
  let y = type.set([address.heading], { x: left, y: top + 26 }, SMALL) + 2;
  const large = { size: address.lines.length > 5 ? 11 : 14, weight: "bold" } as const;
  for (const line of address.lines) y = type.set(type.lines(line, room, large), { x: left, y }, large);
  type.set(type.lines(address.from, room, SMALL), { x: left, y: Math.max(y + 6, bottom - 26) }, SMALL);
  drawBarcode(document, code, { x: right - 190, y: top + 44, width: 190, height: 60 });
  type.set([codeCaption], { x: right - 180, y: top + 110 }, { size: 11, weight: "bold" });
}

function textsOf(sheet: SlipSheet): string[] {
  const { title, shopName, returnName, codeCaption, facts, items, steps, note, address } = sheet;
  return [
    ...[title, shopName, returnName, codeCaption, note, items.heading, steps.heading, "0123456789."],
    ...facts.flat(),
    ...items.lines.flatMap(({ quantity, title: name, detail }) => [quantity, name, detail]),
    ...steps.lines,
    ...[address.hint, address.heading, address.from, ...address.lines],
  ];
}
