import { FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import type { AskEventProps } from "./ask-event-props.ts";
import { DECLINE_REASONS } from "./return-actions.ts";

const LONGEST_NOTE = 500;

/** A decline tells the customer why, in words of staff's own. */
export function DeclineModal({ view, isOpen, isBusy, onClose, onCommand }: AskEventProps & { isOpen: boolean }) {
  const { t } = useTranslation("admin-returns");
  const [reason, setReason] = useState<string>(DECLINE_REASONS[0]);
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const isNoteMissing = reason === "OTHER" && note.trim() === "";
  const decline = () => {
    setTried(true);
    if (!isNoteMissing) onCommand({ event: "decline", reason, note: note.trim() });
  };
  return (
    <AskModal
      id="decline-return"
      title={t("askEvent.decline.title", { name: view.name })}
      action={t("button.decline")}
      isOpen={isOpen}
      isBusy={isBusy}
      isCritical
      onClose={onClose}
      onConfirm={decline}
    >
      <Text as="p">{t("decline.body")}</Text>
      <FormLayout>
        <Select
          label={t("decline.reason")}
          options={DECLINE_REASONS.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <TextField
          label={t("decline.note")}
          helpText={t("decline.noteHelp")}
          autoComplete="off"
          multiline={3}
          maxLength={LONGEST_NOTE}
          showCharacterCount
          value={note}
          onChange={setNote}
          error={isTried && isNoteMissing ? t("decline.noteNeeded") : undefined}
        />
      </FormLayout>
    </AskModal>
  );
}
