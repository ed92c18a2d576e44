import { BlockStack, Box, Checkbox, InlineError, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { CREDIT_KINDS, KEPT_KINDS } from "#app/domain/policies/policy.ts";
import { MoveButtons } from "../forms/row-buttons.tsx";
import { useFieldProblem } from "./field-problems.tsx";
import { GiftCardPermission } from "./gift-card-permission.tsx";
import { moved, replaced } from "./list-edits.ts";
import type { OutcomeFieldsProps } from "./outcome-fields-props.ts";
import { offerIndex } from "./policy-document.ts";
import type { OfferForm } from "./policy-form.ts";
import { usePolicyWords } from "./use-policy-words.ts";

/** What the shopper can choose to get: each kind on or off, in the order shown, with its bonus and fees. */
export function OfferFields({ outcome, path, currency, onChange }: OutcomeFieldsProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const { offers } = outcome;
  const setOffers = (next: readonly OfferForm[]) => onChange({ ...outcome, offers: next });
  const isNoneOffered = !offers.some(({ isOffered }) => isOffered);
  const isOnlyLimited = offers.every(({ isOffered, onlyUpTo }) => !isOffered || onlyUpTo !== "");
  const missing = isNoneOffered || isOnlyLimited ? problem(`${path}.resolutions`) : undefined;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="bodyMd">
        {t("offer.title")}
      </Text>
      {offers.map((offer, index) => (
        <OfferRow
          key={offer.kind}
          offer={offer}
          currency={currency}
          path={`${path}.resolutions.${offerIndex(offers, offer.kind)}`}
          onChange={(next) => setOffers(replaced(offers, index, next))}
          {...(index > 0 ? { onUp: () => setOffers(moved(offers, index, -1)) } : {})}
          {...(index < offers.length - 1 ? { onDown: () => setOffers(moved(offers, index, 1)) } : {})}
        />
      ))}
      {missing ? <InlineError message={missing} fieldID={`${path}.resolutions`} /> : null}
    </BlockStack>
  );
}

interface OfferRowProps {
  readonly offer: OfferForm;
  readonly currency: string;
  readonly path: string;
  readonly onChange: (offer: OfferForm) => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
}

function OfferRow({ offer, currency, path, onChange, onUp, onDown }: OfferRowProps) {
  const name = usePolicyWords().resolution(offer.kind);
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Checkbox label={name} checked={offer.isOffered} onChange={(isOffered) => onChange({ ...offer, isOffered })} />
          <InlineStack gap="050" align="end" wrap={false}>
            <MoveButtons name={name} onUp={onUp} onDown={onDown} />
          </InlineStack>
        </InlineStack>
        {offer.isOffered ? <OfferTerms offer={offer} currency={currency} path={path} onChange={onChange} /> : null}
      </BlockStack>
    </Box>
  );
}

function OfferTerms({ offer, currency, path, onChange }: Pick<OfferRowProps, "offer" | "currency" | "path" | "onChange">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const isCredit = CREDIT_KINDS.includes(offer.kind);
  const isKept = KEPT_KINDS.includes(offer.kind);
  const isFree = offer.kind === "repair" || offer.kind === "replacement";
  const field = (name: "bonus" | "restockingFee" | "expectedDays" | "expiresAfterDays" | "onlyUpTo", key: string, unit: string) => (
    <TextField
      label={t(name === "expectedDays" && isKept ? "offer.expectedDaysKept" : `offer.${name}`)}
      autoComplete="off"
      inputMode="decimal"
      value={offer[name]}
      onChange={(value) => onChange({ ...offer, [name]: value })}
      suffix={unit}
      error={problem(`${path}.${key}`)}
      {...(name === "expiresAfterDays" ? { placeholder: t("offer.never") } : {})}
      {...(name === "onlyUpTo" ? { placeholder: t("offer.anyValue") } : {})}
    />
  );
  return (
    <BlockStack gap="300">
      {isKept || offer.kind === "repair" ? (
        <Text as="p" tone="subdued">
          {t(`offer.kept.${offer.kind}`)}
        </Text>
      ) : null}
      {offer.kind === "gift_card" ? <GiftCardPermission /> : null}
      <InlineGrid columns={2} gap="300">
        {isFree ? null : field("restockingFee", "restockingFeeBp", "%")}
        {field("expectedDays", "expectedDays", t("unit.days"))}
        {offer.kind === "keep_it" ? field("onlyUpTo", "onlyUpTo", currency) : null}
        {isCredit ? field("bonus", "bonusBp", "%") : null}
        {isCredit ? field("expiresAfterDays", "creditExpiresAfterDays", t("unit.days")) : null}
      </InlineGrid>
      {offer.kind === "keep_it" ? (
        <Checkbox
          label={t("offer.asksToDonate")}
          checked={offer.asksToDonate}
          onChange={(asksToDonate) => onChange({ ...offer, asksToDonate })}
        />
      ) : null}
      {isKept || isFree ? null : (
        <Checkbox
          label={t("offer.takesReturnShippingFee")}
          checked={offer.takesReturnShippingFee}
          onChange={(takesReturnShippingFee) => onChange({ ...offer, takesReturnShippingFee })}
        />
      )}
    </BlockStack>
  );
}
