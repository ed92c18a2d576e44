import { createContext, useContext, useMemo } from "react";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { useCountries } from "#app/ui/use-countries.ts";
import { usePolicyWords } from "./use-policy-words.ts";
import type { Choice } from "./value-picker.tsx";

/** What the shop has that a condition can name. */
export interface ShopVocabulary {
  readonly productTypes: readonly string[];
  readonly productTags: readonly string[];
  readonly vendors: readonly string[];
  readonly customerTags: readonly string[];
}

interface Vocabulary extends ShopVocabulary {
  /** Codes of the reasons that the policy offers now. */
  readonly reasons: readonly string[];
}

/** Given by the editor, so that a reason just added can be named by a rule at once. */
export const VocabularyContext = createContext<Vocabulary>({
  productTypes: [],
  productTags: [],
  vendors: [],
  customerTags: [],
  reasons: [],
});

/** The values that a condition on this can name. */
export function useChoicesFor(on: PolicyCondition["on"]): Choice[] {
  const words = usePolicyWords();
  const vocabulary = useContext(VocabularyContext);
  const { choices: countries } = useCountries();
  return useMemo(() => {
    if (on === "country") return countries;
    if (on === "reason") return vocabulary.reasons.map((value) => ({ value, label: words.reason(value) }));
    const known = KNOWN[on];
    return known ? vocabulary[known].map((value) => ({ value, label: value })) : [];
  }, [on, vocabulary, words, countries]);
}

const KNOWN: Readonly<Partial<Record<PolicyCondition["on"], keyof ShopVocabulary>>> = {
  product_type: "productTypes",
  product_tag: "productTags",
  vendor: "vendors",
  customer_tag: "customerTags",
};
