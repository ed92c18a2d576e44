import { fileTypeFromBuffer } from "file-type";
import { withoutNul } from "#app/domain/shared/plain-text.ts";
import { EVIDENCE_RULES, type NewPhoto } from "#app/use-cases/returns/add-evidence.server.ts";

/** Most that a form with photos may hold beside one video: a few photos of the largest size. */
const LARGEST_UPLOAD = 4 * EVIDENCE_RULES.maxBytes - 1_000_000;
const LARGEST_FORM = 256_000;

/** Beyond this a sender is cut off instead of heard out. */
const PATIENCE = 8 * LARGEST_UPLOAD;

/** A form, or why it cannot be read. */
export type PostedForm = { readonly form: FormData } | { readonly problem: "too_large" | "unreadable" };

/**
 * Reads a posted form without ever holding more of it than a form may have; `moreBytes` are for what is sent beside a few photos. What is too large is still read to its end (up to a point),
 * because a proxy that cannot get rid of its body hears no answer.
 */
export async function readPostedForm(request: Request, moreBytes = 0): Promise<PostedForm> {
  const type = request.headers.get("content-type") ?? "";
  const isUpload = type.startsWith("multipart/form-data");
  if (!isUpload && !type.startsWith("application/x-www-form-urlencoded")) return { problem: "unreadable" };
  const body = await readUpTo(request.body, isUpload ? LARGEST_UPLOAD + moreBytes : LARGEST_FORM);
  if (!body) return { problem: "too_large" };
  try {
    return { form: storable(await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData()) };
  } catch {
    return { problem: "unreadable" };
  }
}

/** What was typed, as it can be stored and looked for. */
function storable(posted: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of posted) form.append(name, typeof value === "string" ? withoutNul(value) : value);
  return form;
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer | undefined> {
  if (!body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > PATIENCE) {
      await reader.cancel();
      return undefined;
    }
    if (size <= limit) parts.push(part.value);
    else parts.length = 0;
  }
  return size <= limit ? Buffer.concat(parts) : undefined;
}

/** A photo with the type that its bytes say; what the browser called it is not asked. */
export async function readPhoto(file: File): Promise<NewPhoto> {
  const content = new Uint8Array(await file.arrayBuffer());
  const type = await fileTypeFromBuffer(content);
  return { content, mimeType: type?.mime ?? "application/octet-stream" };
}

/** A text field; what is missing, a file or longer than anybody types is cut. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, LONGEST_TEXT) : "";
}

const LONGEST_TEXT = 10_000;
