import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface AskModalProps {
  readonly id: string;
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  /** Something is thrown away or ended by it. */
  readonly isCritical?: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** A question before something happens, in a modal of the admin. */
export function AskModal({ id, title, action, isOpen, isBusy, isCritical, onClose, onConfirm, children }: AskModalProps) {
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
