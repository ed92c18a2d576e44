import { Badge, BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RepairEvent, RepairStage } from "#app/domain/returns/repair-stage.ts";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { ReturnCommand } from "./return-actions.ts";
import type { RepairStageView, ReturnView } from "./return-view.ts";

interface RepairCardProps {
  readonly view: ReturnView;
  readonly isBusy: boolean;
  readonly onCommand: (command: ReturnCommand) => void;
}

/** Steps that need no words. */
const AT_ONCE = ["start_repair", "finish_repair", "arrive_back"] as const satisfies readonly RepairEvent[];

const LOOKS: Readonly<Record<RepairStage, "info" | "success" | "warning" | "attention" | undefined>> = {
  waiting: undefined,
  diagnosis: "attention",
  in_repair: "info",
  repaired: "success",
  irreparable: "warning",
  sent_back: "info",
  delivered: "success",
  settled: undefined,
};

/** Where the repair stands, and exactly the steps that its table allows now. */
export function RepairCard({ view, isBusy, onCommand }: RepairCardProps) {
  const { t } = useTranslation("admin-returns");
  const [asked, setAsked] = useState<RepairEvent>();
  const { repair } = view;
  if (repair === null) return null;
  const act = (event: RepairEvent) => {
    const direct = AT_ONCE.find((one) => one === event);
    if (direct) onCommand({ event: "repair_step", step: { event: direct } });
    else setAsked(event);
  };
  const send = (command: ReturnCommand) => {
    setAsked(undefined);
    onCommand(command);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {t("repair.heading")}
          </Text>
          <Badge {...(LOOKS[repair.stage] ? { tone: LOOKS[repair.stage] } : {})}>{t(`repair.stage.${repair.stage}`)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t(`repair.about.${repair.stage}`)}
        </Text>
        <RepairFacts repair={repair} />
        {repair.events.length > 0 ? (
          <InlineStack gap="200">
            {repair.events.map((event, index) => (
              <Button key={event} variant={index === 0 ? "primary" : "secondary"} disabled={isBusy} onClick={() => act(event)}>
                {t(`repair.button.${event}`)}
              </Button>
            ))}
          </InlineStack>
        ) : null}
      </BlockStack>
      <GiveUpModal view={view} isOpen={asked === "give_up"} isBusy={isBusy} onClose={() => setAsked(undefined)} onSend={send} />
      <SendBackModal view={view} isOpen={asked === "send_back"} isBusy={isBusy} onClose={() => setAsked(undefined)} onSend={send} />
      <InsteadModal view={view} isOpen={asked === "choose_instead"} isBusy={isBusy} onClose={() => setAsked(undefined)} onSend={send} />
    </Card>
  );
}

function RepairFacts({ repair: { carrier, trackingNumber, note } }: { repair: RepairStageView }) {
  const { t } = useTranslation("admin-returns");
  const parcel = [carrier, trackingNumber].filter(Boolean).join(" · ");
  return (
    <>
      {parcel ? <Text as="p">{t("repair.parcel", { parcel })}</Text> : null}
      {note ? (
        <Text as="p" breakWord>
          {t("repair.note", { note })}
        </Text>
      ) : null}
    </>
  );
}

interface RepairModalProps {
  readonly view: ReturnView;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onSend: (command: ReturnCommand) => void;
}

const LONGEST_NOTE = 500;

function GiveUpModal({ view, onSend, ...modal }: RepairModalProps) {
  const { t } = useTranslation("admin-returns");
  const [note, setNote] = useState("");
  return (
    <AskModal
      {...modal}
      id="repair-give-up"
      title={t("repair.ask.give_up", { name: view.name })}
      action={t("repair.button.give_up")}
      onConfirm={() => onSend({ event: "repair_step", step: { event: "give_up", note } })}
    >
      <Text as="p">{t("repair.giveUpBody")}</Text>
      <TextField
        label={t("repair.giveUpNote")}
        autoComplete="off"
        multiline={3}
        maxLength={LONGEST_NOTE}
        showCharacterCount
        value={note}
        onChange={setNote}
      />
    </AskModal>
  );
}

function SendBackModal({ view, onSend, ...modal }: RepairModalProps) {
  const { t } = useTranslation("admin-returns");
  const [carrier, setCarrier] = useState("");
  const [trackingNumber, setTrackingNumber] = useState("");
  return (
    <AskModal
      {...modal}
      id="repair-send-back"
      title={t("repair.ask.send_back", { name: view.name })}
      action={t("repair.button.send_back")}
      onConfirm={() => onSend({ event: "repair_step", step: { event: "send_back", carrier, trackingNumber } })}
    >
      <Text as="p">{t(view.repair?.isMended ? "repair.sendBackBody" : "repair.sendBackAsItCame")}</Text>
      <TextField label={t("repair.carrier")} autoComplete="off" maxLength={80} value={carrier} onChange={setCarrier} />
      <TextField label={t("repair.tracking")} autoComplete="off" maxLength={80} value={trackingNumber} onChange={setTrackingNumber} />
    </AskModal>
  );
}

function InsteadModal({ view, onSend, ...modal }: RepairModalProps) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const options = view.repair?.instead ?? [];
  const [chosen, setChosen] = useState<string>();
  const kind = chosen ?? options[0]?.kind;
  return (
    <AskModal
      {...modal}
      id="repair-instead"
      title={t("repair.ask.choose_instead", { name: view.name })}
      action={t("repair.button.choose_instead")}
      onConfirm={() => kind && onSend({ event: "choose_instead", kind })}
    >
      <Text as="p">{t(options.length > 0 ? "repair.insteadBody" : "repair.insteadNone")}</Text>
      {kind ? (
        <ChoiceList
          title={t("repair.insteadTitle")}
          choices={options.map((option) => ({
            label: t("repair.insteadOption", { name: t(`resolution.${option.kind}`), amount: format.money(option.amount) }),
            value: option.kind,
          }))}
          selected={[kind]}
          onChange={([first]) => setChosen(first)}
        />
      ) : null}
    </AskModal>
  );
}
