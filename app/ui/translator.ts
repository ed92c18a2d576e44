import i18next from "i18next";
import type { i18n as I18n, Resource } from "i18next";

/** Looks a text up by its dotted key and fills in `{{values}}`; `count` chooses the plural form. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface Translator<Language extends string = string> {
  readonly locale: Language;
  readonly t: Translate;
  /** The i18next instance itself, for `I18nextProvider` of react-i18next. */
  readonly i18n: I18n;
}

export interface TranslatorOptions {
  /** Called when a key has no text, not even in English; the key itself is shown then. */
  readonly onMissingKey?: (key: string) => void;
}

/** The texts to speak with. */
export interface Speech<Language extends string> {
  readonly locale: Language;
  readonly fallback: Language;
  readonly namespaces: readonly string[];
  readonly resources: Readonly<Record<Language, Readonly<Record<string, object>>>>;
}

/** By texts, language and namespaces. Nobody ever changes the language of an instance, so that requests may share them. */
const translators = new WeakMap<object, Map<string, unknown>>();

/**
 * Texts of one language, synchronously: every language has an own instance, so two requests in two languages never meet. The first
 * namespace is the one that bare keys are looked up in; others are reached as "mail:subject".
 * Values are put in as they are: React and Liquid templates do the escaping.
 */
export function translatorOf<Language extends string>(speech: Speech<Language>, options: TranslatorOptions): Translator<Language> {
  if (options.onMissingKey) return makeTranslator(speech, options);
  const made = translators.get(speech.resources) ?? new Map<string, unknown>();
  translators.set(speech.resources, made);
  const key = [speech.locale, ...speech.namespaces].join(" ");
  const translator = (made.get(key) as Translator<Language> | undefined) ?? makeTranslator(speech, options);
  made.set(key, translator);
  return translator;
}

function makeTranslator<Language extends string>(
  { locale, fallback, namespaces, resources }: Speech<Language>,
  { onMissingKey }: TranslatorOptions,
): Translator<Language> {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: locale,
    fallbackLng: fallback,
    ns: [...namespaces],
    ...(namespaces[0] === undefined ? {} : { defaultNS: namespaces[0] }),
    resources: resources as Resource,
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    saveMissing: onMissingKey !== undefined,
    missingKeyHandler:
      onMissingKey && ((_languages: readonly string[], namespace: string, key: string) => onMissingKey(`${namespace}:${key}`)),
  });
  return { locale, i18n, t: (key, values) => i18n.t(key, { ...values }) };
}
