import { Banner, BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import { MOST_INSPECTION_PHOTOS } from "#app/domain/inspection/inspection-settings.ts";
import type { ExpectedReturn, Parcel } from "./inspection-json.ts";
import type { Judgements, TakenPhoto } from "./judging.ts";
import { lookedAt, toInspection, unitsLeft } from "./judging.ts";
import { JudgeLine } from "./judge-line.tsx";
import type { KeptInspection } from "./kept-inspections.ts";
import type { ParcelDraft } from "./kept-work.ts";

interface JudgeFormProps {
  readonly parcel: Parcel;
  readonly grades: readonly Grade[];
  /** What was found in this parcel before the page ended. */
  readonly draft: ParcelDraft | undefined;
  readonly onDraft: (draft: ParcelDraft) => void;
  readonly onDone: (inspections: readonly KeptInspection[]) => Promise<void>;
}

/** Every item that should be in the parcel, to be judged one by one; where several orders share it, order by order. */
export function JudgeForm({ parcel, grades, draft, onDraft, onDone }: JudgeFormProps) {
  const { t } = useTranslation("admin-returns");
  const [judgements, setJudgements] = useState<Judgements>(draft?.judgements ?? {});
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>(() => takenBefore(draft));
  const [isBusy, setBusy] = useState(false);
  // One key for each order of this parcel, however often the button is pressed.
  const [keys] = useState(() => new Map(draft?.keys ?? parcel.map(({ id }) => [id, crypto.randomUUID()] as const)));
  useEffect(() => {
    if (photos.length === 0 && Object.keys(judgements).length === 0) return;
    onDraft({ key: "open", parcel, judgements, photos: photos.map(({ lineId, file }) => ({ lineId, file })), keys: [...keys] });
  }, [parcel, judgements, photos, keys, onDraft]);
  const open = parcel.filter(({ canInspect }) => canInspect);
  if (open.length === 0) return <NotNow expected={parcel[0]} />;
  const looked = lookedAt(open, judgements);
  const missing = looked.flatMap(({ lines }) => lines).reduce((all, line) => all + unitsLeft(line, judgements[line.id] ?? []), 0);
  const send = async () => {
    setBusy(true);
    await onDone(inspectionsOf(looked, { judgements, photos }, keys)).finally(() => setBusy(false));
  };
  return (
    <BlockStack gap="400">
      {parcel.map((expected) => (
        <BlockStack key={expected.id} gap="400">
          {parcel.length > 1 ? (
            <Text as="h2" variant="headingMd">
              {t("inspection.ofOrder", { name: expected.orderName })}
            </Text>
          ) : null}
          {expected.canInspect ? (
            expected.lines.map((line) => (
              <JudgeLine
                key={line.id}
                line={line}
                grades={grades}
                judged={judgements[line.id] ?? []}
                photos={photos.filter(({ lineId }) => lineId === line.id)}
                photoRoom={MOST_INSPECTION_PHOTOS - photosOf(expected, photos).length}
                onJudge={(next) => setJudgements((before) => ({ ...before, [line.id]: next }))}
                onPhoto={(photo) => setPhotos((before) => [...before, photo])}
                onDropPhoto={(url) => setPhotos((before) => before.filter((one) => one.url !== url))}
              />
            ))
          ) : (
            <NotNow expected={expected} />
          )}
        </BlockStack>
      ))}
      <Card>
        <BlockStack gap="300">
          <Text as="p" tone={missing > 0 ? "caution" : "subdued"}>
            {missing > 0 ? t("inspection.missing", { count: missing }) : t("inspection.complete")}
          </Text>
          {open
            .filter((one) => !looked.includes(one))
            .map(({ id, name }) => (
              <Text key={id} as="p" tone="subdued">
                {t("inspection.staysOpen", { name })}
              </Text>
            ))}
          <Button variant="primary" size="large" fullWidth loading={isBusy} onClick={() => void send()}>
            {t("inspection.send")}
          </Button>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}

function photosOf({ lines }: ExpectedReturn, photos: readonly TakenPhoto[]): readonly TakenPhoto[] {
  return photos.filter(({ lineId }) => lines.some(({ id }) => id === lineId));
}

function takenBefore(draft: ParcelDraft | undefined): TakenPhoto[] {
  return (draft?.photos ?? []).map((photo) => ({ ...photo, url: URL.createObjectURL(photo.file) }));
}

/** One for each order, because each is booked in and paid for alone. */
function inspectionsOf(
  looked: readonly ExpectedReturn[],
  found: { readonly judgements: Judgements; readonly photos: readonly TakenPhoto[] },
  keys: ReadonlyMap<string, string>,
): KeptInspection[] {
  const at = performance.timeOrigin + performance.now();
  return looked.map((one) => toInspection(one, found, { key: keys.get(one.id) ?? crypto.randomUUID(), at }));
}

function NotNow({ expected }: { readonly expected: ExpectedReturn }) {
  const { t } = useTranslation("admin-returns");
  return (
    <Banner tone="warning" action={{ content: t("inspection.openReturn"), url: `/app/returns/${expected.id}` }}>
      {t("inspection.notNow", { status: t(`returnStatus.${expected.status}`) })}
    </Banner>
  );
}
