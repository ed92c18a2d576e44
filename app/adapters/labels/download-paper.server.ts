import { fileTypeFromBuffer } from "file-type";
import type { PaperFile } from "#app/use-cases/labels/ports.ts";

const LARGEST_BYTES = 5_000_000;
const TYPES = ["application/pdf", "image/png"];
const TIMEOUT_MILLISECONDS = 20_000;

/** A label or a code that a seller keeps at an address of its own: over TLS, or from the seller itself; what it is, its bytes say. */
export async function downloadPaper(url: string, sellersOrigin: string): Promise<PaperFile> {
  const address = new URL(url);
  if (address.protocol !== "https:" && address.origin !== sellersOrigin) throw new Error("A label is only read over https");
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
  if (!response.ok) throw new Error(`The label could not be read: ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer());
  const type = await fileTypeFromBuffer(content);
  if (content.byteLength > LARGEST_BYTES || !type || !TYPES.includes(type.mime))
    throw new Error("What stands at the label's address is none");
  return { content, mimeType: type.mime };
}
