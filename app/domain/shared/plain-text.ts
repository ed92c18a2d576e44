/** What people typed, as it can be stored and compared: without the character that no database takes (U+0000), and trimmed. */
export function plainText(text: string): string {
  return text.replaceAll("\u0000", "").trim();
}
