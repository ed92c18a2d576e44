import { useMemo } from "react";
import { COUNTRY_CODES } from "./policies/country-codes.ts";
import { useShopFormat } from "./shop-format.tsx";

/** Countries by name in the language of the person looking: all of them for a list to choose from, and the name of one. */
export function useCountries() {
  const { locale } = useShopFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    const nameOf = (code: string) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
    const choices = COUNTRY_CODES.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label, locale));
    return { choices, nameOf };
  }, [locale]);
}
