import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** The connected account as the browser may know it. */
export interface CarrierView {
  readonly keyEnd: string;
  readonly mode: "test" | "production";
  /** ISO. */
  readonly connectedAt: string;
  readonly hasNews: boolean;
}

/** What connecting is answered with. */
export interface CarrierAnswer {
  readonly problem: "key_invalid" | "key_refused" | "carrier_unreachable" | null;
}

/** The merchant's own EasyPost account: connected with a key that never comes back, or not. */
export function CarrierCard({ carrier }: { readonly carrier: CarrierView | null }) {
  const { t } = useTranslation("admin-promises");
  const { date } = useShopFormat();
  const fetcher = useFetcher<CarrierAnswer>();
  const [isReplacing, setReplacing] = useState(false);
  const send = (fields: Record<string, string>) => {
    setReplacing(false);
    fetcher.submit(fields, { method: "post", action: "/app/settings/labels/carrier" });
  };
  const isBusy = fetcher.state !== "idle";
  return (
    <Card>
      <BlockStack gap="400">
        {carrier ? (
          <>
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                {t("settings.labels.connected", { end: carrier.keyEnd })}
              </Text>
              <Badge tone={carrier.mode === "test" ? "attention" : "success"}>{t(`settings.labels.mode.${carrier.mode}`)}</Badge>
            </InlineStack>
            <Text as="p" tone="subdued">
              {t("settings.labels.connectedOn", { date: date(carrier.connectedAt) })}{" "}
              {t(carrier.hasNews ? "settings.labels.hasNews" : "settings.labels.noNews")}
            </Text>
            {carrier.mode === "test" ? <Banner tone="warning">{t("settings.labels.testMode")}</Banner> : null}
            <InlineStack gap="200">
              <Button onClick={() => setReplacing(!isReplacing)} disabled={isBusy}>
                {t("settings.labels.replaceKey")}
              </Button>
              <Button tone="critical" variant="tertiary" onClick={() => send({ disconnect: "1" })} loading={isBusy}>
                {t("settings.labels.disconnect")}
              </Button>
            </InlineStack>
          </>
        ) : (
          <Text as="p">{t("settings.labels.connectAbout")}</Text>
        )}
        {!carrier || isReplacing || fetcher.data?.problem ? (
          <KeyField isBusy={isBusy} problem={fetcher.data?.problem ?? null} onConnect={(key) => send({ key })} />
        ) : null}
      </BlockStack>
    </Card>
  );
}

interface KeyFieldProps extends CarrierAnswer {
  readonly isBusy: boolean;
  readonly onConnect: (key: string) => void;
}

function KeyField({ isBusy, problem, onConnect }: KeyFieldProps) {
  const { t } = useTranslation("admin-promises");
  const [key, setKey] = useState("");
  return (
    <BlockStack gap="300">
      <TextField
        label={t("settings.labels.key")}
        helpText={t("settings.labels.keyHelp")}
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
        error={problem ? t(`settings.labels.problem.${problem}`) : undefined}
      />
      <InlineStack>
        <Button onClick={() => onConnect(key)} loading={isBusy} disabled={key.trim() === ""}>
          {t("settings.labels.connect")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
