import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Policy } from "#app/domain/policies/policy.ts";
import type { AskModalProps } from "#app/ui/forms/ask-modal.tsx";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import { PolicyChanges } from "./policy-changes.tsx";
import type { VersionEntry } from "./versions-card.tsx";

type ConfirmProps = Pick<AskModalProps, "isOpen" | "isBusy" | "onClose" | "onConfirm">;

/** Says what publishing changes, and for whom, before it happens. */
export function PublishModal({ before, after, ...props }: ConfirmProps & { before: Policy; after: Policy }) {
  const { t } = useTranslation("admin-returns");
  return (
    <AskModal id="publish-policy" title={t("publish.heading")} action={t("publish.confirm")} {...props}>
      <Text as="p">{t("publish.from")}</Text>
      <PolicyChanges before={before} after={after} nothing={t("publish.nothing")} />
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
