import { useMemo, useSyncExternalStore } from "react";
import { COUNTRY_CODES } from "./policies/country-codes.ts";
import { useShopFormat } from "./shop-format.tsx";

const never = () => () => undefined;

/**
 * Countries by name in the language of the person looking: all of them for a list to choose from, and the name of one. The server and
 * browsers do not agree on every name, so that what the server renders has codes, and the browser puts the names in.
 */
export function useCountries() {
  const { locale } = useShopFormat();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    const nameOf = (code: string) => (isInBrowser && /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
    const choices = COUNTRY_CODES.map((value) => ({ value, label: nameOf(value) }));
    return { choices: isInBrowser ? choices.sort((a, b) => a.label.localeCompare(b.label, locale)) : choices, nameOf };
  }, [locale, isInBrowser]);
}
