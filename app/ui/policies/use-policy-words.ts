import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { PolicyWords } from "./policy-words.ts";
import { policyWords } from "./policy-words.ts";

/** Words for policies in the language of the person looking. */
export function usePolicyWords(): PolicyWords {
  const { t } = useTranslation("admin-returns");
  const { locale } = useShopFormat();
  return useMemo(() => policyWords((key, values) => t(key, { ...values }), locale), [t, locale]);
}
