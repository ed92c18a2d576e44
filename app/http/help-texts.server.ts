import { HELP_TOPICS } from "#app/domain/help/solution-cards.ts";
import type { HelpTopic } from "#app/domain/help/solution-cards.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import type { UsualTexts } from "#app/ui/settings/help-fields.tsx";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";

/** What shoppers read where a merchant has written nothing. */
export function usualTexts(languages: readonly ShopperLanguage[]): UsualTexts {
  return Object.fromEntries(languages.map((language) => [language, textsIn(language)]));
}

function textsIn(language: ShopperLanguage): UsualTexts[string] {
  const { t } = shopperTranslator(language, ["portal"]);
  const of = (topic: HelpTopic) => ({ title: t(`help.card.${topic}.title`), answer: t(`help.card.${topic}.answer`) });
  const [late, fit, damaged, money, change] = HELP_TOPICS;
  return { late: of(late), fit: of(fit), damaged: of(damaged), money: of(money), change: of(change) };
}
