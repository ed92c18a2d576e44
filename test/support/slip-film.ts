import { inflateSync } from "node:zlib";

/** A box in points, from the upper left corner of the page. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a camera that sees one of the codes of a slip is shown. */
export interface SlipView {
  readonly of: "barcode" | "qr";
  /** How far the slip is turned, in degrees. */
  readonly turned?: number;
}

const [WIDTH, HEIGHT] = [640, 480];
const [PAPER, INK, TABLE] = [225, 45, 120];
const DOTS_PER_POINT = 6;
/** White around the codes of a slip, in points. */
const SILENCE = 24;
/** Each point of the film is looked at this often in both directions, so that edges are soft, as a lens makes them. */
const SAMPLES = 3;

/** An uncompressed film (YUV4MPEG2) as Chromium shows it in place of a camera: one of the codes as the slip's PDF draws it, lying on a table. */
export function filmOfSlip(pdf: Uint8Array, view: SlipView): Buffer {
  return film(pictureOf(pdf, view));
}

/** The same as a photo (BMP). */
export function photoOfSlip(pdf: Uint8Array, view: SlipView): Buffer {
  const grey = pictureOf(pdf, view);
  const head = Buffer.alloc(54);
  head.write("BM");
  head.writeUInt32LE(head.length + 3 * grey.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(WIDTH, 18);
  // Rows from the top.
  head.writeInt32LE(-HEIGHT, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, Buffer.from([...grey].flatMap((light) => [light, light, light]))]);
}

function pictureOf(pdf: Uint8Array, { of, turned = 0 }: SlipView): Buffer {
  const boxes = boxesOf(Buffer.from(pdf));
  const tallest = Math.max(...boxes.map(({ height }) => height));
  const isOfCode = ({ width, height }: Shape) => (of === "qr" ? width === height && height < tallest / 2 : height === tallest);
  return seen(boxes.filter(isOfCode), turned);
}

function film(brightness: Buffer): Buffer {
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), brightness, grey]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A0:0 C420mpeg2\n`), frame, frame]);
}

/** Every filled box of a PDF whose pages count from the upper left. */
function boxesOf(pdf: Buffer): Shape[] {
  const source = pdf.toString("latin1");
  return [...source.matchAll(/\/FlateDecode\b[^>]*>>\s*stream\r?\n/g)].flatMap(({ index, 0: opening }) => {
    const begins = index + opening.length;
    const drawn = inflateSync(pdf.subarray(begins, source.indexOf("endstream", begins))).toString("latin1");
    return [...drawn.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)].map(([, x, y, width, height]) => ({
      ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    }));
  });
}

function seen(boxes: readonly Shape[], turned: number): Buffer {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)) - SILENCE, Math.min(...boxes.map(({ y }) => y)) - SILENCE];
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + SILENCE - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + SILENCE - top;
  const paper = { columns: Math.ceil(width * DOTS_PER_POINT), rows: Math.ceil(height * DOTS_PER_POINT) };
  const dots = new Uint8Array(paper.columns * paper.rows).fill(PAPER);
  const dot = (points: number) => Math.round(points * DOTS_PER_POINT);
  for (const box of boxes)
    for (let row = dot(box.y - top); row < dot(box.y + box.height - top); row += 1)
      dots.fill(INK, row * paper.columns + dot(box.x - left), row * paper.columns + dot(box.x + box.width - left));
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= paper.columns || row >= paper.rows
      ? TABLE
      : (dots[Math.floor(row) * paper.columns + Math.floor(column)] ?? TABLE);
  const isSideways = Math.abs(turned % 180) > 45;
  const [wide, high] = isSideways ? [paper.rows, paper.columns] : [paper.columns, paper.rows];
  const scale = Math.max(wide / (WIDTH * 0.8), high / (HEIGHT * 0.8));
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180) * scale, Math.sin((turned * Math.PI) / 180) * scale];
  const picture = Buffer.alloc(WIDTH * HEIGHT);
  for (let point = 0; point < picture.length; point += 1) {
    let light = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = (point % WIDTH) + ((sample % SAMPLES) + 0.5) / SAMPLES - WIDTH / 2;
      const y = Math.floor(point / WIDTH) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES - HEIGHT / 2;
      light += at(x * cos + y * sin + paper.columns / 2, y * cos - x * sin + paper.rows / 2);
    }
    picture[point] = light / (SAMPLES * SAMPLES);
  }
  return picture;
}
