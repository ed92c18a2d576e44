import { Badge, BlockStack, Box, Button, Card, Collapsible, Divider, Icon, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, DragHandleIcon } from "@shopify/polaris-icons";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { MoveButtons, OpenButton } from "../forms/row-buttons.tsx";
import { ConditionList } from "./condition-list.tsx";
import type { DragOrder } from "./drag-order.ts";
import { useFieldProblem, useProblemCount } from "./field-problems.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import type { RuleForm } from "./policy-form.ts";
import type { SentencePolicy } from "./rule-sentence.tsx";
import { RuleSentence } from "./rule-sentence.tsx";

export interface RuleCardProps {
  readonly rule: RuleForm;
  /** 1 for the first rule: the order in which they are tried. */
  readonly position: number;
  readonly policy: SentencePolicy;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (rule: RuleForm) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
  readonly drag: DragOrder;
}

/** One rule: its name, what it says in words, and, opened, everything to change about it. */
export function RuleCard(props: RuleCardProps) {
  const { rule, position, policy, isOpen, drag } = props;
  const path = `rules.${position - 1}`;
  return (
    <div {...drag.place} style={dragStyle(drag)}>
      <Card padding="0">
        <Box padding="400">
          <BlockStack gap="200">
            <RuleHead {...props} path={path} />
            <RuleSentence rule={rule} policy={policy} />
          </BlockStack>
        </Box>
        <Collapsible id={`rule-${rule.id}`} open={isOpen}>
          <Divider />
          <Box padding="400">{isOpen ? <RuleFields {...props} path={path} /> : null}</Box>
        </Collapsible>
      </Card>
    </div>
  );
}

/** A card that is being dragged fades; the place it would take is outlined. */
function dragStyle({ isDragged, isTarget }: DragOrder): CSSProperties {
  const outline = isTarget ? "2px solid var(--p-color-border-emphasis)" : "none";
  return { opacity: isDragged ? 0.5 : 1, outline, borderRadius: "var(--p-border-radius-300)" };
}

function RuleHead({ rule, position, path, isOpen, onToggle, onUp, onDown, drag }: RuleCardProps & { path: string }) {
  const { t } = useTranslation("admin-returns");
  const problems = useProblemCount(path);
  const name = rule.name.trim() || t("rule.unnamed");
  return (
    <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
      <InlineStack gap="200" align="start" blockAlign="start" wrap={false}>
        <span {...drag.handle} style={{ cursor: "grab" }} title={t("move.drag", { name })} aria-hidden="true">
          <Icon source={DragHandleIcon} tone="subdued" />
        </span>
        <InlineStack gap="200" align="start" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {t("rule.heading", { position, name })}
          </Text>
          {rule.isEnabled ? null : <Badge>{t("rule.off")}</Badge>}
          {problems > 0 ? <Badge tone="critical">{t("rule.problems", { count: problems })}</Badge> : null}
        </InlineStack>
      </InlineStack>
      <InlineStack gap="050" align="end" wrap={false}>
        <MoveButtons name={name} onUp={onUp} onDown={onDown} />
        <OpenButton name={name} isOpen={isOpen} controls={`rule-${rule.id}`} onToggle={onToggle} />
      </InlineStack>
    </InlineStack>
  );
}

function RuleFields({ rule, path, policy, onChange, onRemove }: RuleCardProps & { path: string }) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  return (
    <BlockStack gap="500">
      <TextField
        label={t("rule.name")}
        helpText={t("rule.nameHelp")}
        autoComplete="off"
        value={rule.name}
        onChange={(name) => onChange({ ...rule, name })}
        error={problem(`${path}.name`)}
      />
      <ConditionFields rule={rule} path={path} policy={policy} onChange={onChange} />
      <OutcomeFields
        outcome={rule.outcome}
        path={`${path}.outcome`}
        currency={policy.currency}
        onChange={(outcome) => onChange({ ...rule, outcome })}
      />
      <Divider />
      <InlineStack gap="200" align="space-between">
        <Button onClick={() => onChange({ ...rule, isEnabled: !rule.isEnabled })}>
          {t(rule.isEnabled ? "rule.switchOff" : "rule.switchOn")}
        </Button>
        <Button icon={DeleteIcon} tone="critical" onClick={onRemove}>
          {t("rule.remove")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function ConditionFields({ rule, path, policy, onChange }: Pick<RuleCardProps, "rule" | "policy" | "onChange"> & { path: string }) {
  const { t } = useTranslation("admin-returns");
  return (
    <BlockStack gap="200">
      <BlockStack gap="050">
        <Text as="h4" variant="bodyMd">
          {t("condition.title")}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {t(rule.conditions.length === 0 ? "condition.none" : "condition.all")}
        </Text>
      </BlockStack>
      <ConditionList
        conditions={rule.conditions}
        path={`${path}.conditions`}
        currency={policy.currency}
        depth={0}
        onChange={(conditions) => onChange({ ...rule, conditions })}
      />
    </BlockStack>
  );
}
