import { CASE_PRIORITIES, type CasePriority } from "#app/domain/cases/case-priority.ts";
import { CASE_VIEWS, type CaseView } from "#app/domain/cases/case-view.ts";
import { CASE_TYPES, type CaseType } from "#app/domain/cases/case-type.ts";

/** What the inbox shows, as it stands in the address of the page. */
export interface InboxSearch {
  readonly view: CaseView;
  readonly text: string;
  readonly types: readonly CaseType[];
  readonly priorities: readonly CasePriority[];
  readonly owner: string;
  /** From 1. */
  readonly page: number;
}

/** Reads the address; anything that is not known is left out. */
export function readInboxSearch(parameters: URLSearchParams): InboxSearch {
  const list = (name: string) => (parameters.get(name) ?? "").split(",");
  const page = Number(parameters.get("page") ?? "1");
  return {
    view: CASE_VIEWS.find((view) => view === parameters.get("view")) ?? "open",
    text: (parameters.get("q") ?? "").slice(0, 200),
    types: CASE_TYPES.filter((type) => list("type").includes(type)),
    priorities: CASE_PRIORITIES.filter((priority) => list("priority").includes(priority)),
    owner: parameters.get("owner") ?? "",
    page: Number.isSafeInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  };
}

/** The address with a change; another search starts at its first page. */
export function withInboxSearch(parameters: URLSearchParams, change: Partial<InboxSearch>): URLSearchParams {
  const next = { ...readInboxSearch(parameters), page: 1, ...change };
  const result = new URLSearchParams(parameters);
  const entries = {
    view: next.view === "open" ? "" : next.view,
    q: next.text,
    type: next.types.join(","),
    priority: next.priorities.join(","),
    owner: next.owner,
    page: next.page === 1 ? "" : String(next.page),
  };
  for (const [name, value] of Object.entries(entries)) {
    if (value === "") result.delete(name);
    else result.set(name, value);
  }
  return result;
}
