import { useSearchParams } from "@remix-run/react";
import { RETURN_RESOLUTIONS } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import { RETURN_STATUSES } from "#app/domain/returns/return-status.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { RETURN_VIEWS } from "#app/domain/returns/return-views.ts";
import type { ReturnView } from "#app/domain/returns/return-views.ts";

export const RETURN_SORTS = ["newest", "oldest", "largest", "smallest"] as const;
type ReturnSort = (typeof RETURN_SORTS)[number];

/** What the list's address says: everything that chooses its rows stands in the URL, so a link shows the same. */
export interface ListAddress {
  readonly view: ReturnView;
  readonly text: string;
  readonly statuses: readonly ReturnStatus[];
  readonly resolutions: readonly ReturnResolution[];
  /** Calendar dates in the shop's zone, both included; empty is open. */
  readonly from: string;
  readonly until: string;
  readonly sort: ReturnSort;
}

/** Reads the address; what it cannot mean counts as not said. */
export function listAddress(search: URLSearchParams): ListAddress {
  const date = (name: string) => dateOrNothing(search.get(name) ?? "");
  return {
    view: RETURN_VIEWS.find((view) => view === search.get("view")) ?? "all",
    text: search.get("q") ?? "",
    statuses: RETURN_STATUSES.filter((status) => search.getAll("status").includes(status)),
    resolutions: RETURN_RESOLUTIONS.filter((kind) => search.getAll("resolution").includes(kind)),
    from: date("from"),
    until: date("until"),
    sort: RETURN_SORTS.find((sort) => sort === search.get("sort")) ?? "newest",
  };
}

/** A calendar date that exists. */
function dateOrNothing(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

/** The parts of the address that a change may replace; the page starts over with any of them. */
type AddressChange = Readonly<Partial<Record<"view" | "q" | "from" | "until" | "sort", string>>> &
  Readonly<Partial<Record<"status" | "resolution", readonly string[]>>>;

/** The address and how to change it. */
export function useListAddress() {
  const [search, setSearch] = useSearchParams();
  const change = (changes: AddressChange) =>
    setSearch(
      (before) => {
        for (const [name, value] of [...Object.entries(changes), ["after", ""] as const, ["before", ""] as const]) {
          before.delete(name);
          for (const each of typeof value === "string" ? [value] : (value ?? [])) if (each !== "") before.append(name, each);
        }
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const turn = (name: "after" | "before", cursor: string) =>
    setSearch((before) => {
      before.delete("after");
      before.delete("before");
      before.set(name, cursor);
      return before;
    });
  return { address: listAddress(search), change, turn };
}
