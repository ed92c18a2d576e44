import { BlockStack, Button, Card, Form, InlineError, Text, TextField } from "@shopify/polaris";
import { BarcodeIcon } from "@shopify/polaris-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundReturn, Parcel } from "./inspection-json.ts";
import { useScanner } from "./use-scanner.ts";

/** Finds a return by its slip: with the camera, a hand scanner (which types) or by hand. */
export function FindCard({ onFound }: { readonly onFound: (parcel: Parcel) => void }) {
  const { t } = useTranslation("admin-returns");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const find = useCallback(
    async (text: string) => {
      setBusy(true);
      setProblem(undefined);
      const answer = await lookUp(text);
      setBusy(false);
      if (answer.ok) onFound([answer.found, ...answer.others]);
      else setProblem(answer.code);
    },
    [onFound],
  );
  const scanned = useCallback(
    (text: string) => {
      setScanning(false);
      setCode(text);
      void find(text);
    },
    [find],
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{t("inspection.find.about")}</Text>
        {isScanning ? (
          <Camera onCode={scanned} onStop={() => setScanning(false)} />
        ) : (
          <Button variant="primary" size="large" fullWidth icon={BarcodeIcon} onClick={() => setScanning(true)}>
            {t("inspection.find.scan")}
          </Button>
        )}
        <Form onSubmit={() => void find(code)}>
          <BlockStack gap="200">
            <TextField
              label={t("inspection.find.label")}
              helpText={t("inspection.find.help")}
              autoComplete="off"
              inputMode="text"
              value={code}
              onChange={setCode}
              error={problem ? t(`inspection.problem.${problem}`) : undefined}
              connectedRight={
                <Button submit loading={isBusy} disabled={code.trim() === ""}>
                  {t("inspection.find.submit")}
                </Button>
              }
            />
          </BlockStack>
        </Form>
      </BlockStack>
    </Card>
  );
}

function Camera({ onCode, onStop }: { readonly onCode: (code: string) => void; readonly onStop: () => void }) {
  const { t } = useTranslation("admin-returns");
  const { video, problem } = useScanner(true, onCode);
  return (
    <BlockStack gap="200">
      <video
        ref={video}
        muted
        playsInline
        aria-label={t("inspection.find.camera")}
        style={{
          display: problem ? "none" : "block",
          width: "100%",
          maxHeight: "50vh",
          objectFit: "cover",
          borderRadius: 8,
          background: "var(--p-color-bg-inverse)",
        }}
      />
      {problem ? <InlineError message={t(`inspection.camera.${problem}`)} fieldID="camera" /> : null}
      <Button fullWidth onClick={onStop}>
        {t("inspection.find.stop")}
      </Button>
    </BlockStack>
  );
}

async function lookUp(code: string): Promise<FoundReturn> {
  try {
    const answer = await fetch(`/app/inspect/find?code=${encodeURIComponent(code.trim())}`);
    return (await answer.json()) as FoundReturn;
  } catch {
    return { ok: false, code: "offline" };
  }
}
