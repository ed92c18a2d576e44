import { BlockStack, Divider, InlineGrid, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import type { AskEventProps } from "./ask-event-props.ts";
import { LineName } from "./receive-modal.tsx";
import type { Finding } from "./return-actions.ts";
import { CONDITIONS_FOUND, DISPOSITION_CHOICES } from "./return-actions.ts";
import type { ReturnLineView, ReturnView } from "./return-view.ts";

/** What state each item is in, and whether it can be sold again. */
export function InspectModal({ view, isOpen, isBusy, onClose, onCommand }: AskEventProps & { isOpen: boolean }) {
  const { t } = useTranslation("admin-returns");
  const [changed, setChanged] = useState<Readonly<Record<string, Finding>>>({});
  const findingOf = (line: ReturnLineView) => changed[line.id] ?? usualFinding(countedOf(view, line));
  const inspect = () =>
    onCommand({
      event: "inspect",
      lines: view.lines.map((line) => ({
        lineId: line.id,
        quantity: unitsThere(countedOf(view, line), findingOf(line)),
        ...findingOf(line),
      })),
    });
  return (
    <AskModal
      id="inspect-return"
      title={t("askEvent.inspect.title", { name: view.name })}
      action={t("button.inspect")}
      isOpen={isOpen}
      isBusy={isBusy}
      onClose={onClose}
      onConfirm={inspect}
    >
      <Text as="p">{t("inspect.body")}</Text>
      {view.lines.map((line, index) => (
        <BlockStack key={line.id} gap="200">
          {index > 0 ? <Divider /> : null}
          <LineName line={line} />
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
            <Select
              label={t("inspect.condition")}
              options={CONDITIONS_FOUND.map((value) => ({ value, label: t(`conditionFound.${value}`) }))}
              value={findingOf(line).condition}
              onChange={(condition) => setChanged({ ...changed, [line.id]: { condition, disposition: usualDisposition(condition) } })}
            />
            <Select
              label={t("inspect.disposition")}
              options={DISPOSITION_CHOICES.map((value) => ({ value, label: t(`disposition.${value}`) }))}
              value={findingOf(line).disposition}
              onChange={(disposition) => setChanged({ ...changed, [line.id]: { ...findingOf(line), disposition } })}
            />
          </InlineGrid>
        </BlockStack>
      ))}
    </AskModal>
  );
}

/** Units that were counted on arrival; of what was paid before it came, those that were to come. */
function countedOf({ status }: ReturnView, { quantity, receivedQuantity }: ReturnLineView): number {
  return status === "refunded" ? quantity : receivedQuantity;
}

function usualFinding(counted: number): Finding {
  const condition = counted === 0 ? "missing" : "as_new";
  return { condition, disposition: usualDisposition(condition) };
}

/** What is as new goes back on the shelf; everything else does not, unless staff say so. */
function usualDisposition(condition: string): string {
  if (condition === "missing") return "missing";
  return condition === "as_new" ? "restocked" : "not_restocked";
}

/** What is missing is not there, however many were counted before. */
function unitsThere(counted: number, { condition }: Finding): number {
  return condition === "missing" ? 0 : counted;
}
