/** What a slip's barcode and QR code carry: the return's number and nothing else, so that every scanner reads it. */
export function slipCode(number: number): string {
  return String(number);
}

/** A return as somebody names it: by the number on its slip, or by its name. */
export type NamedReturn = { readonly number: number } | { readonly name: string };

/**
 * What was scanned or typed: "1042" and " 1042 " are the number 1042, "#1001-R1" and "1001-r1" the name "#1001-R1". Undefined for what
 * can be neither, also for numbers that no shop reaches.
 */
export function readSlipCode(text: string): NamedReturn | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return { number: Number(trimmed) };
  // The receiver of a gift knows no order: "G1042".
  if (/^g\d{1,9}$/i.test(trimmed)) return { name: trimmed.toUpperCase() };
  return /^\S.{0,60}-r\d{1,4}$/i.test(trimmed) ? { name: trimmed.replace(/r(\d+)$/i, "R$1") } : undefined;
}
