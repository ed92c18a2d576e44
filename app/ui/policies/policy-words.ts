import type { Explained, ExplainedParams } from "#app/domain/policies/explanation.ts";
import { CONDITION_CODES } from "#app/domain/policies/explanation.ts";
import type { Alternative, ResolutionKind } from "#app/domain/policies/policy.ts";
import { KEPT_KINDS } from "#app/domain/policies/policy.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { formatBasisPoints, formatCalendarDate, formatMoney } from "#app/ui/format.ts";
import type { Translate } from "#app/ui/translator.ts";

/** Policies and decisions in one language. Texts are those of the namespace "admin-returns". */
export interface PolicyWords {
  readonly reason: (code: string) => string;
  readonly resolution: (kind: ResolutionKind | string) => string;
  readonly country: (code: string) => string;
  readonly because: (code: string) => string;
  readonly alternative: (code: Alternative) => string;
  readonly list: (items: readonly string[], join: "and" | "or") => string;
  /** The bare words: a clause for a condition, a sentence for everything else. */
  readonly explained: (explained: Explained) => string;
  /** Always a whole sentence. */
  readonly sentence: (explained: Explained) => string;
}

const CONDITIONS: ReadonlySet<string> = new Set(CONDITION_CODES);

/** Words for policies in the language that `t` speaks. */
export function policyWords(t: Translate, locale: string): PolicyWords {
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const words: PolicyWords = {
    reason: (code) => t(`reason.${code}`, { defaultValue: humanized(code) }),
    resolution: (kind) => t(`resolution.${kind}`),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    because: (code) => t(`because.${code}`),
    alternative: (code) => t(`instead.${code}`),
    list: (items, join) => new Intl.ListFormat(locale, { type: join === "and" ? "conjunction" : "disjunction" }).format(items),
    explained: ({ code, params, parts, asked }) => {
      if (asked) {
        const oneOf = words.list(
          asked.answers.map((texts) => textIn(texts, locale)),
          "or",
        );
        return t(`explained.${code}`, { question: textIn(asked.question, locale), oneOf });
      }
      const clauses = parts ? { clauses: words.list(parts.map(words.explained), code.startsWith("all_of") ? "and" : "or") } : {};
      return t(keyOf(code, params), { ...wordsOf({ code, params }, words, { t, locale }), ...clauses });
    },
    sentence: (explained) =>
      CONDITIONS.has(explained.code)
        ? t("explained.asSentence", { clause: capitalized(words.explained(explained)) })
        : words.explained(explained),
  };
  return words;
}

/** A fee that names countries reads differently from one that holds everywhere. */
function keyOf(code: Explained["code"], params: ExplainedParams): string {
  if (code === "return_shipping_costs" && isList(params.countries) && params.countries.length > 0)
    return "explained.return_shipping_costs_in";
  return `explained.${code}`;
}

interface Language {
  readonly t: Translate;
  readonly locale: string;
}

/** Every param as a person reads it. */
function wordsOf({ code, params }: Explained, words: PolicyWords, { t, locale }: Language): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    if (isMoney(value)) shown[name] = formatMoney(value, locale);
    else if (name === "facts" && isList(value))
      shown[name] = words.list(
        value.map((subject) => t(`factName.${subject}`)),
        "and",
      );
    else if (code.startsWith("inspected_condition") && isList(value))
      shown[name] = words.list(
        value.map((condition) => t(`conditionFound.${condition}`, { defaultValue: condition })),
        "or",
      );
    else if (isList(value)) shown[name] = listed(value, code, words);
    else if ((name === "date" || name === "sentOn") && typeof value === "string" && value !== "")
      shown[name] = formatCalendarDate(value, locale);
    else if (name === "reason") shown[name] = words.reason(String(value));
    else if (name === "resolution" && code === "offer_left_out") shown[name] = words.resolution(String(value));
    else if (name === "because") shown[name] = words.because(String(value));
    else if (/^(discount|past_return)_share_bp/.test(code) && typeof value === "number") shown[name] = formatBasisPoints(value, locale);
    else shown[name] = value;
  }
  if (typeof params.days === "number") shown.count = Math.abs(params.days);
  if (code === "offers") Object.assign(shown, offerWords(params, words, { t, locale }));
  return shown;
}

function offerWords(params: ExplainedParams, words: PolicyWords, { t, locale }: Language): { resolution: string; terms: string } {
  const { bonusBp, restockingFeeBp, takesReturnShippingFee, creditExpiresAfterDays, expectedDays, onlyUpTo } = params;
  const isKept = KEPT_KINDS.some((kind) => kind === params.resolution);
  const days = params.resolution === "repair" ? "expectedDaysRepair" : isKept ? "expectedDaysKept" : "expectedDays";
  const terms = [
    ...(onlyUpTo !== undefined && isMoney(onlyUpTo) ? [t("offerTerms.onlyUpTo", { amount: formatMoney(onlyUpTo, locale) })] : []),
    ...(positive(bonusBp) ? [t("offerTerms.bonus", { share: formatBasisPoints(bonusBp, locale) })] : []),
    ...(params.resolution === "repair" ? [t("offerTerms.freeOfCharge")] : []),
    ...(positive(restockingFeeBp) ? [t("offerTerms.restockingFee", { share: formatBasisPoints(restockingFeeBp, locale) })] : []),
    ...(takesReturnShippingFee === true ? [t("offerTerms.returnShippingFee")] : []),
    ...(positive(creditExpiresAfterDays) ? [t("offerTerms.expires", { count: creditExpiresAfterDays })] : []),
    ...(params.asksToDonate === true ? [t("offerTerms.asksToDonate")] : []),
    t(`offerTerms.${days}`, { count: typeof expectedDays === "number" ? expectedDays : 0 }),
  ];
  return {
    resolution: words.resolution(typeof params.resolution === "string" ? params.resolution : ""),
    terms: terms.join(t("offerTerms.separator")),
  };
}

function listed(values: readonly string[], code: Explained["code"], words: PolicyWords): string {
  if (code.startsWith("reason_")) return words.list(values.map(words.reason), "or");
  if (code.startsWith("country_")) return words.list(values.map(words.country), "or");
  if (code === "return_shipping_costs") return words.list(values.map(words.country), "and");
  return words.list(values, "or");
}

function positive(value: ExplainedParams[string] | undefined): value is number {
  return typeof value === "number" && value > 0;
}

function isList(value: ExplainedParams[string] | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function isMoney(value: ExplainedParams[string]): value is Money {
  return typeof value === "object" && "minor" in value;
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A reason that a shop made up itself: "wrong-colour-sent" is "Wrong colour sent". */
function humanized(code: string): string {
  return capitalized(code.replaceAll("-", " "));
}
