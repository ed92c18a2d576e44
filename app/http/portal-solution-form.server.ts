import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { lineField, readPostedChoices } from "#app/ui/portal/fields.ts";
import type { ChosenSolution, SolutionRefused } from "#app/use-cases/returns/choose-solution.server.ts";
import type { ItemOption } from "#app/use-cases/returns/item-options.server.ts";
import type { Solutions, SolutionsRefused } from "#app/use-cases/returns/show-solutions.server.ts";
import { selectionErrors } from "./portal-errors.server.ts";
import { textField } from "./portal-form.server.ts";
import { KINDS, choiceValue, solutionKey, variantOfChoice } from "./portal-per-item-view.server.ts";

/** Shopify reads this many at once; nobody chooses more. */
const MOST_VARIANTS = 50;

/** What the form chose among what is shown. */
export function chosenSolution(shown: Solutions, form: FormData): ChosenSolution {
  const posted = readPostedChoices(form, "variant");
  const variants = shown.draft.items.flatMap(({ lineGid }): [string, string][] => {
    const variant = posted.get(solutionKey(shown, lineGid));
    return variant ? [[lineGid, variant]] : [];
  });
  const resolution = postedResolution(form);
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((one) => KINDS[one] === resolution);
  const values = postedChoices(shown, form);
  const choices = shown.perItem.flatMap(({ lineGid, options: own }): [string, ItemOption][] => {
    const option = own.find((one) => choiceValue(one) === values.get(lineGid));
    return option ? [[lineGid, option]] : [];
  });
  return { shown, resolution: kind ?? resolution, variants: new Map(variants), choices: new Map(choices) };
}

/** Every variant that the form names, for all items together or for one of them. */
export function postedVariants(form: FormData): string[] {
  const alone = [...readPostedChoices(form, "variant").values()];
  const perItem = [...readPostedChoices(form, "choice").values()].flatMap((value) => variantOfChoice(value) ?? []);
  return [...alone, ...perItem].slice(0, MOST_VARIANTS);
}

/** Who chose something for an item and nothing for all means each item. */
export function postedResolution(form: FormData): string {
  const resolution = textField(form, "resolution");
  return resolution === "" && readPostedChoices(form, "choice").size > 0 ? KINDS.mixed : resolution;
}

/** What was chosen for each line, as it was sent. */
export function postedChoices(shown: Solutions, form: FormData): Map<string, string> {
  const posted = readPostedChoices(form, "choice");
  return new Map(
    shown.draft.items.flatMap(({ lineGid }) => {
      const value = posted.get(solutionKey(shown, lineGid));
      return value ? [[lineGid, value]] : [];
    }),
  );
}

/** Each beside its field; undefined where the draft or its order is gone. */
export function solutionErrors(refused: SolutionRefused | SolutionsRefused, shown: Solutions): FieldError[] | undefined {
  switch (refused.code) {
    case "resolution_required":
      return [{ field: "resolution", code: "resolution-required" }];
    case "resolution_unavailable":
      return [{ field: "resolution", code: "resolution-unavailable" }];
    case "variants_required":
      return refused.lineGids.map((lineGid) => ({ field: lineField("variant", solutionKey(shown, lineGid)), code: "variant-required" }));
    case "choices_required":
      return refused.lineGids.map((lineGid) => ({ field: lineField("choice", solutionKey(shown, lineGid)), code: "resolution-required" }));
    case "order_gone":
    case "draft_gone":
      return undefined;
    case "invalid_selection":
    case "not_eligible":
    case "photos_missing":
      return selectionErrors(refused, { keyOf: (lineGid) => solutionKey(shown, lineGid) });
  }
}
