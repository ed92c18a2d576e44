import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  Divider,
  InlineError,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyReason } from "#app/domain/policies/policy.ts";
import { MoveButtons } from "../forms/row-buttons.tsx";
import { useFieldProblem } from "./field-problems.tsx";
import { moved, removed, replaced } from "./list-edits.ts";
import { usePolicyWords } from "./use-policy-words.ts";
import type { Choice } from "./value-picker.tsx";

/** Handles of Shopify's own return reasons that shops use most; its reports know them. */
const SHOPIFY_REASONS = [
  "too-small", "too-big", "size", "fit", "too-long", "too-short", "too-tight", "comfort", "style", "color", "quality", "changed-my-mind",
  "item-not-as-described", "damaged-or-defective", "damaged-packaging", "received-the-wrong-item", "ordered-wrong-item", "duplicate-order",
  "incompatible", "stained", "product-leaks", "caused-allergic-reaction", "delivery-issue", "arrived-late", "other-reason",
] as const; // prettier-ignore

interface ReasonsCardProps {
  readonly reasons: readonly PolicyReason[];
  readonly onChange: (reasons: readonly PolicyReason[]) => void;
}

/** Why shoppers may say they return something, whose fault it is, and whether they must say more. */
export function ReasonsCard({ reasons, onChange }: ReasonsCardProps) {
  const { t } = useTranslation("admin-returns");
  const missing = useFieldProblem()("reasons");
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {t("reasons.heading")}
          </Text>
          <Text as="p" tone="subdued">
            {t("reasons.help")}
          </Text>
        </BlockStack>
      </Box>
      {reasons.map((reason, index) => (
        <Box key={reason.code}>
          <Divider />
          <Box paddingInline="400" paddingBlock="200">
            <ReasonRow
              reason={reason}
              onChange={(next) => onChange(replaced(reasons, index, next))}
              onRemove={() => onChange(removed(reasons, index))}
              {...(index > 0 ? { onUp: () => onChange(moved(reasons, index, -1)) } : {})}
              {...(index < reasons.length - 1 ? { onDown: () => onChange(moved(reasons, index, 1)) } : {})}
            />
          </Box>
        </Box>
      ))}
      <Divider />
      <Box padding="400">
        <BlockStack gap="200">
          {reasons.length === 0 && missing ? <InlineError message={missing} fieldID="reasons" /> : null}
          <NewReason reasons={reasons} onAdd={(reason) => onChange([...reasons, reason])} />
        </BlockStack>
      </Box>
    </Card>
  );
}

interface ReasonRowProps {
  readonly reason: PolicyReason;
  readonly onChange: (reason: PolicyReason) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
}

function ReasonRow({ reason, onChange, onRemove, onUp, onDown }: ReasonRowProps) {
  const { t } = useTranslation("admin-returns");
  const name = usePolicyWords().reason(reason.code);
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
      <div style={{ flex: 1 }}>
        <BlockStack gap="150">
          <Text as="span" fontWeight="medium">
            {name}
          </Text>
          <InlineGrid columns={{ xs: 1, sm: 3 }} gap="200" alignItems="center">
            <Select
              label={t("reasons.fault", { reason: name })}
              labelHidden
              options={(["customer", "merchant"] as const).map((value) => ({ value, label: t(`reasons.fault_${value}`) }))}
              value={reason.fault}
              onChange={(value) => onChange({ ...reason, fault: value === "merchant" ? "merchant" : "customer" })}
            />
            <Select
              label={t("reasons.photo", { reason: name })}
              labelHidden
              options={(["as_rule", "optional", "required"] as const).map((value) => ({ value, label: t(`reasons.photo_${value}`) }))}
              value={reason.photo ?? "as_rule"}
              onChange={(value) => onChange(withPhoto(reason, value))}
            />
            <Checkbox
              label={t("reasons.noteRequired")}
              checked={reason.isNoteRequired}
              onChange={(isNoteRequired) => onChange({ ...reason, isNoteRequired })}
            />
          </InlineGrid>
        </BlockStack>
      </div>
      <InlineStack gap="0" align="end" wrap={false}>
        <MoveButtons name={name} onUp={onUp} onDown={onDown} />
        <Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={t("reasons.remove", { reason: name })} />
      </InlineStack>
    </InlineStack>
  );
}

function withPhoto({ photo: _before, ...reason }: PolicyReason, value: string): PolicyReason {
  return value === "optional" || value === "required" ? { ...reason, photo: value } : reason;
}

const OWN = "own";

function NewReason({ reasons, onAdd }: { reasons: readonly PolicyReason[]; onAdd: (reason: PolicyReason) => void }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const free = SHOPIFY_REASONS.filter((code) => !reasons.some((reason) => reason.code === code));
  const [chosen, setChosen] = useState<string>("");
  const [own, setOwn] = useState("");
  const value = free.some((code) => code === chosen) || chosen === OWN ? chosen : (free[0] ?? OWN);
  const code = value === OWN ? codeOf(own) : value;
  const isTaken = reasons.some((reason) => reason.code === code);
  const add = () => {
    onAdd({ code, fault: "customer", isNoteRequired: false });
    setOwn("");
    setChosen("");
  };
  return (
    <InlineStack gap="200" blockAlign="end">
      <Select
        label={t("reasons.new")}
        options={[...free.map((each): Choice => ({ value: each, label: words.reason(each) })), { value: OWN, label: t("reasons.own") }]}
        value={value}
        onChange={setChosen}
      />
      {value === OWN ? (
        <TextField
          label={t("reasons.ownName")}
          autoComplete="off"
          value={own}
          onChange={setOwn}
          error={own !== "" && (code === "" || isTaken) ? t(code === "" ? "reasons.ownInvalid" : "policyproblem.reason_twice") : undefined}
        />
      ) : null}
      <Button icon={PlusIcon} disabled={code === "" || isTaken} onClick={add}>
        {t("reasons.add")}
      </Button>
    </InlineStack>
  );
}

/** "Wrong colour sent!" is kept as "wrong-colour-sent", the shape of Shopify's own handles. */
function codeOf(name: string): string {
  const code = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return code.replace(/^-+|-+$/g, "").slice(0, 64);
}
