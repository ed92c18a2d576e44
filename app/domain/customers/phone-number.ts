/**
 * A phone number as it is compared: "+" and digits where the country is given ("+49 (0)30 123-4567" is "+49301234567", "0049…" too), digits
 * alone where it is not. Null when it has fewer than 6 or more than 15 digits or anything but digits and the usual separators.
 */
export function normalizePhone(text: string): string | null {
  const compact = text
    .normalize("NFKC")
    .replace(/\(0\)/g, "")
    .replace(/[\s().\-/‐-―]/g, "");
  const international = compact.replace(/^00(?=[1-9])/, "+");
  return /^\+?\d{6,15}$/.test(international) ? international : null;
}

/** Whether two texts are the same number; one without its country fits one with it when all its digits (less a leading 0) agree at the end. */
export function isSamePhone(left: string, right: string): boolean {
  const [a, b] = [normalizePhone(left), normalizePhone(right)];
  if (a === null || b === null) return false;
  if (a.startsWith("+") === b.startsWith("+")) return a === b;
  const [full, local] = a.startsWith("+") ? [a, b] : [b, a];
  return full.endsWith(local.replace(/^0/, ""));
}
