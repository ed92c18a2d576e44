import { BlockStack, Box, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import type { AskEventProps } from "./ask-event-props.ts";
import type { ReturnLineView } from "./return-view.ts";

/** Counts what was in the parcel: less than was announced is normal, more is not. */
export function ReceiveModal({ view, isOpen, isBusy, onClose, onCommand }: AskEventProps & { isOpen: boolean }) {
  const { t } = useTranslation("admin-returns");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const countOf = (line: ReturnLineView) => typed[line.id] ?? String(line.quantity);
  const counted = view.lines.map((line) => ({ line, quantity: quantityOf(countOf(line), line) }));
  const isValid = counted.every(({ quantity }) => quantity !== undefined);
  const receive = () => {
    if (isValid)
      onCommand({ event: "receive", lines: counted.map(({ line, quantity }) => ({ lineId: line.id, quantity: quantity ?? 0 })) });
  };
  return (
    <AskModal
      id="receive-return"
      title={t("askEvent.receive.title", { name: view.name })}
      action={t("button.receive")}
      isOpen={isOpen}
      isBusy={isBusy}
      onClose={onClose}
      onConfirm={receive}
    >
      <Text as="p">{t("receive.body")}</Text>
      <BlockStack gap="300">
        {counted.map(({ line, quantity }) => (
          <InlineStack key={line.id} gap="300" align="space-between" blockAlign="center" wrap={false}>
            <LineName line={line} />
            <Box minWidth="120px" width="120px">
              <TextField
                label={t("receive.quantity", { title: line.title })}
                labelHidden
                type="number"
                min={0}
                max={line.quantity}
                autoComplete="off"
                value={countOf(line)}
                onChange={(value) => setTyped({ ...typed, [line.id]: value })}
                suffix={t("receive.of", { count: line.quantity })}
                error={quantity === undefined ? t("receive.invalid", { most: line.quantity }) : undefined}
              />
            </Box>
          </InlineStack>
        ))}
      </BlockStack>
    </AskModal>
  );
}

/** Title and variant of a line, as short as a dialog needs. */
export function LineName({ line }: { line: ReturnLineView }) {
  return (
    <BlockStack>
      <Text as="span" fontWeight="medium">
        {line.title}
      </Text>
      <Text as="span" tone="subdued" variant="bodySm">
        {[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
      </Text>
    </BlockStack>
  );
}

function quantityOf(text: string, { quantity }: ReturnLineView): number | undefined {
  const counted = /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
  return counted !== undefined && counted <= quantity ? counted : undefined;
}
