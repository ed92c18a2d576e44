/** A text without the one character that no database takes (U+0000). */
export function withoutNul(text: string): string {
  return text.replaceAll("\u0000", "");
}

/** What people typed, as it can be stored and compared: without U+0000, and trimmed. */
export function plainText(text: string): string {
  return withoutNul(text).trim();
}
