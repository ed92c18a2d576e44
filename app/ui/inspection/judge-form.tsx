import { Banner, BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { ExpectedReturn } from "./inspection-json.ts";
import type { Judgements, TakenPhoto } from "./judging.ts";
import { toInspection, unitsLeft } from "./judging.ts";
import { JudgeLine } from "./judge-line.tsx";
import type { KeptInspection } from "./kept-inspections.ts";

interface JudgeFormProps {
  readonly expected: ExpectedReturn;
  readonly grades: readonly Grade[];
  readonly onDone: (inspection: KeptInspection) => Promise<void>;
}

/** Every item that should be in the parcel, to be judged one by one. */
export function JudgeForm({ expected, grades, onDone }: JudgeFormProps) {
  const { t } = useTranslation("admin-returns");
  const [judgements, setJudgements] = useState<Judgements>({});
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([]);
  const [isBusy, setBusy] = useState(false);
  // One key for this parcel, however often the button is pressed.
  const [key] = useState(() => crypto.randomUUID());
  if (!expected.canInspect) {
    return (
      <Banner tone="warning" action={{ content: t("inspection.openReturn"), url: `/app/returns/${expected.id}` }}>
        {t("inspection.notNow", { status: t(`returnStatus.${expected.status}`) })}
      </Banner>
    );
  }
  const missing = expected.lines.reduce((all, line) => all + unitsLeft(line, judgements[line.id] ?? []), 0);
  const send = async () => {
    setBusy(true);
    await onDone(toInspection(expected, { judgements, photos }, { key, at: performance.timeOrigin + performance.now() })).finally(() =>
      setBusy(false),
    );
  };
  return (
    <BlockStack gap="400">
      {expected.lines.map((line) => (
        <JudgeLine
          key={line.id}
          line={line}
          grades={grades}
          judged={judgements[line.id] ?? []}
          photos={photos.filter(({ lineId }) => lineId === line.id)}
          onJudge={(next) => setJudgements((before) => ({ ...before, [line.id]: next }))}
          onPhoto={(photo) => setPhotos((before) => [...before, photo])}
          onDropPhoto={(url) => setPhotos((before) => before.filter((one) => one.url !== url))}
        />
      ))}
      <Card>
        <BlockStack gap="300">
          <Text as="p" tone={missing > 0 ? "caution" : "subdued"}>
            {missing > 0 ? t("inspection.missing", { count: missing }) : t("inspection.complete")}
          </Text>
          <Button variant="primary" size="large" fullWidth loading={isBusy} onClick={() => void send()}>
            {t("inspection.send")}
          </Button>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
