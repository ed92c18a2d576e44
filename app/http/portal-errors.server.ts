import { unreachable } from "#app/domain/shared/result.ts";
import type { SelectionProblem } from "#app/domain/returns/select-items.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { lineField, type LineField } from "#app/ui/portal/fields.ts";
import type { SelectionRefused } from "#app/use-cases/returns/read-selection.server.ts";

/** The letters of each line's fields. */
export type KeyOf = (lineGid: string) => string | undefined;

/** What is wrong with a choice of items, each beside its field. */
export function selectionErrors(refused: SelectionRefused, keyOf: KeyOf): FieldError[] {
  switch (refused.code) {
    case "invalid_selection":
      return refused.problems.map((problem) => problemError(problem, keyOf));
    case "not_eligible":
      return refused.decisions.map(({ factsUsed }) => at("reason", keyOf(factsUsed.lineGid), { code: "reason-required" }));
    case "photos_missing":
      return refused.lineGids.map((lineGid) => at("photo", keyOf(lineGid), { code: "photo-required" }));
    default:
      return unreachable(refused);
  }
}

function problemError({ code, lineGid, limit }: SelectionProblem, keyOf: KeyOf): FieldError {
  const key = lineGid === null ? undefined : keyOf(lineGid);
  switch (code) {
    case "nothing_selected":
    case "line_unknown":
    case "line_twice":
      return { field: "lines", code: "nothing-chosen" };
    case "quantity_not_whole":
    case "quantity_too_low":
    case "quantity_too_high":
      return at("quantity", key, { code: "quantity-invalid", values: { max: limit ?? 1 } });
    case "reason_missing":
    case "reason_not_offered":
      return at("reason", key, { code: "reason-required" });
    case "note_missing":
      return at("note", key, { code: "note-required" });
    case "note_too_long":
      return at("note", key, { code: "note-too-long", values: { max: limit ?? 0 } });
    case "variant_not_offered":
      return at("variant", key, { code: "variant-required" });
    case "variant_out_of_stock":
      return at("variant", key, { code: "variant-sold-out" });
    default:
      return unreachable(code);
  }
}

/** An error of one line's field; of the whole form when the line is not on the page. */
function at(field: LineField, key: string | undefined, error: Omit<FieldError, "field">): FieldError {
  return { ...(key ? { field: lineField(field, key) } : {}), ...error };
}
