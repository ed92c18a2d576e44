import { Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";

interface RejectModalProps {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onReject: (note: string) => void;
}

const LONGEST_NOTE = 500;

/** Nothing goes out without a reason that colleagues can read later. */
export function RejectModal({ isOpen, isBusy, onClose, onReject }: RejectModalProps) {
  const { t } = useTranslation("admin-promises");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const isMissing = note.trim() === "";
  const reject = () => {
    setTried(true);
    if (!isMissing) onReject(note.trim());
  };
  return (
    <AskModal
      id="reject-compensation"
      title={t("compensation.rejectTitle")}
      action={t("compensation.reject")}
      isOpen={isOpen}
      isBusy={isBusy}
      isCritical
      onClose={onClose}
      onConfirm={reject}
    >
      <Text as="p">{t("compensation.rejectBody")}</Text>
      <TextField
        label={t("compensation.rejectReason")}
        autoComplete="off"
        multiline={3}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={setNote}
        error={isTried && isMissing ? t("settingproblem.value_needed") : undefined}
      />
    </AskModal>
  );
}
