import { Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { LightbulbIcon, XIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Torch } from "./camera.ts";
import { SlipPicture } from "./slip-picture.tsx";
import { useScanner } from "./use-scanner.ts";

interface ScanCameraProps {
  readonly onCode: (code: string) => Promise<void>;
  readonly onStop: () => void;
}

/** The camera's picture with what to hold into it; where there is none, why, and the way with a photo instead. */
export function ScanCamera({ onCode, onStop }: ScanCameraProps) {
  const { t } = useTranslation("admin-returns");
  const { video, problem, torch } = useScanner({ onCode, onStop });
  return (
    <BlockStack gap="300">
      {problem ? (
        <Banner tone="warning" title={t(`inspection.camera.${problem}`)}>
          <p>{t("inspection.camera.instead")}</p>
        </Banner>
      ) : (
        <Box position="relative">
          <video
            ref={video}
            muted
            playsInline
            aria-label={t("inspection.find.camera")}
            style={{
              display: "block",
              width: "100%",
              height: "min(50vh, 340px)",
              objectFit: "cover",
              borderRadius: "var(--p-border-radius-200)",
              background: "var(--p-color-bg-inverse)",
            }}
          />
          <div
            style={{
              position: "absolute",
              inset: "22% 12%",
              border: "2px solid var(--p-color-border-inverse)",
              borderRadius: "var(--p-border-radius-200)",
              boxShadow: "0 0 0 1px var(--p-color-border)",
              pointerEvents: "none",
            }}
          />
        </Box>
      )}
      {problem ? null : (
        <Text as="p" tone="subdued">
          {t("inspection.camera.hold")}
        </Text>
      )}
      {problem ? <SlipPicture onCode={onCode} /> : null}
      <InlineStack gap="200">
        <Button icon={XIcon} onClick={onStop}>
          {t("inspection.find.stop")}
        </Button>
        {torch?.canShine ? <Lamp torch={torch} /> : null}
      </InlineStack>
    </BlockStack>
  );
}

function Lamp({ torch }: { readonly torch: Torch }) {
  const { t } = useTranslation("admin-returns");
  const [isOn, setOn] = useState(false);
  const turn = async () => {
    await torch.shine(!isOn);
    setOn(!isOn);
  };
  return (
    <Button icon={LightbulbIcon} pressed={isOn} onClick={() => void turn().catch(() => setOn(false))}>
      {t("inspection.find.torch")}
    </Button>
  );
}
