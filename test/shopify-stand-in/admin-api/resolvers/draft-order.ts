import { digitsOfGid } from "../../state/gids.ts";
import type { DraftOrderRecord } from "../../state/draft-order-record.ts";
import type { Fields } from "../context.ts";
import { sameId, sameInstant, sameText, search } from "../search.ts";

export const DraftOrder: Fields<DraftOrderRecord> = {
  id: (draft) => draft.id,
  legacyResourceId: (draft) => digitsOfGid(draft.id),
  name: (draft) => draft.name,
  status: () => "OPEN",
  ready: () => true,
  tags: (draft) => draft.tags,
  note2: (draft) => draft.note,
  reserveInventoryUntil: (draft) => draft.reserveInventoryUntil,
  createdAt: (draft) => draft.createdAt,
  updatedAt: (draft) => draft.updatedAt,
};

/** The search fields that the app uses. */
export function findDraftOrders(drafts: Iterable<DraftOrderRecord>, query: unknown): DraftOrderRecord[] {
  return search(drafts, query, (draft, term) => {
    if (term.field === "tag") return draft.tags.some((tag) => sameText(tag, term));
    if (term.field === "id") return sameId(draft.id, term);
    return term.field === "created_at" && sameInstant(draft.createdAt, term);
  });
}
