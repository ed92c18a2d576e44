/** The sheets that people print on. */
export type Paper = "a4" | "letter";

/** Countries whose printers hold US letter paper (CLDR, "paper size"); everybody else has A4. */
const LETTER = ["US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "PR", "SV", "VE", "BZ"];

/** The paper of a country by its two-letter code: "US" prints on letter, "DE" and a country that is not known on A4. */
export function paperOf(countryCode: string | undefined): Paper {
  return LETTER.includes(countryCode?.toUpperCase() ?? "") ? "letter" : "a4";
}
