import { z } from "zod";
import type { CaseType } from "#app/domain/cases/case-type.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";

/** What shoppers most often write about: a late parcel, a bad fit, damage, money that is awaited, an order to be changed or cancelled. */
export const HELP_TOPICS = ["late", "fit", "damaged", "money", "change"] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** What a card offers to do: follow the parcel, start a return, look where the return stands, or write to the shop. */
export const CARD_ACTIONS = ["track", "return", "status", "question"] as const;
export type CardAction = (typeof CARD_ACTIONS)[number];

/** What a merchant wrote by language; a language that is missing or empty keeps the app's own text. */
export type CardTexts = Readonly<Partial<Record<ShopperLanguage, string>>>;

export interface SolutionCard {
  readonly topic: HelpTopic;
  readonly isOn: boolean;
  readonly action: CardAction;
  readonly title: CardTexts;
  readonly answer: CardTexts;
}

/** The answers that shoppers are given before they write to the shop. */
export interface HelpSettings {
  /** The most frequent problem first, or the cards as the merchant put them. */
  readonly order: "frequent" | "own";
  /** In the merchant's order, each topic once. */
  readonly cards: readonly SolutionCard[];
}

const USUAL_ACTIONS: Readonly<Record<HelpTopic, CardAction>> = {
  late: "track",
  fit: "return",
  damaged: "return",
  money: "status",
  change: "question",
};

/** The card of a topic as it is before a merchant has changed it. */
export function usualCard(topic: HelpTopic): SolutionCard {
  return { topic, isOn: true, action: USUAL_ACTIONS[topic], title: {}, answer: {} };
}

export const CARD_LIMITS = { title: 80, answer: 600 } as const;

const texts = (longest: number) => z.partialRecord(z.enum(SHOPPER_LANGUAGES), z.string().trim().max(longest)).default({});

export const helpSettingsSchema = z.object({
  order: z.enum(["frequent", "own"]).default("frequent"),
  cards: z
    .array(
      z.object({
        topic: z.enum(HELP_TOPICS),
        isOn: z.boolean(),
        action: z.enum(CARD_ACTIONS),
        title: texts(CARD_LIMITS.title),
        answer: texts(CARD_LIMITS.answer),
      }),
    )
    .max(HELP_TOPICS.length)
    .superRefine((cards, ctx) => {
      cards.forEach(({ topic }, index) => {
        if (cards.findIndex((one) => one.topic === topic) < index)
          ctx.addIssue({ code: "custom", path: [index, "topic"], message: "duplicate_row" });
      });
    })
    .default(HELP_TOPICS.map(usualCard)),
});

/** Fewer problems than this say nothing about which is the most frequent. */
export const FEWEST_PROBLEMS = 10;

/**
 * The cards that shoppers see, in their order: the most frequent topic first where the merchant left it so and at least 10 problems were
 * counted, else as the merchant put them; topics that are as frequent as each other stay in the merchant's order.
 * Counted: 2 late parcels and 9 bad fits make "fit", "late", then the others. 2 and 7 are too few: "late", "fit", …
 */
export function shownCards({ order, cards }: HelpSettings, counts: ReadonlyMap<HelpTopic, number>): SolutionCard[] {
  const shown = cards.filter(({ isOn }) => isOn);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (order === "own" || all < FEWEST_PROBLEMS) return shown;
  return shown.toSorted((a, b) => (counts.get(b.topic) ?? 0) - (counts.get(a.topic) ?? 0));
}

const TOPIC_OF_REASON: Readonly<Record<string, HelpTopic>> = {
  "arrived-late": "late",
  "too-small": "fit",
  "too-big": "fit",
  "damaged-or-defective": "damaged",
};

/** The topic that a return's reason (Shopify's handle) speaks of, if any: "too-small" is "fit". */
export function topicOfReason(reason: string): HelpTopic | undefined {
  return TOPIC_OF_REASON[reason];
}

const TYPE_OF_TOPIC: Readonly<Record<HelpTopic, CaseType>> = {
  late: "delivery",
  fit: "return",
  damaged: "return",
  money: "refund",
  change: "question",
};

/** As what kind of case a question about a topic reaches staff. */
export function caseTypeOf(topic: HelpTopic): CaseType {
  return TYPE_OF_TOPIC[topic];
}

/** The topic of a case that was opened without one, where its type says it: a delivery is "late", a refund is "money". */
export function topicOfCase(type: CaseType): HelpTopic | undefined {
  if (type === "delivery") return "late";
  return type === "refund" ? "money" : undefined;
}
