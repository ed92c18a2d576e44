import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, Form, Text, TextField } from "@shopify/polaris";
import { BarcodeIcon } from "@shopify/polaris-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Parcel } from "./inspection-json.ts";
import { lookUp } from "./look-up.ts";
import { ScanCamera } from "./scan-camera.tsx";

interface FindCardProps {
  readonly onFound: (parcel: Parcel) => void;
  /** Whether what was found here is judged already and only waits to be sent. */
  readonly isWaiting: (returnId: string) => boolean;
}

/** Finds a return by its slip: with the camera, a hand scanner (which types) or by hand. */
export function FindCard({ onFound, isWaiting }: FindCardProps) {
  const { t } = useTranslation("admin-returns");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const find = useCallback(
    async (text: string) => {
      setCode(text);
      setBusy(true);
      setProblem(undefined);
      const answer = await lookUp(text);
      setBusy(false);
      if (!answer.ok) setProblem(answer.code);
      else if (isWaiting(answer.found.id)) setProblem("waits_here");
      else onFound([answer.found, ...answer.others]);
    },
    [onFound, isWaiting],
  );
  const { isScanning, start, stop } = useScanning(find);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{t("inspection.find.about")}</Text>
        {isScanning ? (
          <ScanCamera onCode={find} onStop={stop} />
        ) : (
          <Button variant="primary" size="large" fullWidth icon={BarcodeIcon} onClick={() => void start()}>
            {t("inspection.find.scan")}
          </Button>
        )}
        <Form onSubmit={() => void find(code)}>
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
        </Form>
      </BlockStack>
    </Card>
  );
}

/** Inside Shopify's own apps their scanner is asked; where it gives nothing, and everywhere else, the camera of this page. */
function useScanning(find: (code: string) => Promise<void>) {
  const shopify = useAppBridge();
  const [isScanning, setScanning] = useState(false);
  const stop = useCallback(() => setScanning(false), []);
  const start = async () => {
    const { mobile, pos } = shopify.environment;
    const scanned = mobile || pos ? await shopify.scanner.capture().catch(() => undefined) : undefined;
    if (scanned?.data) await find(scanned.data);
    else setScanning(true);
  };
  return { isScanning, start, stop };
}
