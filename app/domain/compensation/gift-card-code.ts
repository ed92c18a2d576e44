/** Letters and figures that nobody mistakes for each other. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 16;

/**
 * The code of a gift card, worked out from a keyed digest of what it is for (hex, at least 32 figures): the same purpose always has the same
 * code, so it needs to be kept nowhere and cannot be issued twice. 16 signs of 32, 80 bits.
 *
 * "00010f…" begins with "ABR".
 */
export function giftCardCode(digest: string): string {
  const bytes = digest.match(/[0-9a-f]{2}/g) ?? [];
  if (bytes.length < LENGTH) throw new Error("A gift card's code needs a digest of at least 16 bytes");
  return bytes
    .slice(0, LENGTH)
    .map((byte) => ALPHABET.charAt(parseInt(byte, 16) % ALPHABET.length))
    .join("");
}
