/** The pattern of LIKE for texts that contain this one: "%" and "_" mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
