import { BlockStack, Box, Button, Card, InlineStack, Select, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon, MinusIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { FATES } from "#app/domain/inspection/inspection-settings.ts";
import { usePolicyWords } from "#app/ui/policies/use-policy-words.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { GoodsView } from "#app/ui/returns/return-view.ts";
import type { Judgement, TakenPhoto } from "./judging.ts";
import { unitsLeft, withGrade, withQuantity } from "./judging.ts";
import { LinePhotos } from "./line-photos.tsx";
import { useGradeName } from "./use-grade-name.ts";

interface JudgeLineProps {
  readonly line: GoodsView;
  readonly grades: readonly Grade[];
  readonly judged: readonly Judgement[];
  readonly photos: readonly TakenPhoto[];
  /** How many more photos the whole return may have. */
  readonly photoRoom: number;
  readonly onJudge: (judged: readonly Judgement[]) => void;
  readonly onPhoto: (photo: TakenPhoto) => void;
  readonly onDropPhoto: (url: string) => void;
}

/** One item: what was announced, one tap for its grade, photos. Units of one item may have different grades. */
export function JudgeLine(props: JudgeLineProps) {
  const { line, grades, judged, onJudge } = props;
  const { t } = useTranslation("admin-returns");
  const nameOf = useGradeName();
  const { share } = useShopFormat();
  const left = unitsLeft(line, judged);
  return (
    <Card>
      <BlockStack gap="300">
        <LineHead line={line} />
        {judged.map((one, index) => (
          <JudgedUnits
            key={`${one.gradeId}-${index}`}
            one={one}
            grade={grades.find(({ id }) => id === one.gradeId)}
            most={one.quantity + left}
            onQuantity={(quantity) => onJudge(withQuantity(line, judged, { index, quantity }))}
            onFate={(fate) => onJudge(judged.map((each, position) => (position === index ? { ...each, fate } : each)))}
          />
        ))}
        {left > 0 ? (
          <BlockStack gap="200">
            <Text as="p" tone="subdued">
              {t("inspection.judge", { count: left })}
            </Text>
            {grades.map((grade) => (
              <Button key={grade.id} fullWidth textAlign="left" size="large" onClick={() => onJudge(withGrade(line, judged, grade))}>
                {[nameOf(grade), grade.deductionBp > 0 ? t("inspection.keeps", { share: share(grade.deductionBp) }) : "", grade.example]
                  .filter(Boolean)
                  .join(" · ")}
              </Button>
            ))}
          </BlockStack>
        ) : null}
        <LinePhotos line={line} photos={props.photos} room={props.photoRoom} onPhoto={props.onPhoto} onDrop={props.onDropPhoto} />
      </BlockStack>
    </Card>
  );
}

function LineHead({ line }: { readonly line: GoodsView }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="medium" />
      <BlockStack gap="050">
        <Text as="h2" variant="headingSm">
          {t("inspection.expected", { count: line.quantity, title: line.title })}
        </Text>
        <Text as="p" tone="subdued">
          {[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
        </Text>
        <Text as="p">{t("returnItems.reason", { reason: words.reason(line.reason) })}</Text>
        {line.note ? (
          <Text as="p" breakWord>
            {line.note}
          </Text>
        ) : null}
      </BlockStack>
    </InlineStack>
  );
}

interface JudgedUnitsProps {
  readonly one: Judgement;
  readonly grade: Grade | undefined;
  readonly most: number;
  readonly onQuantity: (quantity: number) => void;
  readonly onFate: (fate: string) => void;
}

function JudgedUnits({ one, grade, most, onQuantity, onFate }: JudgedUnitsProps) {
  const { t } = useTranslation("admin-returns");
  const nameOf = useGradeName();
  const name = grade ? nameOf(grade) : one.gradeId;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Text as="p" fontWeight="semibold">
            {name}
          </Text>
          <InlineStack gap="200" blockAlign="center" wrap={false}>
            <Button icon={MinusIcon} accessibilityLabel={t("inspection.fewer", { name })} onClick={() => onQuantity(one.quantity - 1)} />
            <Text as="span" numeric>
              {one.quantity}
            </Text>
            <Button
              icon={PlusIcon}
              accessibilityLabel={t("inspection.more", { name })}
              disabled={one.quantity >= most}
              onClick={() => onQuantity(one.quantity + 1)}
            />
          </InlineStack>
        </InlineStack>
        <Select
          label={t("inspection.fate")}
          options={FATES.map((value) => ({ value, label: t(`fate.${value}`) }))}
          value={one.fate}
          onChange={onFate}
        />
      </BlockStack>
    </Box>
  );
}
