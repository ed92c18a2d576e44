/** A text as conditions compare it: without case and surrounding blanks. */
export function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** Several texts as conditions compare them; empty ones are left out. */
export function plainSet(texts: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const text of texts) {
    const key = plain(text);
    if (key !== "") set.add(key);
  }
  return set;
}
