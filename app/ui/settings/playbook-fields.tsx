import { Badge, BlockStack, Card, Checkbox, Divider, InlineStack, List, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { READY_MADE_PLAYBOOKS } from "#app/domain/playbooks/ready-made.ts";
import type { FormPart } from "./form-props.ts";
import type { PlaybookForm } from "./playbook-form.ts";

interface PlaybookCardProps extends FormPart<PlaybookForm> {
  readonly id: string;
  /** What it depends on. */
  readonly children?: ReactNode;
}

/** One playbook: when it starts, what it does, whether it runs, and its own settings. */
export function PlaybookCard({ id, form, change, children }: PlaybookCardProps) {
  const { t } = useTranslation("admin-promises");
  const isOn = form.switchedOn.includes(id);
  const playbook = READY_MADE_PLAYBOOKS.find((each) => each.id === id);
  const toggle = (on: boolean) =>
    change((before) => ({
      ...before,
      switchedOn: [...before.switchedOn.filter((each) => each !== id), ...(on ? [id] : [])].sort(byPlace),
    }));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Text as="h3" variant="headingSm">
            {t(`playbook.${id}.name`)}
          </Text>
          <Badge tone={isOn ? "success" : "enabled"}>{t(isOn ? "playbook.on" : "playbook.off")}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t(`playbook.${id}.when`)}
        </Text>
        <List type="number">
          {(playbook?.steps ?? []).map((step, index) => (
            <List.Item key={index}>{t(`playbook.${id}.step${index + 1}`)}</List.Item>
          ))}
        </List>
        <Checkbox label={t("playbook.run")} checked={isOn} onChange={toggle} />
        {children && isOn ? (
          <>
            <Divider />
            {children}
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}

const ORDER = READY_MADE_PLAYBOOKS.map(({ id }) => id);

/** The same set of playbooks is the same form, in whatever order they were switched. */
function byPlace(a: string, b: string): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
