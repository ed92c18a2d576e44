/** Shopify keeps at most this much of a note on a return's line. */
const NOTE_LIMIT = 255;

/** What tells staff, and us, which return of Amends something in Shopify belongs to. */
export function markOf(number: number): string {
  return `Amends ${number}`;
}

/** The shopper's note, cut to what Shopify keeps, with the mark at its end: "too tight · Amends 1001". */
export function markedNote(note: string, number: number): string {
  const mark = markOf(number);
  const room = NOTE_LIMIT - mark.length - SEPARATOR.length;
  const cut = [...note.trim()].slice(0, room).join("").slice(0, room);
  return cut === "" ? mark : `${cut}${SEPARATOR}${mark}`;
}

/** Whether the note carries the mark of this return. */
export function isMarked(note: string, number: number): boolean {
  return note === markOf(number) || note.endsWith(`${SEPARATOR}${markOf(number)}`);
}

const SEPARATOR = " · ";
