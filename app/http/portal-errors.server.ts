import { unreachable } from "#app/domain/shared/result.ts";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import type { SelectionProblem } from "#app/domain/returns/select-items.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { lineField, type LineField } from "#app/ui/portal/fields.ts";
import type { SelectionRefused } from "#app/use-cases/returns/read-selection.server.ts";
import { answerError } from "./portal-questions-view.server.ts";

/** The letters of each line's fields. */
export type KeyOf = (lineGid: string) => string | undefined;

/** What is known of the page's fields. */
export interface PageFields {
  readonly keyOf: KeyOf;
  /** The policy's questions, and the languages to name them in; absent on a page that asks none. */
  readonly asking?: { readonly all: readonly ReturnQuestion[]; readonly locale: string; readonly shopLocale: string };
}

/** What is wrong with a choice of items, each beside its field. */
export function selectionErrors(refused: SelectionRefused, fields: PageFields): FieldError[] {
  const { keyOf } = fields;
  switch (refused.code) {
    case "invalid_selection":
      return refused.problems.map((problem) => problemError(problem, fields));
    case "not_eligible":
      return refused.decisions.map(({ factsUsed: { lineGid, answers = {} } }) =>
        at("reason", keyOf(lineGid), { code: Object.keys(answers).length > 0 ? "answers-refused" : "reason-required" }),
      );
    case "photos_missing":
      return refused.lineGids.map((lineGid) => at("photo", keyOf(lineGid), { code: "photo-required" }));
    default:
      return unreachable(refused);
  }
}

function problemError({ code, lineGid, limit, question: id }: SelectionProblem, fields: PageFields): FieldError {
  const key = lineGid === null ? undefined : fields.keyOf(lineGid);
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
    case "answer_missing":
    case "answer_not_offered":
    case "answer_too_long": {
      const question = fields.asking?.all.find((each) => each.id === id);
      if (!fields.asking || !question || !key) return { code: "nothing-chosen" };
      const error = answerError(question, { ...fields.asking, key });
      return code === "answer_too_long" ? { ...error, code: "answer-too-long", values: { max: limit ?? 0 } } : error;
    }
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
