import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { AskEventProps } from "./ask-event-props.ts";
import { DeclineModal } from "./decline-modal.tsx";
import { InspectModal } from "./inspect-modal.tsx";
import { ReceiveModal } from "./receive-modal.tsx";
import { isEnding } from "./return-actions.ts";
import type { ReturnView } from "./return-view.ts";

/** Asks what a step needs to know, or whether it is meant, before it happens. */
export function AskEvent(props: AskEventProps) {
  const { asked } = props;
  return (
    <>
      <DeclineModal {...props} isOpen={asked === "decline"} />
      <ReceiveModal {...props} isOpen={asked === "receive"} />
      <InspectModal {...props} isOpen={asked === "inspect"} />
      <ConfirmEvent {...props} />
    </>
  );
}

const CONFIRMED = ["approve", "ship", "start_processing", "close", "cancel"] as const;

/** Processing now pays before the goods are back. */
const EARLY: readonly ReturnStatus[] = ["approved", "in_transit"];

function ConfirmEvent({ view, asked, isBusy, onClose, onCommand }: AskEventProps) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const event = CONFIRMED.find((each) => each === asked);
  const shown = event ?? "approve";
  const { total, owed } = view.quote;
  const amount = format.money(owed.presentment.minor > 0 ? owed.presentment : total.presentment);
  const customer = view.order.customerName ?? view.order.email ?? t("returnList.noCustomer");
  const about = aboutOf(view, shown);
  return (
    <AskModal
      id="confirm-event"
      title={t(`askEvent.${shown}.title`, { name: view.name })}
      action={t(`button.${shown}`)}
      isOpen={event !== undefined}
      isBusy={isBusy}
      isCritical={isEnding(shown)}
      onClose={onClose}
      onConfirm={() => event && onCommand({ event })}
    >
      {shown === "start_processing" && EARLY.includes(view.status) ? <Text as="p">{t("askEventBody.early")}</Text> : null}
      {shown === "start_processing" && isIncomplete(view) ? <Text as="p">{t("askEventBody.partial")}</Text> : null}
      <Text as="p">{t(`askEventBody.${about}`, { amount, customer })}</Text>
    </AskModal>
  );
}

/** Which words say what the step does. */
function aboutOf({ quote, resolution }: ReturnView, event: (typeof CONFIRMED)[number]): string {
  if (event === "start_processing") return `${event}_${quote.owed.presentment.minor > 0 ? "owed" : resolution}`;
  return event === "ship" && quote.paysAtFirstScan ? "ship_pays" : event;
}

/** Something was announced that did not arrive: it is not paid for. */
function isIncomplete({ status, lines }: ReturnView): boolean {
  return status === "inspected" && lines.some(({ quantity, receivedQuantity }) => receivedQuantity < quantity);
}
