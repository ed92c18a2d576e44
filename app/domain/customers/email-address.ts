/**
 * An e-mail address as it is compared and stored: trimmed, without a "mailto:", in Unicode's composed form and lower case. Dots and
 * plus signs stay, because they may be part of another person's address. Null when it cannot be an address.
 * " Jane@Example.COM " is "jane@example.com".
 */
export function normalizeEmail(text: string): string | null {
  const email = text
    .trim()
    .replace(/^mailto:/i, "")
    .normalize("NFKC")
    .toLowerCase();
  return email.length <= 254 && /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}.]+(\.[^\s@<>"(),:;\\[\]\p{Cc}.]+)+$/u.test(email)
    ? email
    : null;
}

/** Whether two texts are the same address. */
export function isSameEmail(left: string, right: string): boolean {
  const email = normalizeEmail(left);
  return email !== null && email === normalizeEmail(right);
}

/** An address that its owner recognises and others cannot use: "jane@example.com" is "j•••@example.com", whatever its length. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const first = [...email][0] ?? "";
  return at <= 0 ? "•••" : `${first}•••${email.slice(at)}`;
}
