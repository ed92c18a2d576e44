import { READABLE_ALPHABET, readableCode } from "#app/domain/shared/readable-code.ts";

const LENGTH = 12;
const GROUP = 4;

/**
 * The code by which a gift is returned, worked out from a keyed digest of its id (hex, at least 24 figures). 12 signs of 32, 60 bits: with 20
 * tries a quarter of an hour nobody finds one of a million codes in a thousand years. Written in groups of four.
 *
 * "00010f…" begins with "ABR".
 */
export function giftCodeOf(digest: string): string {
  return (readableCode(digest, LENGTH).match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/**
 * A code as somebody typed it, as it is written: "abcd efgh-jklm" is "ABCD-EFGH-JKLM". Undefined for what can be none: another length, or a
 * sign that no code has.
 */
export function readGiftCode(typed: string): string | undefined {
  const signs = [
    ...typed
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[\s\p{Pd}_.]/gu, ""),
  ];
  if (signs.length !== LENGTH || !signs.every((sign) => READABLE_ALPHABET.includes(sign))) return undefined;
  return (signs.join("").match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}
