import { Banner, BlockStack, Box, Card, Checkbox, Combobox, Divider, Icon, Listbox, Select, Spinner, Text } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NamedGrade } from "#app/domain/policies/policy-condition.ts";
import type { Answers, ReturnQuestion } from "#app/domain/policies/return-question.ts";
import type { LinePreview } from "#app/domain/returns/preview-lines.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { useGradeName } from "#app/ui/inspection/use-grade-name.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { PreviewedLine } from "./previewed-line.tsx";
import { usePolicyWords } from "./use-policy-words.ts";

/** An order that can be tried. */
export interface OrderChoice {
  readonly gid: string;
  readonly name: string;
  readonly customerName: string | null;
  readonly processedAt: string;
}

export type PreviewAnswer =
  | {
      readonly kind: "lines";
      readonly orderName: string;
      readonly draft: readonly LinePreview[];
      readonly published: readonly LinePreview[];
    }
  | { readonly kind: "order_unknown" | "policy_invalid" };

export interface PreviewPaneProps {
  readonly orders: readonly OrderChoice[];
  readonly onSearch: (text: string) => void;
  readonly order: OrderChoice | undefined;
  readonly onOrder: (order: OrderChoice) => void;
  readonly reasons: readonly string[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** What would be asked beside the reason, with what was chosen. */
  readonly questions: readonly ReturnQuestion[];
  readonly answers: Answers;
  readonly onAnswer: (question: string, choice: string) => void;
  /** What goods can be found to be; none while no rule looks at it. */
  readonly grades: readonly NamedGrade[];
  /** Id of a grade; empty before the inspection. */
  readonly grade: string;
  readonly onGrade: (grade: string) => void;
  readonly hasPhoto: boolean;
  readonly onPhoto: (hasPhoto: boolean) => void;
  readonly answer: PreviewAnswer | undefined;
  readonly isLoading: boolean;
  /** Whether what is tried differs from what is published; if not, one answer is shown. */
  readonly isChanged: boolean;
}

/** Tries the policy in the editor on an order of the shop, beside the one that is published. */
export function PreviewPane(props: PreviewPaneProps) {
  const { reasons, reason, onReason, answer, isLoading } = props;
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <BlockStack gap="050">
            <Text as="h2" variant="headingSm">
              {t("preview.heading")}
            </Text>
            <Text as="p" tone="subdued">
              {t("preview.help")}
            </Text>
          </BlockStack>
          <OrderPicker {...props} />
          <Select
            label={t("preview.reason")}
            options={[{ value: "", label: t("preview.noReason") }, ...reasons.map((value) => ({ value, label: words.reason(value) }))]}
            value={reason}
            onChange={onReason}
          />
          <SaidFields {...props} />
        </BlockStack>
      </Box>
      {answer || isLoading ? <Divider /> : null}
      <div aria-live="polite" aria-busy={isLoading}>
        {answer ? <Answer answer={answer} isChanged={props.isChanged} /> : null}
        {isLoading && !answer ? (
          <Box padding="400">
            <Spinner size="small" accessibilityLabel={t("preview.loading")} />
          </Box>
        ) : null}
      </div>
    </Card>
  );
}

/** What a shopper would say beside the reason, as far as rules can look at it. */
function SaidFields({ questions, answers, onAnswer, grades, grade, onGrade, hasPhoto, onPhoto }: PreviewPaneProps) {
  const { t, i18n } = useTranslation("admin-returns");
  const nameOf = useGradeName();
  return (
    <>
      {questions.map(({ id, texts, choices, asked }) => {
        const types = asked.on === "reason" ? asked.productTypes : [];
        return (
          <Select
            key={id}
            label={textIn(texts, i18n.language)}
            {...(types.length > 0 ? { helpText: t("preview.onlyTypes", { types: types.join(", ") }) } : {})}
            options={[
              { value: "", label: t("preview.noAnswer") },
              ...choices.map((choice) => ({ value: choice.id, label: textIn(choice.texts, i18n.language) })),
            ]}
            value={choices.some((choice) => choice.id === answers[id]) ? (answers[id] ?? "") : ""}
            onChange={(choice) => onAnswer(id, choice)}
          />
        );
      })}
      {grades.length > 0 ? (
        <Select
          label={t("preview.grade")}
          options={[{ value: "", label: t("preview.noGrade") }, ...grades.map((one) => ({ value: one.id, label: nameOf(one) }))]}
          value={grade}
          onChange={onGrade}
        />
      ) : null}
      <Checkbox label={t("preview.photo")} checked={hasPhoto} onChange={onPhoto} />
    </>
  );
}

function Answer({ answer, isChanged }: { answer: PreviewAnswer; isChanged: boolean }) {
  const { t } = useTranslation("admin-returns");
  if (answer.kind !== "lines")
    return (
      <Box padding="400">
        <Banner tone="warning">{t(`preview.${answer.kind}`)}</Banner>
      </Box>
    );
  return (
    <>
      {answer.draft.map((line, index) => (
        <Box key={line.line.gid}>
          {index > 0 ? <Divider /> : null}
          <PreviewedLine
            draft={line}
            published={isChanged ? answer.published.find((other) => other.line.gid === line.line.gid) : undefined}
          />
        </Box>
      ))}
    </>
  );
}

function OrderPicker({ orders, onSearch, order, onOrder }: PreviewPaneProps) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const [typed, setTyped] = useState<string>();
  const title = (each: OrderChoice) =>
    [each.name, each.customerName, format.date(each.processedAt)].filter((part) => part !== null && part !== "").join(" · ");
  return (
    <Combobox
      activator={
        <Combobox.TextField
          label={t("preview.order")}
          autoComplete="off"
          prefix={<Icon source={SearchIcon} />}
          placeholder={t("preview.orderPlaceholder")}
          value={typed ?? (order ? title(order) : "")}
          onChange={(text) => {
            setTyped(text);
            onSearch(text);
          }}
          onFocus={() => {
            setTyped("");
            onSearch("");
          }}
          onBlur={() => setTyped(undefined)}
        />
      }
    >
      <Listbox
        onSelect={(gid) => {
          const chosen = orders.find((each) => each.gid === gid);
          setTyped(undefined);
          if (chosen) onOrder(chosen);
        }}
      >
        {orders.map((each) => (
          <Listbox.Option key={each.gid} value={each.gid} selected={each.gid === order?.gid}>
            {title(each)}
          </Listbox.Option>
        ))}
        {orders.length === 0 ? (
          <Listbox.Option value="none" disabled>
            {t("preview.noOrders")}
          </Listbox.Option>
        ) : null}
      </Listbox>
    </Combobox>
  );
}
