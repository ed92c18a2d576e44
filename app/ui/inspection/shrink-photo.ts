import { PHOTO_MAX_BYTES } from "#app/domain/shops/evidence-settings.ts";

const LONGEST_SIDE = 1_600;

export type PhotoProblem = "photo_too_large" | "photo_wrong_type";

/** A photo small enough for a bad connection. One of an iPhone goes as it is where the browser cannot read it; what is no photo is refused. */
export async function shrinkPhoto(file: File): Promise<Blob | PhotoProblem> {
  const small = await asJpeg(file);
  if (small) return small;
  if (!(await isHeic(file))) return "photo_wrong_type";
  return file.size > PHOTO_MAX_BYTES ? "photo_too_large" : file;
}

async function asJpeg(file: File): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  return made ?? undefined;
}

/** By its first bytes, as the server looks at it. */
async function isHeic(file: File): Promise<boolean> {
  return /^....ftyphei[cx]/s.test(await file.slice(0, 12).text());
}
