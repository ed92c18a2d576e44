import { prepareZXingModule, purgeZXingModule, readBarcodes } from "zxing-wasm/reader";
import program from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Loads the library's program; rejects when it does not come, and may then be asked again. */
export async function loadReader(): Promise<void> {
  try {
    // From this app like every other file of the page; the library would ask a public CDN.
    await prepareZXingModule({ overrides: { locateFile: () => program }, fireImmediately: true });
  } catch (error) {
    purgeZXingModule();
    throw error;
  }
}

/** The code in a picture, however it is held; undefined where there is none. Only the two kinds that a slip has are looked for. */
export async function readPoints(points: ImageData): Promise<string | undefined> {
  const [found] = await readBarcodes(points, { formats: ["Code128", "QRCode"], maxNumberOfSymbols: 1 });
  return found?.text;
}
