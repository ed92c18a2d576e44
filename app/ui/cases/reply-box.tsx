import { ActionList, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Popover, Tabs, Text, TextField } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_REPLY } from "#app/domain/cases/case.ts";
import { formatDate } from "#app/ui/format.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CasePageRow } from "./case-json.ts";
import { macroTranslator } from "./macro-texts.ts";
import { MACROS, macroWords, type Macro, type MacroWords } from "./macros.ts";
import type { People } from "./use-case-words.ts";
import type { CaseWork } from "./use-case-work.ts";

interface ReplyBoxProps {
  readonly page: CasePageRow;
  readonly people: People;
  readonly work: CaseWork;
}

/** Where staff write: an answer that goes to the customer, or a note that does not. */
export function ReplyBox({ page, people, work }: ReplyBoxProps) {
  const { t } = useTranslation("admin-cases");
  const [tab, setTab] = useState(0);
  const canReply = page.status !== "closed" && page.email !== null;
  const tabs = [
    { id: "reply", content: t("case.reply.tabReply"), panelID: "reply-panel" },
    { id: "note", content: t("case.reply.tabNote"), panelID: "note-panel" },
  ];
  return (
    <Card padding="0">
      <Tabs tabs={tabs} selected={tab} onSelect={setTab}>
        <BlockStack gap="400">
          {tab === 1 ? (
            <NoteForm work={work} />
          ) : canReply ? (
            <ReplyForm page={page} people={people} work={work} />
          ) : (
            <div style={{ padding: "var(--p-space-400)" }}>
              <Text as="p" tone="subdued">
                {t(page.status === "closed" ? "case.reply.closed" : "case.reply.noAddress")}
              </Text>
            </div>
          )}
        </BlockStack>
      </Tabs>
    </Card>
  );
}

function ReplyForm({ page, people, work }: ReplyBoxProps) {
  const { t } = useTranslation("admin-cases");
  const known = people.staff.find(({ id }) => id === people.me)?.name ?? "";
  const [name, setName] = useState(known);
  const { text, setText } = work.reply;
  const problem = work.problemOf("reply");
  const send = () => work.submit("reply", { text, name });
  const fieldId = useId();
  return (
    <div style={{ padding: "var(--p-space-400)" }}>
      <BlockStack gap="300">
        {problem === "changed_meanwhile" ? (
          <Banner tone="warning">
            <p>{t("case.problems.changed_meanwhile")}</p>
          </Banner>
        ) : null}
        <TextField
          id={fieldId}
          label={t("case.reply.label")}
          value={text}
          onChange={setText}
          multiline={5}
          maxHeight={400}
          autoComplete="off"
          placeholder={page.customerName ? t("case.reply.placeholder", { name: page.customerName }) : t("case.reply.placeholderNameless")}
          helpText={t("case.reply.help", { email: page.email })}
          error={problem && problem !== "changed_meanwhile" ? t(`case.problems.${problem}`, { longest: LONGEST_REPLY }) : undefined}
        />
        {known === "" ? (
          <TextField
            label={t("case.reply.name")}
            value={name}
            onChange={setName}
            maxLength={60}
            autoComplete="name"
            helpText={t("case.reply.nameHelp")}
          />
        ) : null}
        <InlineStack align="space-between" gap="200">
          <Macros page={page} onInsert={(macro) => setText(text ? `${text}\n\n${macro}` : macro)} />
          <Button variant="primary" onClick={send} loading={work.isBusy("reply")} disabled={work.isWorking || text.trim() === ""}>
            {t("case.reply.send")}
          </Button>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function NoteForm({ work }: { work: CaseWork }) {
  const { t } = useTranslation("admin-cases");
  const { text, setText } = work.note;
  const problem = work.problemOf("note");
  return (
    <div style={{ padding: "var(--p-space-400)" }}>
      <BlockStack gap="300">
        <TextField
          label={t("case.reply.noteLabel")}
          value={text}
          onChange={setText}
          multiline={4}
          maxHeight={300}
          autoComplete="off"
          helpText={t("case.reply.noteHelp")}
          error={problem ? t(`case.problems.${problem}`) : undefined}
        />
        <InlineStack align="end">
          <Button
            onClick={() => work.submit("note", { text })}
            loading={work.isBusy("note")}
            disabled={work.isWorking || text.trim() === ""}
          >
            {t("case.reply.noteAdd")}
          </Button>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

/** Macros are written in the customer's language, whatever the language of the page. */
function Macros({ page, onInsert }: { page: CasePageRow; onInsert: (text: string) => void }) {
  const { t } = useTranslation("admin-cases");
  const { zone } = useShopFormat();
  const [isOpen, setIsOpen] = useState(false);
  const insert = (macro: Macro) => {
    const spoken = macroTranslator(page.locale);
    const unknown: MacroWords = {
      order: spoken.t("words.order"),
      carrier: spoken.t("words.carrier"),
      tracking: spoken.t("words.tracking"),
      date: spoken.t("words.date"),
    };
    const words = macroWords(page, unknown, (at) => formatDate({ at, zone }, spoken.locale));
    onInsert(spoken.t(`text.${macro}`, { ...words }));
    setIsOpen(false);
  };
  const activator = (
    <Button disclosure onClick={() => setIsOpen(!isOpen)}>
      {t("case.reply.insert")}
    </Button>
  );
  return (
    <ButtonGroup>
      <Popover active={isOpen} activator={activator} onClose={() => setIsOpen(false)} autofocusTarget="first-node">
        <ActionList items={MACROS.map((macro) => ({ content: t(`case.macros.${macro}`), onAction: () => insert(macro) }))} />
      </Popover>
    </ButtonGroup>
  );
}
