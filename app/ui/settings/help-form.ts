import type { HelpSettings, SolutionCard } from "#app/domain/help/solution-cards.ts";
import { HELP_TOPICS, usualCard } from "#app/domain/help/solution-cards.ts";

/** The cards as they are edited: every topic once, those that the document does not know switched off at the end. */
export function helpForm({ order, cards }: HelpSettings): HelpSettings {
  const missing = HELP_TOPICS.filter((topic) => !cards.some((card) => card.topic === topic));
  return { order, cards: [...cards, ...missing.map((topic): SolutionCard => ({ ...usualCard(topic), isOn: false }))] };
}
