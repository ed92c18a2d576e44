import { BlockStack, Box, Button, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moved, removed, replaced } from "./list-edits.ts";
import { OtherwiseCard } from "./otherwise-card.tsx";
import type { PolicyForm } from "./policy-form.ts";
import { newRule } from "./policy-form.ts";
import { RuleCard } from "./rule-card.tsx";

interface RulesSectionProps {
  readonly form: PolicyForm;
  readonly onEdit: (change: Partial<PolicyForm>) => void;
}

const OTHERWISE = "otherwise";

/** The rules in the order they are tried, and what holds for everything else. */
export function RulesSection({ form, onEdit }: RulesSectionProps) {
  const { t } = useTranslation("admin-returns");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { rules, reasons, currency } = form;
  const policy = { reasons, currency };
  const toggle = (id: string) => setOpen(new Set(open.has(id) ? [...open].filter((each) => each !== id) : [...open, id]));
  const add = () => {
    const id = crypto.randomUUID();
    onEdit({ rules: [...rules, newRule(id, t("rule.newName"))] });
    setOpen(new Set([...open, id]));
  };
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {t("rules.heading")}
          </Text>
          <Text as="p" tone="subdued">
            {t("rules.help")}
          </Text>
        </BlockStack>
      </Box>
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          position={index + 1}
          policy={policy}
          isOpen={open.has(rule.id)}
          onToggle={() => toggle(rule.id)}
          onChange={(next) => onEdit({ rules: replaced(rules, index, next) })}
          onRemove={() => onEdit({ rules: removed(rules, index) })}
          {...(index > 0 ? { onUp: () => onEdit({ rules: moved(rules, index, -1) }) } : {})}
          {...(index < rules.length - 1 ? { onDown: () => onEdit({ rules: moved(rules, index, 1) }) } : {})}
        />
      ))}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Button icon={PlusIcon} onClick={add}>
          {t("rules.add")}
        </Button>
      </Box>
      <OtherwiseCard
        outcome={form.otherwise}
        policy={policy}
        isOpen={open.has(OTHERWISE)}
        onToggle={() => toggle(OTHERWISE)}
        onChange={(otherwise) => onEdit({ otherwise })}
      />
    </BlockStack>
  );
}
