import {
  ChoiceList,
  IndexFilters,
  IndexFiltersMode,
  useSetIndexFiltersMode,
  type AppliedFilterInterface,
  type FilterInterface,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { CASE_PRIORITIES } from "#app/domain/cases/case-priority.ts";
import { CASE_TYPES } from "#app/domain/cases/case-type.ts";
import { CASE_VIEWS, type CaseView } from "#app/domain/cases/case-view.ts";
import type { InboxSearch } from "./inbox-search.ts";
import { useInboxKeys } from "./use-inbox-keys.ts";
import { useCaseWords, type People } from "./use-case-words.ts";

interface InboxFiltersProps {
  readonly search: InboxSearch;
  readonly counts: Readonly<Record<CaseView, number>>;
  readonly people: People;
  readonly isLoading: boolean;
  readonly onChange: (change: Partial<InboxSearch>) => void;
}

/** Wait for the next key this long before searching. */
const TYPING_MILLISECONDS = 300;

/** Views as tabs, a search field and filters; what is chosen stands in the address of the page. */
export function InboxFilters({ search, counts, people, isLoading, onChange }: InboxFiltersProps) {
  const { t } = useTranslation("admin-cases");
  const isNarrowed = search.text !== "" || search.owner !== "" || search.types.length + search.priorities.length > 0;
  const { mode, setMode } = useSetIndexFiltersMode(isNarrowed ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  useInboxKeys(useCallback(() => setMode(IndexFiltersMode.Filtering), [setMode]));
  const [typed, setTyped] = useTypedText(search.text, (text) => onChange({ text }));
  const tabs = CASE_VIEWS.map((view) => ({
    id: view,
    content:
      view === "closed" ? t(`inbox.views.${view}`) : t("inbox.viewWithCount", { view: t(`inbox.views.${view}`), count: counts[view] }),
    isLocked: true,
  }));
  const clear = () => onChange({ types: [], priorities: [], owner: "" });
  return (
    <IndexFilters
      tabs={tabs}
      selected={CASE_VIEWS.indexOf(search.view)}
      onSelect={(index) => onChange({ view: CASE_VIEWS[index] ?? "open" })}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t("inbox.search")}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      filters={useFilters({ search, people, onChange })}
      appliedFilters={useAppliedFilters({ search, people, onChange })}
      onClearAll={clear}
      cancelAction={{
        onAction: () => {
          setTyped("");
          clear();
        },
      }}
      mode={mode}
      setMode={setMode}
      loading={isLoading}
    />
  );
}

type FilterProps = Pick<InboxFiltersProps, "search" | "people" | "onChange">;

function useFilters({ search, people, onChange }: FilterProps): FilterInterface[] {
  const { t } = useTranslation("admin-cases");
  const { owner } = useCaseWords(people);
  const owners = [...new Set([people.me, ...people.staff.map(({ id }) => id)])];
  const types = CASE_TYPES.map((value) => ({ label: t(`types.${value}`), value }));
  const priorities = CASE_PRIORITIES.map((value) => ({ label: t(`priorities.${value}`), value }));
  return [
    {
      key: "type",
      label: t("inbox.filters.type"),
      shortcut: true,
      filter: (
        <ChoiceList
          title={t("inbox.filters.type")}
          titleHidden
          allowMultiple
          choices={types}
          selected={[...search.types]}
          onChange={(chosen) => onChange({ types: CASE_TYPES.filter((type) => chosen.includes(type)) })}
        />
      ),
    },
    {
      key: "priority",
      label: t("inbox.filters.priority"),
      shortcut: true,
      filter: (
        <ChoiceList
          title={t("inbox.filters.priority")}
          titleHidden
          allowMultiple
          choices={priorities}
          selected={[...search.priorities]}
          onChange={(chosen) => onChange({ priorities: CASE_PRIORITIES.filter((priority) => chosen.includes(priority)) })}
        />
      ),
    },
    {
      key: "owner",
      label: t("inbox.filters.owner"),
      filter: (
        <ChoiceList
          title={t("inbox.filters.owner")}
          titleHidden
          choices={owners.map((value) => ({ label: owner(value), value }))}
          selected={search.owner ? [search.owner] : []}
          onChange={([chosen]) => onChange({ owner: chosen ?? "" })}
        />
      ),
    },
  ];
}

function useAppliedFilters({ search, people, onChange }: FilterProps): AppliedFilterInterface[] {
  const { t } = useTranslation("admin-cases");
  const { owner } = useCaseWords(people);
  const names = (list: readonly string[], kind: string) => list.map((one) => t(`${kind}.${one}`)).join(", ");
  return [
    ...(search.types.length > 0
      ? [{ key: "type", label: t("inbox.applied.type", { names: names(search.types, "types") }), onRemove: () => onChange({ types: [] }) }]
      : []),
    ...(search.priorities.length > 0
      ? [
          {
            key: "priority",
            label: t("inbox.applied.priority", { names: names(search.priorities, "priorities") }),
            onRemove: () => onChange({ priorities: [] }),
          },
        ]
      : []),
    ...(search.owner
      ? [{ key: "owner", label: t("inbox.applied.owner", { names: owner(search.owner) }), onRemove: () => onChange({ owner: "" }) }]
      : []),
  ];
}

/** What is being typed, told on after a pause; the address changing elsewhere (another tab, back) wins. */
function useTypedText(text: string, onTyped: (text: string) => void): [string, (text: string) => void] {
  const [draft, setDraft] = useState<{ readonly text: string; readonly from: string } | null>(null);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const type = (next: string) => {
    setDraft({ text: next, from: text });
    clearTimeout(timer);
    setTimer(setTimeout(() => onTyped(next), next === "" ? 0 : TYPING_MILLISECONDS));
  };
  return [draft !== null && (draft.from === text || draft.text === text) ? draft.text : text, type];
}
