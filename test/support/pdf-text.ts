import { extractText, getDocumentProxy } from "unpdf";

/** What a PDF says, as somebody would copy it, and how large its first page is in points. */
export async function readPdf(pdf: Uint8Array): Promise<{ text: string; pages: number; width: number; height: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return { text: text.replace(/\s+/g, " "), pages: document.numPages, width: Math.round(width), height: Math.round(height) };
}
