/** Letters and figures that nobody mistakes for each other. */
export const READABLE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * The first `length` bytes of a keyed digest (hex), a sign for each: the same digest always gives the same code, so the code needs to be kept
 * nowhere. Each sign is one of 32, 5 bits.
 *
 * "00010f…" begins with "ABR".
 */
export function readableCode(digest: string, length: number): string {
  const bytes = digest.match(/[0-9a-f]{2}/g) ?? [];
  if (bytes.length < length) throw new Error(`A code of ${length} signs needs a digest of at least ${length} bytes`);
  return bytes
    .slice(0, length)
    .map((byte) => READABLE_ALPHABET.charAt(parseInt(byte, 16) % READABLE_ALPHABET.length))
    .join("");
}
