import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Icon, InlineStack, Spinner, Text } from "@shopify/polaris";
import { ArrowDownIcon, ImageIcon, PlayCircleIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { PhotoView } from "./return-view.ts";

/** Photos of one item, small; each opens large. */
export function EvidencePhotos({ photos, about }: { photos: readonly PhotoView[]; about: string }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const [open, setOpen] = useState<PhotoView>();
  return (
    <>
      <InlineStack gap="200">
        {photos.map((photo, index) => (
          <Photo
            key={photo.id}
            photo={photo}
            label={t(photo.isVideo ? "photo.play" : "photo.open", { number: index + 1, about })}
            onOpen={() => setOpen(photo)}
          />
        ))}
      </InlineStack>
      <Modal id={`photo-of-${photos[0]?.id ?? ""}`} variant="large" open={open !== undefined} onHide={() => setOpen(undefined)}>
        <Box padding="400">
          {open ? <LargePhoto photo={open} label={t("photo.added", { when: format.dateTime(open.addedAt) })} /> : null}
        </Box>
        <TitleBar title={about} />
      </Modal>
    </>
  );
}

function Photo({ photo, label, onOpen }: { photo: PhotoView; label: string; onOpen: () => void }) {
  // A video is fetched once somebody wants to see it.
  const { source } = usePhoto(photo.isVideo ? undefined : photo.url);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={label}
      style={{
        width: 72,
        height: 72,
        padding: 0,
        overflow: "hidden",
        cursor: "zoom-in",
        border: "1px solid var(--p-color-border)",
        borderRadius: "var(--p-border-radius-200)",
        background: "var(--p-color-bg-surface-secondary)",
      }}
    >
      {source ? (
        <img src={source} alt="" style={{ width: "100%", height: "100%", objectFit: "cover" }} />
      ) : (
        <Icon source={photo.isVideo ? PlayCircleIcon : ImageIcon} tone="subdued" />
      )}
    </button>
  );
}

function LargePhoto({ photo, label }: { photo: PhotoView; label: string }) {
  const { t } = useTranslation("admin-returns");
  const { source, isGone } = usePhoto(photo.url);
  // A photo as iPhones take them (HEIC) is not shown by every browser.
  const [isUnknown, setUnknown] = useState(false);
  return (
    <>
      {source || isGone ? null : (
        <InlineStack align="center">
          <Spinner accessibilityLabel={t("photo.loading")} />
        </InlineStack>
      )}
      {isGone ? (
        <Text as="p" alignment="center">
          {t("photo.gone")}
        </Text>
      ) : null}
      {source && !isUnknown && photo.isVideo ? (
        <video
          src={source}
          controls
          aria-label={label}
          onError={() => setUnknown(true)}
          style={{ display: "block", maxWidth: "100%", maxHeight: "70vh", margin: "0 auto" }}
        />
      ) : null}
      {source && !isUnknown && !photo.isVideo ? (
        <img
          src={source}
          alt={label}
          onError={() => setUnknown(true)}
          style={{ display: "block", maxWidth: "100%", maxHeight: "70vh", margin: "0 auto" }}
        />
      ) : null}
      {source && isUnknown ? (
        <BlockStack gap="200" inlineAlign="center">
          <Text as="p">{t("photo.unknown")}</Text>
          <Button url={source} download={photo.id} icon={ArrowDownIcon}>
            {t("photo.download")}
          </Button>
        </BlockStack>
      ) : null}
      <Text as="p" tone="subdued" alignment="center">
        {label}
      </Text>
    </>
  );
}

/**
 * The photo as an address that an image can show. It is fetched, not linked: only a request of the page itself carries the session
 * token without which no photo is given out.
 */
function usePhoto(url: string | undefined): { readonly source: string | undefined; readonly isGone: boolean } {
  const [source, setSource] = useState<string>();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | undefined;
    const load = async () => {
      if (url === undefined) return;
      const answer = await fetch(url, { signal: stop.signal });
      if (!answer.ok) return setGone(true);
      made = URL.createObjectURL(await answer.blob());
      if (stop.signal.aborted) URL.revokeObjectURL(made);
      else setSource(made);
    };
    load().catch(() => stop.signal.aborted || setGone(true));
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [url]);
  return { source, isGone };
}
