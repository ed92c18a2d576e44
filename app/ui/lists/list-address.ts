import { useSearchParams } from "@remix-run/react";

export const PAGE_SIZE = 25;

/** What a list's address says: a link shows the same rows to everybody. */
export interface ListAddress<View extends string> {
  readonly view: View;
  readonly text: string;
  /** Counts from 1. */
  readonly page: number;
}

const LONGEST_TEXT = 200;
const LAST_PAGE = 10_000;

/** Reads the address; what it cannot mean counts as not said, and the first view is shown. */
export function listAddress<View extends string>(search: URLSearchParams, views: readonly [View, ...View[]]): ListAddress<View> {
  const page = search.get("page") ?? "";
  return {
    view: views.find((view) => view === search.get("view")) ?? views[0],
    text: (search.get("q") ?? "").slice(0, LONGEST_TEXT),
    page: /^[1-9]\d{0,4}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
  };
}

/** What a use case needs to find the rows of an address. */
export function searchOf<View extends string>(
  search: URLSearchParams,
  views: readonly [View, ...View[]],
): { view: View; text: string; limit: number; offset: number } {
  const { view, text, page } = listAddress(search, views);
  return { view, text, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}

/** The address and how to change it; another view or search starts at its first page. */
export function useListAddress<View extends string>(views: readonly [View, ...View[]]) {
  const [search, setSearch] = useSearchParams();
  const address = listAddress(search, views);
  const set = (changes: Readonly<Record<string, string>>, replace: boolean) =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === "") before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace, preventScrollReset: true },
    );
  return {
    address,
    show: (view: View) => set({ view, page: "" }, true),
    find: (q: string) => set({ q, page: "" }, true),
    turn: (page: number) => set({ page: page > 1 ? String(page) : "" }, false),
  };
}
