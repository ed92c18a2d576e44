import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { CameraIcon } from "@shopify/polaris-icons";
import { useRef, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import type { GoodsView } from "#app/ui/returns/return-view.ts";
import type { TakenPhoto } from "./judging.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

const MOST = 3;

interface LinePhotosProps {
  readonly line: GoodsView;
  readonly photos: readonly TakenPhoto[];
  readonly onPhoto: (photo: TakenPhoto) => void;
  readonly onDrop: (url: string) => void;
}

/** Photos of one item, from the phone's camera; the shopper sees them. */
export function LinePhotos({ line, photos, onPhoto, onDrop }: LinePhotosProps) {
  const { t } = useTranslation("admin-returns");
  const input = useRef<HTMLInputElement>(null);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, MOST - photos.length);
    event.target.value = "";
    for (const file of files) {
      const small = await shrinkPhoto(file);
      onPhoto({ lineId: line.id, file: small, url: URL.createObjectURL(small) });
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
      {photos.length < MOST ? (
        <Button icon={CameraIcon} onClick={() => input.current?.click()}>
          {t("inspection.photo")}
        </Button>
      ) : null}
      <input
        ref={input}
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
