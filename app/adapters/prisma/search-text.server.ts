/** A text as LIKE takes it literally: "%" and "_" mean themselves. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** The pattern of LIKE for texts that contain this one. */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}
