/** Shopify's search syntax as far as the app uses it: terms, `field:value`, comparators, quotes, AND, OR, NOT, `-`, parentheses. */
export interface Term {
  field: string | null;
  comparator: ":" | ">" | ">=" | "<" | "<=";
  value: string;
}

type Expression = { kind: "term"; term: Term } | { kind: "not"; inner: Expression } | { kind: "and" | "or"; parts: Expression[] };

const TOKEN = /\s*(\(|\)|-?(?:[A-Za-z_][\w.]*:)?(?:>=|<=|>|<)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()"']+))/y;

function tokens(query: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  let match = TOKEN.exec(query);
  while (match) {
    if (match[1]) found.push(match[1]);
    match = TOKEN.exec(query);
  }
  return found;
}

function term(token: string): Term {
  const match = /^(?:([A-Za-z_][\w.]*):)?(>=|<=|>|<)?([\s\S]*)$/.exec(token);
  const raw = match?.[3] ?? token;
  const quoted = /^(["'])([\s\S]*)\1$/.exec(raw);
  const comparator = (match?.[2] ?? ":") as Term["comparator"];
  return { field: match?.[1]?.toLowerCase() ?? null, comparator, value: quoted ? (quoted[2] ?? "").replace(/\\(.)/g, "$1") : raw };
}

class Reader {
  #at = 0;
  readonly #tokens: string[];

  constructor(query: string) {
    this.#tokens = tokens(query);
  }

  read(): Expression {
    const parts = [this.#both()];
    while (this.#tokens[this.#at] === "OR") {
      this.#at += 1;
      parts.push(this.#both());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  #both(): Expression {
    const parts: Expression[] = [];
    for (let next = this.#tokens[this.#at]; next !== undefined && next !== "OR" && next !== ")"; next = this.#tokens[this.#at]) {
      this.#at += 1;
      if (next === "AND") continue;
      parts.push(this.#one(next));
    }
    return { kind: "and", parts };
  }

  #one(token: string): Expression {
    if (token === "NOT") return { kind: "not", inner: this.#one(this.#tokens[this.#at++] ?? "") };
    if (token === "(") {
      const inner = this.read();
      this.#at += 1;
      return inner;
    }
    if (token.length > 1 && token.startsWith("-")) return { kind: "not", inner: { kind: "term", term: term(token.slice(1)) } };
    return { kind: "term", term: term(token) };
  }
}

function holds(expression: Expression, matches: (term: Term) => boolean): boolean {
  if (expression.kind === "term") return matches(expression.term);
  if (expression.kind === "not") return !holds(expression.inner, matches);
  if (expression.kind === "and") return expression.parts.every((part) => holds(part, matches));
  return expression.parts.some((part) => holds(part, matches));
}

/** Keeps the records for which the query holds; `matches` decides one term. No query keeps all. */
export function search<T>(all: Iterable<T>, query: unknown, matches: (record: T, term: Term) => boolean): T[] {
  const records = [...all];
  if (typeof query !== "string" || query.trim() === "") return records;
  const expression = new Reader(query).read();
  return records.filter((record) => holds(expression, (one) => matches(record, one)));
}

/** Text is compared without case; a trailing `*` matches a prefix, a lone `*` anything present. */
export function sameText(value: string | null, term: Term): boolean {
  if (value === null) return false;
  const wanted = term.value.toLowerCase();
  if (wanted === "*") return true;
  return wanted.endsWith("*") ? value.toLowerCase().startsWith(wanted.slice(0, -1)) : value.toLowerCase() === wanted;
}

export function sameInstant(value: string | null, term: Term): boolean {
  const wanted = new Date(term.value).getTime();
  if (value === null || Number.isNaN(wanted)) return false;
  return compare(new Date(value).getTime(), wanted, term.comparator);
}

export function sameNumber(value: number, term: Term): boolean {
  return compare(value, Number(term.value), term.comparator);
}

function compare(value: number, wanted: number, comparator: Term["comparator"]): boolean {
  if (comparator === ">") return value > wanted;
  if (comparator === ">=") return value >= wanted;
  if (comparator === "<") return value < wanted;
  if (comparator === "<=") return value <= wanted;
  return value === wanted;
}

/** `id:` takes the number or the whole gid, with comparators. */
export function sameId(gid: string | null, term: Term): boolean {
  const wanted = /(\d+)$/.exec(term.value)?.[1];
  const own = gid === null ? undefined : /(\d+)$/.exec(gid)?.[1];
  if (wanted === undefined || own === undefined) return false;
  if (term.comparator === ":") return own === wanted;
  const difference = BigInt(own) - BigInt(wanted);
  return compare(difference > 0n ? 1 : difference < 0n ? -1 : 0, 0, term.comparator);
}
