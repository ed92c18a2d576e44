import { BlockStack, List, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyChange } from "#app/domain/policies/compare-policies.ts";
import { comparePolicies } from "#app/domain/policies/compare-policies.ts";
import { describePolicy } from "#app/domain/policies/describe-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { inWords } from "./rule-in-words.ts";
import { usePolicyWords } from "./use-policy-words.ts";

interface PolicyChangesProps {
  readonly before: Policy;
  readonly after: Policy;
  /** What to say when the two mean the same. */
  readonly nothing: string;
}

/** What differs between two policies, rule by rule in words. */
export function PolicyChanges({ before, after, nothing }: PolicyChangesProps) {
  const changes = useMemo(() => comparePolicies(before, after), [before, after]);
  if (changes.length === 0) return <Text as="p">{nothing}</Text>;
  return (
    <List>
      {changes.map((change, index) => (
        <List.Item key={index}>
          <ChangeInWords change={change} before={before} after={after} />
        </List.Item>
      ))}
    </List>
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
