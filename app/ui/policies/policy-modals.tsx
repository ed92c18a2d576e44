import { List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PolicyChange } from "#app/domain/policies/compare-policies.ts";
import type { AskModalProps } from "#app/ui/forms/ask-modal.tsx";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import type { VersionEntry } from "./versions-card.tsx";

type ConfirmProps = Pick<AskModalProps, "isOpen" | "isBusy" | "onClose" | "onConfirm">;

/** Says what publishing changes, and for whom, before it happens. */
export function PublishModal({ changes, ...props }: ConfirmProps & { changes: readonly PolicyChange[] }) {
  const { t } = useTranslation("admin-returns");
  return (
    <AskModal id="publish-policy" title={t("publish.heading")} action={t("publish.confirm")} {...props}>
      <Text as="p">{t("publish.from")}</Text>
      {changes.length > 0 ? (
        <List>
          {changes.map((change, index) => (
            <List.Item key={index}>{t(`change.${change.kind}`, "rule" in change ? { rule: change.rule } : {})}</List.Item>
          ))}
        </List>
      ) : (
        <Text as="p">{t("publish.nothing")}</Text>
      )}
    </AskModal>
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
