import { ChoiceList, IndexFilters, InlineGrid, TextField, useSetIndexFiltersMode, type IndexFiltersProps } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { RETURN_RESOLUTIONS } from "#app/domain/returns/resolution-quote.ts";
import { RETURN_STATUSES } from "#app/domain/returns/return-status.ts";
import { MOST_COUNTED, RETURN_VIEWS } from "#app/domain/returns/return-views.ts";
import type { ReturnView } from "#app/domain/returns/return-views.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { RETURN_SORTS, useListAddress } from "./list-address.ts";

const WAIT_MILLISECONDS = 300;
const TEXTS = { status: "returnStatus", resolution: "resolution" } as const;

/** Tabs, search, filters and sort of the list; all of it lives in the address. */
export function ListFilters({ counts, isLoading }: { counts: Readonly<Record<ReturnView, number>>; isLoading: boolean }) {
  const { t } = useTranslation("admin-returns");
  const { address, change } = useListAddress();
  const { mode, setMode } = useSetIndexFiltersMode();
  const [typed, setTyped] = useTypedSearch();
  const clear = () => change({ status: [], resolution: [], from: "", until: "" });
  return (
    <IndexFilters
      mode={mode}
      setMode={setMode}
      tabs={RETURN_VIEWS.map((view) => ({
        id: view,
        content: t(`returnView.${view}`),
        ...(view !== "all" && counts[view] > 0 ? { badge: counts[view] < MOST_COUNTED ? String(counts[view]) : `${MOST_COUNTED}+` } : {}),
      }))}
      selected={RETURN_VIEWS.indexOf(address.view)}
      onSelect={(index) => change({ view: RETURN_VIEWS[index] ?? "all" })}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t("returnList.search")}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      cancelAction={{
        onAction: () => {
          setTyped("");
          clear();
        },
      }}
      filters={useFilters()}
      appliedFilters={useAppliedFilters()}
      onClearAll={clear}
      sortOptions={RETURN_SORTS.map((sort) => ({
        label: t(`returnSort.${sort === "newest" || sort === "oldest" ? "date" : "amount"}`),
        value: `${sort} ${sort === "newest" || sort === "largest" ? "desc" : "asc"}`,
        directionLabel: t(`returnSort.${sort}`),
      }))}
      sortSelected={[`${address.sort} ${address.sort === "newest" || address.sort === "largest" ? "desc" : "asc"}`]}
      onSort={([chosen]) => change({ sort: chosen?.split(" ")[0] ?? "newest" })}
      loading={isLoading}
    />
  );
}

/** What is typed, told to the address a moment after the last key. */
function useTypedSearch(): [string, (text: string) => void] {
  const { address, change } = useListAddress();
  const [typed, setTyped] = useState(address.text);
  useEffect(() => {
    if (typed === address.text) return;
    const waiting = setTimeout(() => change({ q: typed }), WAIT_MILLISECONDS);
    return () => clearTimeout(waiting);
  });
  return [typed, setTyped];
}

function useFilters(): IndexFiltersProps["filters"] {
  const { t } = useTranslation("admin-returns");
  const { address, change } = useListAddress();
  const choices = (key: "status" | "resolution", values: readonly string[], selected: readonly string[]) => ({
    key,
    label: t(`returnFilter.${key}`),
    shortcut: true,
    filter: (
      <ChoiceList
        title={t(`returnFilter.${key}`)}
        titleHidden
        allowMultiple
        choices={values.map((value) => ({ value, label: t(`${TEXTS[key]}.${value}`) }))}
        selected={[...selected]}
        onChange={(next) => change({ [key]: next })}
      />
    ),
  });
  const date = (name: "from" | "until") => (
    <TextField
      type="date"
      label={t(`returnFilter.${name}`)}
      autoComplete="off"
      value={address[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return [
    choices("status", RETURN_STATUSES, address.statuses),
    choices("resolution", RETURN_RESOLUTIONS, address.resolutions),
    {
      key: "requested",
      label: t("returnFilter.requested"),
      shortcut: true,
      filter: (
        <InlineGrid columns={1} gap="200">
          {date("from")}
          {date("until")}
        </InlineGrid>
      ),
    },
  ];
}

function useAppliedFilters(): NonNullable<IndexFiltersProps["appliedFilters"]> {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { address, change } = useListAddress();
  const { statuses, resolutions, from, until } = address;
  const named = (key: "status" | "resolution", values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          {
            key,
            label: t("returnFilter.applied", {
              filter: t(`returnFilter.${key}`),
              values: values.map((value) => t(`${TEXTS[key]}.${value}`)).join(", "),
            }),
            onRemove: () => change({ [key]: [] }),
          },
        ];
  const dates = [
    ...(from ? [t("returnFilter.since", { date: format.calendarDate(from) })] : []),
    ...(until ? [t("returnFilter.to", { date: format.calendarDate(until) })] : []),
  ];
  return [
    ...named("status", statuses),
    ...named("resolution", resolutions),
    ...(dates.length > 0 ? [{ key: "requested", label: dates.join(" "), onRemove: () => change({ from: "", until: "" }) }] : []),
  ];
}
