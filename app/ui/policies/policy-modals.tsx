import { BlockStack, List, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyChange } from "#app/domain/policies/compare-policies.ts";
import { comparePolicies } from "#app/domain/policies/compare-policies.ts";
import { describePolicy } from "#app/domain/policies/describe-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import type { AskModalProps } from "#app/ui/forms/ask-modal.tsx";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import { inWords } from "./rule-in-words.ts";
import { usePolicyWords } from "./use-policy-words.ts";
import type { VersionEntry } from "./versions-card.tsx";

type ConfirmProps = Pick<AskModalProps, "isOpen" | "isBusy" | "onClose" | "onConfirm">;

/** Says what publishing changes, and for whom, before it happens. */
export function PublishModal({ before, after, ...props }: ConfirmProps & { before: Policy; after: Policy }) {
  const { t } = useTranslation("admin-returns");
  const changes = useMemo(() => comparePolicies(before, after), [before, after]);
  return (
    <AskModal id="publish-policy" title={t("publish.heading")} action={t("publish.confirm")} {...props}>
      <Text as="p">{t("publish.from")}</Text>
      {changes.length > 0 ? (
        <List>
          {changes.map((change, index) => (
            <List.Item key={index}>
              <ChangeInWords change={change} before={before} after={after} />
            </List.Item>
          ))}
        </List>
      ) : (
        <Text as="p">{t("publish.nothing")}</Text>
      )}
    </AskModal>
  );
}

/** One change; of what a rule says now and will say, both sentences. */
function ChangeInWords({ change, before, after }: { change: PolicyChange; before: Policy; after: Policy }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const sayOf = (policy: Policy): string | undefined => {
    if (change.kind !== "rule_changed" && change.kind !== "rule_added" && change.kind !== "otherwise_changed") return undefined;
    const ruleId = "ruleId" in change ? change.ruleId : null;
    const described = describePolicy(policy).find((each) => each.ruleId === ruleId);
    return described && inWords(described, words, t);
  };
  const [old, next] = [sayOf(before), sayOf(after)];
  return (
    <BlockStack gap="050">
      <Text as="span" fontWeight="medium">
        {t(`change.${change.kind}`, "rule" in change ? { rule: change.rule } : {})}
      </Text>
      {old !== undefined && old !== next ? (
        <Text as="span" tone="subdued" textDecorationLine="line-through">
          {old}
        </Text>
      ) : null}
      {next !== undefined ? <Text as="span">{next}</Text> : null}
    </BlockStack>
  );
}

/** Says that going back makes a new version of an old one. */
export function RollBackModal({ version, ...props }: Omit<ConfirmProps, "isOpen"> & { version: VersionEntry | undefined }) {
  const { t } = useTranslation("admin-returns");
  const number = version?.version ?? 0;
  return (
    <AskModal
      id="roll-back-policy"
      title={t("rollBack.heading", { version: number })}
      action={t("rollBack.confirm")}
      isOpen={version !== undefined}
      {...props}
    >
      <Text as="p">{t("rollBack.body", { version: number })}</Text>
    </AskModal>
  );
}

/** Throwing a draft away cannot be taken back. */
export function DiscardModal(props: ConfirmProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <AskModal id="discard-draft" title={t("discard.heading")} action={t("discard.confirm")} isCritical {...props}>
      <Text as="p">{t("discard.body")}</Text>
    </AskModal>
  );
}
