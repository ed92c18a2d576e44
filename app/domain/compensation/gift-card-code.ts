import { readableCode } from "#app/domain/shared/readable-code.ts";

const LENGTH = 16;

/**
 * The code of a gift card, worked out from a keyed digest of what it is for (hex, at least 32 figures): the same purpose always has the same
 * code, so it needs to be kept nowhere and cannot be issued twice. 16 signs of 32, 80 bits.
 *
 * "00010f…" begins with "ABR".
 */
export function giftCardCode(digest: string): string {
  return readableCode(digest, LENGTH);
}
