import { BlockStack, Box, Button, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDragOrder } from "./drag-order.ts";
import { movedTo, removed, replaced } from "./list-edits.ts";
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
  const { rules, reasons, questions, currency } = form;
  const policy = { reasons, questions, currency };
  const order = useRuleOrder(form, onEdit);
  const dragOf = useDragOrder(order.move);
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
          <div aria-live="polite">
            <Text as="span" visuallyHidden>
              {order.announcement}
            </Text>
          </div>
        </BlockStack>
      </Box>
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          position={index + 1}
          drag={dragOf(index)}
          policy={policy}
          isOpen={open.has(rule.id)}
          onToggle={() => toggle(rule.id)}
          onChange={(next) => onEdit({ rules: replaced(rules, index, next) })}
          onRemove={() => onEdit({ rules: removed(rules, index) })}
          {...(index > 0 ? { onUp: () => order.move(index, index - 1) } : {})}
          {...(index < rules.length - 1 ? { onDown: () => order.move(index, index + 1) } : {})}
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

/** Moves rules, says aloud where a rule stands now, and keeps the keyboard on the button that moved it. */
function useRuleOrder({ rules }: PolicyForm, onEdit: RulesSectionProps["onEdit"]) {
  const { t } = useTranslation("admin-returns");
  const [announcement, setAnnouncement] = useState("");
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    if (pressed.current instanceof HTMLElement) pressed.current.focus();
    pressed.current = null;
  }, [rules]);
  const move = (from: number, to: number) => {
    pressed.current = document.activeElement;
    setAnnouncement(t("rules.moved", { name: rules[from]?.name ?? "", position: to + 1, total: rules.length }));
    onEdit({ rules: movedTo(rules, from, to) });
  };
  return { announcement, move };
}
