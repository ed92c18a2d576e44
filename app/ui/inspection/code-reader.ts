/** What a code can be looked for in. */
export type Picture = HTMLVideoElement | ImageBitmap;

/** Finds the code of a slip in a picture. */
export type CodeReader = (picture: Picture) => Promise<string | undefined>;

interface Detector {
  detect(source: Picture): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorMaker {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMATS = ["code_128", "qr_code"];
/** Beyond this a picture says no more about a code that fills a part of it, and costs time. */
const LONGEST_SIDE = 1_280;

/** The browser's own reader where it knows both kinds of code; the library is loaded only where it does not. */
export async function openCodeReader(): Promise<CodeReader> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const known = await Maker?.getSupportedFormats().catch((): readonly string[] => []);
  if (Maker && FORMATS.every((format) => known?.includes(format))) {
    const detector = new Maker({ formats: FORMATS });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue || undefined;
  }
  const library = await import("./wasm-reader.ts");
  await library.loadReader();
  const canvas = document.createElement("canvas");
  return async (picture) => {
    const points = pointsOf(picture, canvas);
    return points && (await library.readPoints(points));
  };
}

/** The picture's points, small enough to be looked through many times a second; undefined before a camera has shown anything. */
function pointsOf(picture: Picture, canvas: HTMLCanvasElement): ImageData | undefined {
  const [width, height] = "videoWidth" in picture ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context || width === 0 || height === 0) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The code in a photo that was taken of a slip; undefined where there is none, and for a file that is no picture. */
export async function readCodeIn(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  try {
    const read = await openCodeReader();
    return await read(picture);
  } finally {
    picture.close();
  }
}
