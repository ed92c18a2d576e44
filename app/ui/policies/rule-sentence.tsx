import { BlockStack, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleDescription } from "#app/domain/policies/describe-policy.ts";
import type { Explained } from "#app/domain/policies/explanation.ts";
import { describePolicy } from "#app/domain/policies/describe-policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { OutcomeForm, PolicyForm, RuleForm } from "./policy-form.ts";
import { documentOf } from "./policy-document.ts";
import { usePolicyWords } from "./use-policy-words.ts";

export type SentencePolicy = Pick<PolicyForm, "currency" | "reasons">;

/** A rule read back in words, so that staff see what they have set without knowing the fields. */
export function RuleSentence({ rule, policy }: { rule: RuleForm; policy: SentencePolicy }) {
  const description = useMemo(() => describeAlone(policy, [rule], rule.outcome), [policy, rule]);
  return <Sentence description={description} isOtherwise={false} />;
}

/** The same for what happens when no rule applies. */
export function OtherwiseSentence({ outcome, policy }: { outcome: OutcomeForm; policy: SentencePolicy }) {
  const description = useMemo(() => describeAlone(policy, [], outcome), [policy, outcome]);
  return <Sentence description={description} isOtherwise />;
}

function Sentence({ description, isOtherwise }: { description: RuleDescription | undefined; isOtherwise: boolean }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  if (!description)
    return (
      <Text as="p" tone="subdued">
        {t("sentence.unfinished")}
      </Text>
    );
  const conditions = words.list(description.when.map(words.explained), "and");
  const lead = isOtherwise ? t("sentence.otherwise") : conditions === "" ? t("sentence.always") : t("sentence.if", { conditions });
  return (
    <BlockStack gap="050">
      <Text as="p">{lead}</Text>
      <Text as="p" tone="subdued">
        {withoutIdleFees(description.then)
          .map(words.sentence)
          .reduce((first, next) => t("sentence.join", { first, next }))}
      </Text>
    </BlockStack>
  );
}

/** One rule described without the others, so that a fault elsewhere does not silence it. Undefined while it has faults itself. */
function describeAlone(
  { currency, reasons }: SentencePolicy,
  rules: readonly RuleForm[],
  otherwise: OutcomeForm,
): RuleDescription | undefined {
  const named = rules.map((rule) => ({ ...rule, name: rule.name.trim() === "" ? "-" : rule.name }));
  const document = documentOf({ currency, reasons, rules: named, otherwise, transitDays: "0", transitByCountry: [] });
  const parsed = parsePolicy(document);
  return parsed.ok ? describePolicy(parsed.value)[0] : undefined;
}

/** An offer that would take the return shipping fee says so only where there is one. */
function withoutIdleFees(then: readonly Explained[]): Explained[] {
  const hasFee = then.some(({ code }) => code === "return_shipping_costs");
  return then.map((each) =>
    hasFee || each.code !== "offers" ? each : { ...each, params: { ...each.params, takesReturnShippingFee: false } },
  );
}
