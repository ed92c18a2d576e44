import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { CameraIcon } from "@shopify/polaris-icons";
import { useRef, useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { MEGABYTE, PHOTO_MAX_BYTES } from "#app/domain/shops/evidence-settings.ts";
import type { GoodsView } from "#app/ui/returns/return-view.ts";
import type { TakenPhoto } from "./judging.ts";
import { shrinkPhoto, type PhotoProblem } from "./shrink-photo.ts";

const MOST = 3;

interface LinePhotosProps {
  readonly line: GoodsView;
  readonly photos: readonly TakenPhoto[];
  /** How many more the whole return may have. */
  readonly room: number;
  readonly onPhoto: (photo: TakenPhoto) => void;
  readonly onDrop: (url: string) => void;
}

/** Photos of one item, from the phone's camera; the shopper sees them. */
export function LinePhotos({ line, photos, room, onPhoto, onDrop }: LinePhotosProps) {
  const { t } = useTranslation("admin-returns");
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<PhotoProblem>();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, Math.min(MOST - photos.length, room));
    event.target.value = "";
    setProblem(undefined);
    for (const file of files) {
      const small = await shrinkPhoto(file);
      if (typeof small === "string") setProblem(small);
      else onPhoto({ lineId: line.id, file: small, url: URL.createObjectURL(small) });
    }
  };
  return (
    <BlockStack gap="200">
      {photos.length > 0 ? (
        <InlineStack gap="200">
          {photos.map(({ url }, index) => (
            <button
              key={url}
              type="button"
              onClick={() => onDrop(url)}
              aria-label={t("inspection.dropPhoto", { number: index + 1, title: line.title })}
              style={{ padding: 0, border: "1px solid var(--p-color-border)", borderRadius: 8, overflow: "hidden", width: 72, height: 72 }}
            >
              <img src={url} alt="" style={{ width: "100%", height: "100%", objectFit: "cover" }} />
            </button>
          ))}
        </InlineStack>
      ) : null}
      {photos.length < MOST && room <= 0 ? (
        <Text as="p" tone="subdued">
          {t("inspection.noMorePhotos")}
        </Text>
      ) : null}
      {photos.length < MOST && room > 0 ? (
        <Button icon={CameraIcon} onClick={() => input.current?.click()}>
          {t("inspection.photo")}
        </Button>
      ) : null}
      {problem ? (
        <InlineError
          message={t(`inspection.photoProblem.${problem}`, { megabytes: PHOTO_MAX_BYTES / MEGABYTE })}
          fieldID={`photo-of-${line.id}`}
        />
      ) : null}
      <input
        ref={input}
        id={`photo-of-${line.id}`}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t("inspection.photoOf", { title: line.title })}
        onChange={(event) => void take(event)}
      />
    </BlockStack>
  );
}
