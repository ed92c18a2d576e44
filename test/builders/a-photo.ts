/** The smallest PNG there is: one transparent pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A photo of at least so many bytes. */
export function aPhoto(bytes = 0): Blob {
  const png = Buffer.from(PNG, "base64");
  return new Blob([png, Buffer.alloc(Math.max(0, bytes - png.length))], { type: "image/png" });
}
