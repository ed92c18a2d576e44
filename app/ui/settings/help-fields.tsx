import { Badge, BlockStack, Box, Card, Checkbox, ChoiceList, Divider, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HelpSettings, HelpTopic, SolutionCard } from "#app/domain/help/solution-cards.ts";
import { CARD_ACTIONS, CARD_LIMITS, FEWEST_PROBLEMS } from "#app/domain/help/solution-cards.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { moved, replaced } from "#app/ui/policies/list-edits.ts";
import { MoveButtons, OpenButton } from "../forms/row-buttons.tsx";
import type { FormPart } from "./form-props.ts";

/** What the app itself says, by language and topic. */
export type UsualTexts = Readonly<Record<string, Readonly<Record<HelpTopic, { readonly title: string; readonly answer: string }>>>>;

/** Which answer comes first. */
export function HelpOrderField({ form, change }: FormPart<HelpSettings>) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <ChoiceList
        title={t("settings.help.order")}
        choices={[
          {
            value: "frequent",
            label: t("settings.help.order_frequent"),
            helpText: t("settings.help.order_frequentHelp", { count: FEWEST_PROBLEMS }),
          },
          { value: "own", label: t("settings.help.order_own") },
        ]}
        selected={[form.order]}
        onChange={([order]) => change((before) => ({ ...before, order: order === "own" ? "own" : "frequent" }))}
      />
    </Card>
  );
}

interface HelpCardsProps extends FormPart<HelpSettings> {
  /** Languages that shoppers are spoken to in, the shop's own first. */
  readonly languages: readonly ShopperLanguage[];
  readonly usual: UsualTexts;
}

/** Every answer with its texts in one language, its action and its switch. */
export function HelpCardFields({ form, change, languages, usual }: HelpCardsProps) {
  const { t, i18n } = useTranslation("admin-promises");
  const [own = "en"] = languages;
  const [language, setLanguage] = useState<ShopperLanguage>(own);
  const [open, setOpen] = useState<HelpTopic>();
  const names = new Intl.DisplayNames(i18n.language, { type: "language" });
  const set = (update: (cards: readonly SolutionCard[]) => readonly SolutionCard[]) =>
    change((before) => ({ ...before, cards: update(before.cards) }));
  return (
    <Card padding="0">
      {languages.length > 1 ? (
        <Box padding="400">
          <Select
            label={t("settings.help.language")}
            options={languages.map((value) => {
              const name = names.of(value) ?? value;
              return { value, label: value === own ? t("settings.help.ownLanguage", { language: name }) : name };
            })}
            value={language}
            onChange={(value) => setLanguage(languages.find((one) => one === value) ?? own)}
          />
        </Box>
      ) : null}
      {form.cards.map((card, index) => (
        <Box key={card.topic}>
          <Divider />
          <HelpCardRow
            card={card}
            path={`help.cards.${index}`}
            language={language}
            usual={usual[language]?.[card.topic] ?? { title: "", answer: "" }}
            isOpen={open === card.topic}
            onToggle={() => setOpen(open === card.topic ? undefined : card.topic)}
            onChange={(next) => set((cards) => replaced(cards, index, next))}
            onUp={index > 0 ? () => set((cards) => moved(cards, index, -1)) : undefined}
            onDown={index < form.cards.length - 1 ? () => set((cards) => moved(cards, index, 1)) : undefined}
          />
        </Box>
      ))}
    </Card>
  );
}

interface HelpCardRowProps {
  readonly card: SolutionCard;
  readonly path: string;
  readonly language: ShopperLanguage;
  readonly usual: { readonly title: string; readonly answer: string };
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (card: SolutionCard) => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

function HelpCardRow(props: HelpCardRowProps) {
  const { card, language, usual, isOpen, onToggle, onUp, onDown } = props;
  const { t } = useTranslation("admin-promises");
  const name = card.title[language]?.trim() || usual.title;
  return (
    <Box padding="400">
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
          <BlockStack gap="050">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="bodyMd" fontWeight="medium">
                {name}
              </Text>
              {card.isOn ? null : <Badge>{t("settings.help.off")}</Badge>}
            </InlineStack>
            <Text as="p" tone="subdued" variant="bodySm">
              {[t(`settings.help.topic.${card.topic}`), t(`settings.help.actions.${card.action}`)].join(" · ")}
            </Text>
          </BlockStack>
          <InlineStack gap="050" align="end" wrap={false}>
            <MoveButtons name={name} onUp={onUp} onDown={onDown} />
            <OpenButton name={name} isOpen={isOpen} controls={`help-${card.topic}`} onToggle={onToggle} />
          </InlineStack>
        </InlineStack>
        {isOpen ? (
          <div id={`help-${card.topic}`}>
            <HelpCardTexts {...props} />
          </div>
        ) : null}
      </BlockStack>
    </Box>
  );
}

function HelpCardTexts({ card, path, language, usual, onChange }: HelpCardRowProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <BlockStack gap="300">
      <Checkbox label={t("settings.help.isOn")} checked={card.isOn} onChange={(isOn) => onChange({ ...card, isOn })} />
      <TextField
        label={t("settings.help.cardTitle")}
        helpText={t("settings.help.empty")}
        autoComplete="off"
        placeholder={usual.title}
        maxLength={CARD_LIMITS.title}
        value={card.title[language] ?? ""}
        onChange={(title) => onChange({ ...card, title: { ...card.title, [language]: title } })}
        error={problem(`${path}.title.${language}`)}
      />
      <TextField
        label={t("settings.help.answer")}
        helpText={t("settings.help.empty")}
        autoComplete="off"
        multiline={4}
        placeholder={usual.answer}
        maxLength={CARD_LIMITS.answer}
        value={card.answer[language] ?? ""}
        onChange={(answer) => onChange({ ...card, answer: { ...card.answer, [language]: answer } })}
        error={problem(`${path}.answer.${language}`)}
      />
      <Select
        label={t("settings.help.action")}
        options={CARD_ACTIONS.map((value) => ({ value, label: t(`settings.help.actions.${value}`) }))}
        value={card.action}
        onChange={(action) => onChange({ ...card, action: CARD_ACTIONS.find((one) => one === action) ?? card.action })}
      />
    </BlockStack>
  );
}
