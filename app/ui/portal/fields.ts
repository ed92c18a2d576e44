/**
 * The addresses and form fields of the portal. Names are lower-case letters only, because Shopify signs the query by sorting names in
 * byte order and its library checks it by sorting in locale order: the two agree on lower-case letters.
 */

/**
 * Steps below the portal's base path. A GET with `?t=` shows a step's page (the base path itself shows "find"), a POST sends that
 * page's form in and is answered by the page that comes next, or by the same page with what is to be put right:
 * find → code → items → options → confirm → status; `together` puts orders into one return, `policy` is the shop's return policy, `slip` the packing slip as a PDF and `picture`
 * a photo of the inspection; `help` the answers that come before a question and `question` its form, which is sent to `ask`; `cancelorder`
 * and `address` change an order that has not left; `resend`, `cancel`, `ask`, `solved`, `appeal`, `instead` (of a repair that failed), `photo`,
 * `label` (for one more parcel), `pickup` and `pickupcancel` take a POST, and a GET shows the page that they stand on. `gift` is where the receiver
 * of a gift begins; `giftcodes`, `giftreceipt` and `giftrevoke` are the giver's.
 */
export type PortalStep =
  | "find"
  | "policy"
  | "orders"
  | "together"
  | "code"
  | "resend"
  | "cancelorder"
  | "address"
  | "items"
  | "options"
  | "confirm"
  | "status"
  | "slip"
  | "picture"
  | "help"
  | "question"
  | "solved"
  | "cancel"
  | "ask"
  | "appeal"
  | "instead"
  | "photo"
  | "label"
  | "pickup"
  | "pickupcancel"
  | "gift"
  | "giftcodes"
  | "giftreceipt"
  | "giftrevoke";

/** Answered by the page that the form stood on, which can be opened again at this address. */
export const REOPENED: readonly PortalStep[] = [
  "resend",
  "cancelorder",
  "address",
  "cancel",
  "ask",
  "solved",
  "appeal",
  "instead",
  "photo",
  "giftcodes",
  "giftrevoke",
];

/** "/apps/returns/items". Always ends without a slash; the server must answer with and without one. */
export function portalPath(base: string, step?: PortalStep): string {
  const root = base.replace(/\/+$/, "");
  return step ? `${root}/${step}` : root || "/";
}

/** A step's page for one signed state, as a link: "/apps/returns/status?t=…". */
export function portalLink(base: string, step: PortalStep, token: string | undefined): string {
  return token ? `${portalPath(base, step)}?${TOKEN_FIELD}=${encodeURIComponent(token)}` : portalPath(base, step);
}

/** The field that carries the signed state. */
export const TOKEN_FIELD = "t";
/** The storefront's language, sent by the block: the proxy itself does not tell it. */
export const LOCALE_FIELD = "locale";
/** Present (as "1") when a script asks: the answer may then leave the layout out. */
export const FRAGMENT_FIELD = "fragment";

/** Fields that exist once per form. */
export type FormField =
  | "order"
  | "email"
  | "code"
  | "resolution"
  | "formkey"
  | "question"
  | "topic"
  | "appeal"
  | "photo"
  | "lines"
  | "reason"
  | "search"
  | "with"
  | "scope"
  | "giftcode"
  | "name"
  | AddressFormField;

/** The parts of an address. */
export type AddressFormField = "firstname" | "lastname" | "company" | "street" | "extra" | "city" | "zip" | "phone";

/** Fields that exist once per line; the name is the field plus the line's key: "quantitya", "reasonab". */
export type LineField = "line" | "take" | "quantity" | "reason" | "note" | "photo" | "evidence" | "variant" | "choice" | "asked";

const MAX_LINES = 702;

/** 0 is "a", 25 is "z", 26 is "aa", up to 701 "zz". */
export function lineKey(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= MAX_LINES) throw new RangeError(`No key for line ${index}`);
  const letter = (position: number) => String.fromCharCode(97 + position);
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

/** The form field's name for one line: `lineField("quantity", "b")` is "quantityb". */
export function lineField(field: LineField, key: string): string {
  return `${field}${key}`;
}

/** Two letters that tell a question's fields apart from others': 0 is "aa", 26 is "ba". */
export function questionKey(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= 676) throw new RangeError(`No key for question ${index}`);
  return String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));
}

/** The form field's name for the answer to one question about one line: question "ab" of line "c" is "answerabc". */
export function answerField(question: string, key: string): string {
  return `answer${question}${key}`;
}

/** One line of the posted items form, as typed: nothing is checked yet. */
export interface PostedLine {
  readonly key: string;
  readonly id: string;
  readonly isTaken: boolean;
  readonly quantity: string;
  readonly reason: string;
  readonly note: string;
  readonly photos: readonly File[];
  readonly keptEvidence: readonly string[];
  /** By the letters of each question that was on the page: what was answered, perhaps nothing. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Reads the items form; stops at the first missing line, and never reads more than 702. */
export function readPostedLines(form: FormData): PostedLine[] {
  const lines: PostedLine[] = [];
  for (let index = 0; index < MAX_LINES; index += 1) {
    const key = lineKey(index);
    const id = form.get(lineField("line", key));
    if (typeof id !== "string") break;
    lines.push({
      key,
      id,
      isTaken: form.get(lineField("take", key)) === "1",
      quantity: text(form, lineField("quantity", key)),
      reason: text(form, lineField("reason", key)),
      note: text(form, lineField("note", key)),
      photos: form.getAll(lineField("photo", key)).filter((value): value is File => value instanceof File && value.size > 0),
      keptEvidence: form.getAll(lineField("evidence", key)).filter((value): value is string => typeof value === "string"),
      answers: postedAnswers(form, key),
    });
  }
  return lines;
}

function postedAnswers(form: FormData, key: string): Map<string, string> {
  const shown = form
    .getAll(lineField("asked", key))
    .filter((value): value is string => typeof value === "string" && /^[a-z]{2}$/.test(value));
  return new Map(shown.map((question) => [question, text(form, answerField(question, key))]));
}

/** One select of the options form for each line: line key → variant gid, or what was chosen for the item. */
export function readPostedChoices(form: FormData, field: "variant" | "choice"): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const [name, value] of form) {
    const key = new RegExp(`^${field}([a-z]{1,2})$`).exec(name)?.[1];
    if (key && typeof value === "string" && value !== "") chosen.set(key, value);
  }
  return chosen;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
