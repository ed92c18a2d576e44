import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Layout, Page } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { comparePolicies } from "#app/domain/policies/compare-policies.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { useLeaveConfirmation } from "#app/ui/forms/save-frame.tsx";
import type { LintedShop } from "#app/domain/policies/lint-finding.ts";
import { FindingsCard } from "./findings-card.tsx";
import { FieldProblems } from "./field-problems.tsx";
import { PolicyBanners } from "./policy-banners.tsx";
import type { ShopVocabulary } from "./policy-choices.tsx";
import { VocabularyContext } from "./policy-choices.tsx";
import type { PolicyForm } from "./policy-form.ts";
import { BesidesGoodsCard } from "./besides-goods-card.tsx";
import { DiscardModal, PublishModal, RollBackModal } from "./policy-modals.tsx";
import type { ServerPolicy } from "./policy-state.ts";
import { usePolicyEditing } from "./policy-state.ts";
import { QuestionsCard } from "./questions-card.tsx";
import { ReasonsCard } from "./reasons-card.tsx";
import { RulesSection } from "./rules-section.tsx";
import { TransitCard } from "./transit-card.tsx";
import type { ShopPageView } from "./shop-page-card.tsx";
import { ShopPageCard } from "./shop-page-card.tsx";
import type { VersionEntry } from "./versions-card.tsx";
import { VersionsCard } from "./versions-card.tsx";

/** What the page can ask of the server. */
export type PolicyCommand =
  | { readonly intent: "save"; readonly document: string; readonly revision: number }
  | { readonly intent: "publish" | "discard"; readonly revision: number }
  | { readonly intent: "putOnPage" }
  | { readonly intent: "rollBack"; readonly to: number };

export interface PolicyPageProps {
  readonly server: ServerPolicy;
  readonly published: { readonly version: number; readonly policy: Policy };
  readonly versions: readonly VersionEntry[];
  readonly vocabulary: ShopVocabulary;
  /** Languages that shoppers are spoken to in, the shop's own first. */
  readonly languages: readonly string[];
  /** What the linter knows about the shop. */
  readonly lintedShop: LintedShop;
  readonly shopPage: ShopPageView | null;
  readonly onCommand: (command: PolicyCommand) => void;
  readonly isBusy: boolean;
  /** The state that this page's own last save led to. */
  readonly savedKey: string | undefined;
  readonly refusal: string | undefined;
  readonly preview: (form: PolicyForm, isChanged: boolean) => React.ReactNode;
}

/** The return policy: rules to edit on the left, trying them out and earlier versions on the right. */
export function PolicyPage(props: PolicyPageProps) {
  const { server, published, versions, vocabulary, onCommand, isBusy, savedKey, refusal } = props;
  const { t } = useTranslation("admin-returns");
  const editing = usePolicyEditing(server, savedKey);
  const { form, isDirty, problems, isStale, attempts } = editing;
  const changes = useMemo(() => comparePolicies(published.policy, server.policy), [published.policy, server.policy]);
  const edit = (change: Partial<PolicyForm>) => editing.edit({ ...form, ...change });
  const save = (revision: number) => {
    const document = editing.check();
    if (document !== undefined) onCommand({ intent: "save", document, revision });
  };
  const known = useMemo(
    () => ({ ...vocabulary, reasons: form.reasons.map(({ code }) => code), questions: form.questions }),
    [vocabulary, form.reasons, form.questions],
  );
  const hasDraft = server.revision > 0;
  const modals = usePolicyModals();
  useLeaveConfirmation(isDirty);
  return (
    <Page
      title={t("policy.title")}
      subtitle={t("policy.subtitle")}
      titleMetadata={<StateBadge hasDraft={hasDraft} version={published.version} />}
      primaryAction={{ content: t("policy.publish"), disabled: !hasDraft || isDirty || isBusy, onAction: () => modals.open("publish") }}
      secondaryActions={[
        { content: t("versionHistory.title"), url: "/app/policy/versions" },
        ...(hasDraft ? [{ content: t("policy.test"), disabled: isDirty, url: "/app/policy/tests" }] : []),
        ...(hasDraft ? [{ content: t("policy.discardDraft"), disabled: isDirty, onAction: () => modals.open("discard") }] : []),
      ]}
    >
      <SaveBar id="policy-save-bar" open={isDirty}>
        <button variant="primary" onClick={() => save(editing.revision)} disabled={isBusy || isStale} aria-label={t("action.save")} />
        <button onClick={editing.reset} disabled={isBusy} aria-label={t("action.discard")} />
      </SaveBar>
      <FieldProblems problems={problems}>
        <VocabularyContext.Provider value={known}>
          <Layout>
            <Layout.Section>
              <BlockStack gap="400">
                <PolicyBanners
                  problems={problems}
                  attempts={attempts}
                  isStale={isStale}
                  refusal={refusal}
                  onTakeTheirs={editing.reset}
                  onKeepMine={() => save(server.revision)}
                />
                <FindingsCard policy={editing.policy} shop={props.lintedShop} />
                <RulesSection form={form} onEdit={edit} />
                <ReasonsCard reasons={form.reasons} onChange={(reasons) => edit({ reasons })} />
                <QuestionsCard
                  questions={form.questions}
                  reasons={form.reasons.map(({ code }) => code)}
                  languages={props.languages}
                  onChange={(questions) => edit({ questions })}
                />
                <BesidesGoodsCard form={form} onChange={edit} />
                <TransitCard form={form} onChange={edit} />
              </BlockStack>
            </Layout.Section>
            <Layout.Section variant="oneThird">
              <BlockStack gap="400">
                {props.preview(form, isDirty || changes.length > 0)}
                <ShopPageCard page={props.shopPage} isBusy={isBusy} onPublish={() => onCommand({ intent: "putOnPage" })} />
                <VersionsCard versions={versions} onRollBack={modals.rollBackTo} />
              </BlockStack>
            </Layout.Section>
          </Layout>
        </VocabularyContext.Provider>
      </FieldProblems>
      <PublishModal
        before={published.policy}
        after={server.policy}
        isBusy={isBusy}
        isOpen={modals.isOpen("publish")}
        onClose={modals.close}
        onConfirm={modals.closing(() => onCommand({ intent: "publish", revision: server.revision }))}
      />
      <DiscardModal
        isBusy={isBusy}
        isOpen={modals.isOpen("discard")}
        onClose={modals.close}
        onConfirm={modals.closing(() => onCommand({ intent: "discard", revision: server.revision }))}
      />
      <RollBackModal
        version={modals.version}
        isBusy={isBusy}
        onClose={modals.close}
        onConfirm={modals.closing(() => modals.version && onCommand({ intent: "rollBack", to: modals.version.version }))}
      />
    </Page>
  );
}

/** Which question is being asked; none while undefined. */
function usePolicyModals() {
  const [asked, setAsked] = useState<"publish" | "discard" | VersionEntry>();
  const close = () => setAsked(undefined);
  return {
    open: (question: "publish" | "discard") => setAsked(question),
    rollBackTo: (version: VersionEntry) => setAsked(version),
    close,
    closing: (action: () => void) => () => {
      close();
      action();
    },
    isOpen: (question: "publish" | "discard") => asked === question,
    version: typeof asked === "object" ? asked : undefined,
  };
}

function StateBadge({ hasDraft, version }: { hasDraft: boolean; version: number }) {
  const { t } = useTranslation("admin-returns");
  return hasDraft ? <Badge tone="attention">{t("policy.draft")}</Badge> : <Badge tone="success">{t("policy.live", { version })}</Badge>;
}
