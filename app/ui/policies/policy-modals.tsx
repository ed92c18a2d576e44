import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PolicyChange } from "#app/domain/policies/compare-policies.ts";
import type { VersionEntry } from "./versions-card.tsx";

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what publishing changes, and for whom, before it happens. */
export function PublishModal({ changes, ...props }: ConfirmProps & { changes: readonly PolicyChange[] }) {
  const { t } = useTranslation("admin-returns");
  return (
    <ConfirmModal id="publish-policy" title={t("publish.heading")} action={t("publish.confirm")} {...props}>
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
    </ConfirmModal>
  );
}

/** Says that going back makes a new version of an old one. */
export function RollBackModal({ version, ...props }: Omit<ConfirmProps, "isOpen"> & { version: VersionEntry | undefined }) {
  const { t } = useTranslation("admin-returns");
  const number = version?.version ?? 0;
  return (
    <ConfirmModal
      id="roll-back-policy"
      title={t("rollBack.heading", { version: number })}
      action={t("rollBack.confirm")}
      isOpen={version !== undefined}
      {...props}
    >
      <Text as="p">{t("rollBack.body", { version: number })}</Text>
    </ConfirmModal>
  );
}

/** Throwing a draft away cannot be taken back. */
export function DiscardModal(props: ConfirmProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <ConfirmModal id="discard-draft" title={t("discard.heading")} action={t("discard.confirm")} isCritical {...props}>
      <Text as="p">{t("discard.body")}</Text>
    </ConfirmModal>
  );
}

interface ConfirmModalProps extends ConfirmProps {
  readonly id: string;
  readonly title: string;
  readonly action: string;
  readonly isCritical?: boolean;
  readonly children: React.ReactNode;
}

function ConfirmModal({ id, title, action, isCritical, isOpen, isBusy, onClose, onConfirm, children }: ConfirmModalProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <Modal id={id} open={isOpen} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">{children}</BlockStack>
      </Box>
      <TitleBar title={title}>
        <button variant="primary" {...(isCritical ? { tone: "critical" } : {})} {...(isBusy ? { disabled: true } : {})} onClick={onConfirm}>
          {action}
        </button>
        <button onClick={onClose}>{t("action.cancel")}</button>
      </TitleBar>
    </Modal>
  );
}
