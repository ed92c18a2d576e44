import { createContext, useContext, useMemo } from "react";
import type { ConditionSubject, NamedGrade, NamedThing, PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { CONDITION_SUBJECTS } from "#app/domain/policies/policy-condition.ts";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { useCountries } from "#app/ui/use-countries.ts";
import { usePolicyWords } from "./use-policy-words.ts";
import type { Choice } from "./value-picker.tsx";

/** What the shop has that a condition can name. */
export interface ShopVocabulary {
  readonly productTypes: readonly string[];
  readonly productTags: readonly string[];
  readonly vendors: readonly string[];
  readonly customerTags: readonly string[];
  readonly products: readonly NamedThing[];
  readonly collections: readonly NamedThing[];
  readonly markets: readonly NamedThing[];
  readonly segments: readonly NamedThing[];
  /** The grades that goods are judged by when they come back. */
  readonly grades: readonly NamedGrade[];
}

interface Vocabulary extends ShopVocabulary {
  /** Those that the policy asks now. */
  readonly questions: readonly ReturnQuestion[];
  /** Codes of the reasons that the policy offers now. */
  readonly reasons: readonly string[];
}

/** Given by the editor, so that a reason just added can be named by a rule at once. */
export const VocabularyContext = createContext<Vocabulary>({
  productTypes: [],
  productTags: [],
  vendors: [],
  customerTags: [],
  products: [],
  collections: [],
  markets: [],
  segments: [],
  grades: [],
  reasons: [],
  questions: [],
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

/** The things of the shop that a condition on this can name. */
export function useNamedChoices(on: PolicyCondition["on"]): readonly NamedThing[] {
  const vocabulary = useContext(VocabularyContext);
  const list = NAMED[on];
  return list ? vocabulary[list] : [];
}

/** The grades that a condition on what an inspection found can name. */
export function useGrades(): readonly NamedGrade[] {
  return useContext(VocabularyContext).grades;
}

/** What a condition can look at in this shop: things that the shop has none of are left out, unless the condition names one already. */
export function useSubjects(now: PolicyCondition["on"]): ConditionSubject[] {
  const vocabulary = useContext(VocabularyContext);
  return CONDITION_SUBJECTS.filter((subject) => {
    const list = NAMED[subject];
    if (subject === "answer") return subject === now || choosable(vocabulary.questions).length > 0;
    return subject === now || !list || vocabulary[list].length > 0;
  });
}

/** Questions that a condition can look at: what was typed is for people to read. */
export function useChoiceQuestions(): readonly ReturnQuestion[] {
  return choosable(useContext(VocabularyContext).questions);
}

function choosable(questions: readonly ReturnQuestion[]): readonly ReturnQuestion[] {
  return questions.filter(({ kind }) => kind === "choice");
}

const KNOWN: Readonly<Partial<Record<PolicyCondition["on"], "productTypes" | "productTags" | "vendors" | "customerTags">>> = {
  product_type: "productTypes",
  product_tag: "productTags",
  vendor: "vendors",
  customer_tag: "customerTags",
};

const NAMED: Readonly<Partial<Record<PolicyCondition["on"], "products" | "collections" | "markets" | "segments">>> = {
  product: "products",
  collection: "collections",
  market: "markets",
  customer_segment: "segments",
};
