import { useNavigation } from "@remix-run/react";
import {
  Card,
  EmptySearchResult,
  IndexFilters,
  IndexTable,
  IndexFiltersMode,
  useBreakpoints,
  useSetIndexFiltersMode,
} from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";
import { PAGE_SIZE, useListAddress } from "./list-address.ts";

interface ListFrameProps<View extends string> {
  readonly views: readonly [View, ...View[]];
  readonly viewLabel: (view: View) => string;
  /** How many rows a view holds, where that is worth saying. */
  readonly viewCount?: (view: View) => number;
  readonly resourceName: { readonly singular: string; readonly plural: string };
  /** Absent where rows are not searched. */
  readonly searchPlaceholder?: string;
  readonly headings: IndexTableProps["headings"];
  readonly total: number;
  readonly rowCount: number;
  /** What to say where nothing is found. */
  readonly empty: { readonly title: string; readonly body: string };
  readonly row: (position: number, isCondensed: boolean) => ReactNode;
}

const WAIT_MILLISECONDS = 300;

/** A list with views, search and pages, all of them in the address; a table on a desk, small cards on a phone. */
export function ListFrame<View extends string>(props: ListFrameProps<View>) {
  const { views, headings, total, rowCount, empty, row } = props;
  const { address, turn } = useListAddress(views);
  const isCondensed = useBreakpoints().smDown;
  const isLoading = useNavigation().state === "loading";
  return (
    <Card padding="0">
      <ListFilters {...props} isLoading={isLoading} />
      <IndexTable
        condensed={isCondensed}
        selectable={false}
        resourceName={{ ...props.resourceName }}
        itemCount={rowCount}
        headings={headings}
        loading={isLoading}
        emptyState={<EmptySearchResult title={empty.title} description={empty.body} withIllustration={false} />}
        pagination={{
          hasNext: address.page * PAGE_SIZE < total,
          hasPrevious: address.page > 1,
          onNext: () => turn(address.page + 1),
          onPrevious: () => turn(address.page - 1),
        }}
      >
        {Array.from({ length: rowCount }, (_, position) => row(position, isCondensed))}
      </IndexTable>
    </Card>
  );
}

function ListFilters<View extends string>({
  views,
  viewLabel,
  viewCount,
  searchPlaceholder,
  isLoading,
}: ListFrameProps<View> & { readonly isLoading: boolean }) {
  const { address, show, find } = useListAddress(views);
  const { mode, setMode } = useSetIndexFiltersMode(address.text === "" ? IndexFiltersMode.Default : IndexFiltersMode.Filtering);
  const [typed, setTyped] = useTypedSearch(address.text, find);
  return (
    <IndexFilters
      mode={mode}
      setMode={setMode}
      tabs={views.map((view) => ({ id: view, content: viewLabel(view), ...badgeOf(viewCount?.(view) ?? 0) }))}
      selected={views.indexOf(address.view)}
      onSelect={(index) => show(views[index] ?? views[0])}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={searchPlaceholder ?? ""}
      hideQueryField={searchPlaceholder === undefined}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      cancelAction={{ onAction: () => setTyped("") }}
      filters={[]}
      hideFilters
      onClearAll={() => setTyped("")}
      loading={isLoading}
    />
  );
}

function badgeOf(count: number): { badge?: string } {
  return count > 0 ? { badge: String(count) } : {};
}

/** What is typed, told to the address a moment after the last key. */
function useTypedSearch(told: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(told);
  useEffect(() => {
    if (typed === told) return;
    const waiting = setTimeout(() => tell(typed), WAIT_MILLISECONDS);
    return () => clearTimeout(waiting);
  });
  return [typed, setTyped];
}
