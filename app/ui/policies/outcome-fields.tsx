import { BlockStack, Checkbox, ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ALTERNATIVES, REFUSAL_REASONS } from "#app/domain/policies/policy.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { FeeFields } from "./fee-fields.tsx";
import type { OutcomeFieldsProps } from "./outcome-fields-props.ts";
import { OfferFields } from "./offer-fields.tsx";

/** What a rule decides: whether the item may come back, and on which terms. */
export function OutcomeFields(props: OutcomeFieldsProps) {
  const { outcome, onChange } = props;
  const { t } = useTranslation("admin-returns");
  return (
    <BlockStack gap="400">
      <ChoiceList
        title={t("outcome.title")}
        choices={[
          { value: "eligible", label: t("outcome.eligible") },
          { value: "ineligible", label: t("outcome.ineligible") },
        ]}
        selected={[outcome.kind]}
        onChange={([kind]) => onChange({ ...outcome, kind: kind === "ineligible" ? "ineligible" : "eligible" })}
      />
      {outcome.kind === "eligible" ? <EligibleFields {...props} /> : <IneligibleFields {...props} />}
    </BlockStack>
  );
}

function IneligibleFields({ outcome, onChange }: OutcomeFieldsProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <FormLayout>
      <Select
        label={t("outcome.because")}
        helpText={t("outcome.becauseHelp")}
        options={REFUSAL_REASONS.map((value) => ({ value, label: t(`because.${value}`) }))}
        value={outcome.because}
        onChange={(value) => onChange({ ...outcome, because: REFUSAL_REASONS.find((one) => one === value) ?? outcome.because })}
      />
      <ChoiceList
        allowMultiple
        title={t("outcome.instead")}
        choices={ALTERNATIVES.map((value) => ({ value, label: t(`instead.${value}`) }))}
        selected={[...outcome.instead]}
        onChange={(chosen) => onChange({ ...outcome, instead: ALTERNATIVES.filter((value) => chosen.includes(value)) })}
      />
    </FormLayout>
  );
}

function EligibleFields(props: OutcomeFieldsProps) {
  const { outcome, onChange } = props;
  const { t } = useTranslation("admin-returns");
  return (
    <BlockStack gap="400">
      <WindowFields {...props} />
      <OfferFields {...props} />
      <FeeFields {...props} />
      <FormLayout>
        <FormLayout.Group condensed>
          <Select
            label={t("outcome.labelPaidBy")}
            options={(["merchant", "customer"] as const).map((value) => ({ value, label: t(`outcome.label_${value}`) }))}
            value={outcome.labelPaidBy}
            onChange={(value) => onChange({ ...outcome, labelPaidBy: value === "merchant" ? "merchant" : "customer" })}
          />
          <Select
            label={t("outcome.photo")}
            options={PHOTO.map((value) => ({ value, label: t(`outcome.photo_${value}`) }))}
            value={outcome.photo}
            onChange={(value) => onChange({ ...outcome, photo: PHOTO.find((one) => one === value) ?? outcome.photo })}
          />
        </FormLayout.Group>
      </FormLayout>
      <ChoiceList
        title={t("outcome.approval")}
        choices={(["auto", "review"] as const).map((value) => ({
          value,
          label: t(`outcome.approval_${value}`),
          helpText: t(`outcome.approvalHelp_${value}`),
        }))}
        selected={[outcome.approval]}
        onChange={([value]) => onChange({ ...outcome, approval: value === "review" ? "review" : "auto" })}
      />
      <Checkbox
        label={t("outcome.refundsShippingAtFault")}
        helpText={t("outcome.refundsShippingAtFaultHelp")}
        checked={outcome.refundsShippingAtFault}
        onChange={(refundsShippingAtFault) => onChange({ ...outcome, refundsShippingAtFault })}
      />
      <FirstScanFields {...props} />
    </BlockStack>
  );
}

/** Whether it is paid before the goods are here, and up to how much. */
function FirstScanFields({ outcome, path, currency, onChange }: OutcomeFieldsProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  return (
    <BlockStack gap="200">
      <Checkbox
        label={t("outcome.paysAtFirstScan")}
        helpText={t("outcome.paysAtFirstScanHelp")}
        checked={outcome.paysAtFirstScan === true}
        onChange={(paysAtFirstScan) => onChange({ ...outcome, paysAtFirstScan })}
      />
      {outcome.paysAtFirstScan ? (
        <TextField
          label={t("outcome.paysAtFirstScanUpTo")}
          autoComplete="off"
          inputMode="decimal"
          placeholder={t("offer.anyValue")}
          value={outcome.paysAtFirstScanUpTo}
          onChange={(paysAtFirstScanUpTo) => onChange({ ...outcome, paysAtFirstScanUpTo })}
          suffix={currency}
          error={problem(`${path}.paysAtFirstScanUpTo`)}
        />
      ) : null}
    </BlockStack>
  );
}

const PHOTO = ["not_needed", "optional", "required"] as const;

function WindowFields({ outcome, path, onChange }: OutcomeFieldsProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <Select
          label={t("outcome.window")}
          options={(["limited", "unlimited"] as const).map((value) => ({ value, label: t(`outcome.window_${value}`) }))}
          value={outcome.hasWindow ? "limited" : "unlimited"}
          onChange={(value) => onChange({ ...outcome, hasWindow: value === "limited" })}
        />
        {outcome.hasWindow ? (
          <TextField
            label={t("outcome.windowDays")}
            autoComplete="off"
            inputMode="numeric"
            value={outcome.windowDays}
            onChange={(windowDays) => onChange({ ...outcome, windowDays })}
            suffix={t("unit.days")}
            error={problem(`${path}.windowDays`)}
          />
        ) : null}
      </FormLayout.Group>
    </FormLayout>
  );
}
