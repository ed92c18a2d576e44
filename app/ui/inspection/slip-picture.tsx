import { BlockStack, Button, InlineError } from "@shopify/polaris";
import { CameraIcon } from "@shopify/polaris-icons";
import { useRef, useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { readCodeIn } from "./code-reader.ts";

/** Reads a slip from a photo that the phone's own camera app takes: pages that may not film may still ask for a file. */
export function SlipPicture({ onCode }: { readonly onCode: (code: string) => Promise<void> }) {
  const { t } = useTranslation("admin-returns");
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<"unreadable" | "not_loaded">();
  const look = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const code = await readCodeIn(file);
      if (code === undefined) setProblem("unreadable");
      else await onCode(code);
    } catch {
      setProblem("not_loaded");
    } finally {
      setBusy(false);
    }
  };
  return (
    <BlockStack gap="200">
      <Button variant="primary" size="large" fullWidth icon={CameraIcon} loading={isBusy} onClick={() => input.current?.click()}>
        {t("inspection.find.picture")}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t("inspection.find.picture")}
        onChange={(event) => void look(event)}
      />
      {problem ? <InlineError message={t(`inspection.camera.${problem}`)} fieldID="slip-picture" /> : null}
    </BlockStack>
  );
}
