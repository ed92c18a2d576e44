import type { InvalidSelection } from "#app/domain/returns/select-items.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { lineField, readPostedChoices } from "#app/ui/portal/fields.ts";
import type { ChosenSolution, SolutionRefused } from "#app/use-cases/returns/choose-solution.server.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import type { ItemOption } from "#app/use-cases/returns/item-options.server.ts";
import type { OrderInPortal } from "#app/use-cases/returns/read-order-in-portal.server.ts";
import type { ConfirmationRefused } from "#app/use-cases/returns/show-confirmation.server.ts";
import { showConfirmation } from "#app/use-cases/returns/show-confirmation.server.ts";
import type { Solutions, SolutionsRefused } from "#app/use-cases/returns/show-solutions.server.ts";
import { isAboutGoods, showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { selectionErrors } from "./portal-errors.server.ts";
import { textField } from "./portal-form.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { KINDS, choiceValue, solutionKey, variantOfChoice } from "./portal-per-item-view.server.ts";
import { confirmPage, optionsPage } from "./portal-solutions-view.server.ts";
import { showStatusStep } from "./portal-status-steps.server.ts";

/** Nobody types more to find a product. */
const SEARCH_MAX = 80;
/** Shopify reads this many at once; nobody chooses more. */
const MOST_VARIANTS = 50;

/** Every solution for the chosen items, each with its exact amount. `read` is the order if this very request has read it already. */
export async function showOptionsStep(call: PortalCall, { read }: { readonly read?: OrderInPortal } = {}): Promise<PortalAnswer> {
  const { ctx, access } = call;
  if (!access) return message("link-expired", 403);
  const shown = await showSolutions(ctx, access, { ...(read ? { read } : {}), choosing: NOTHING_LOOKED_FOR });
  return shown.ok ? options(call, { shown: shown.value, errors: [] }) : solutionsGone(shown.error);
}

const NOTHING_LOOKED_FOR = { search: "", variants: [] };

export async function postOptionsStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form, locale } = call;
  if (!access) return message("link-expired", 403);
  const search = form.has("search") ? textField(form, "search").trim().slice(0, SEARCH_MAX) : undefined;
  const found = await showSolutions(ctx, access, { choosing: { search: search ?? "", variants: postedVariants(form) } });
  if (!found.ok) return solutionsGone(found.error);
  const shown = found.value;
  if (search !== undefined) return options(call, { shown, errors: [], search });
  const next = await chooseSolution(ctx, access, chosenSolution(shown, form));
  if (next.ok) {
    return { page: confirmPage({ ctx, locale, shown: next.value.confirmation, errors: [] }), access: next.value.access, at: "confirm" };
  }
  const errors = solutionErrors(next.error, shown);
  if (!errors) return message("not-found", 404);
  const choices = postedChoices(shown, form);
  return { ...options(call, { shown, errors, choices, chosen: postedResolution(form) }), status: 422 };
}

export async function showConfirmStep(call: PortalCall): Promise<PortalAnswer> {
  return confirm(call, []);
}

/** Makes the return; a page sent twice leads to the same one, and one whose amounts changed is shown again. */
export async function postConfirmStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const made = await submitReturn(ctx, access, { formKey: textField(form, "formkey") });
  if (made.ok) {
    const followed = { orderGid: access.orderGid, locale: access.locale, returnId: made.value.id };
    const notice = made.value.status === "requested" ? ("submitted" as const) : ("approved" as const);
    return showStatusStep({ ...call, access: followed }, { notice });
  }
  if (made.error.code === "amount_changed") return { ...(await confirm(call, [{ code: "amount-changed" }])), status: 409 };
  return confirmationGone(call, made.error);
}

interface OptionsShown {
  readonly shown: Solutions;
  /** What was searched for among other products. */
  readonly search?: string;
  readonly errors: FieldError[];
  readonly chosen?: string;
  readonly choices?: ReadonlyMap<string, string>;
}

function options(call: PortalCall, { shown, errors, ...soFar }: OptionsShown): PortalAnswer {
  const { ctx, access, locale } = call;
  return {
    page: optionsPage({ ctx, locale, shown, errors, ...soFar }),
    ...(access ? { access } : {}),
    at: "options",
  };
}

async function confirm(call: PortalCall, errors: FieldError[]): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  if (!access) return message("link-expired", 403);
  const shown = await showConfirmation(ctx, access);
  if (!shown.ok) return confirmationGone(call, shown.error);
  return { page: confirmPage({ ctx, locale, shown: shown.value, errors }), access, at: "confirm" };
}

/** The solution, or the goods that were chosen, are not to be had any more: the others are shown. */
async function confirmationGone(call: PortalCall, refused: ConfirmationRefused): Promise<PortalAnswer> {
  const isSoldOut = refused.code === "invalid_selection" && refused.problems.every(({ code }) => isAboutGoods(code));
  if (refused.code !== "resolution_unavailable" && !isSoldOut) return solutionsGone(refused);
  const { ctx, access } = call;
  const shown = access && (await showSolutions(ctx, access, { choosing: NOTHING_LOOKED_FOR }));
  if (!shown?.ok) return message("nothing-eligible", 409);
  const unavailable: FieldError[] = [{ field: "resolution", code: "resolution-unavailable" }];
  const errors = isSoldOut ? soldOutErrors(refused, shown.value) : unavailable;
  return { ...options(call, { shown: shown.value, errors }), status: 409 };
}

/** Each beside the list from which something else can be chosen; where none is left to choose from, beside the solutions. */
function soldOutErrors(refused: InvalidSelection, shown: Solutions): FieldError[] {
  const { resolution } = shown.draft;
  const field = resolution === "mixed" ? "choice" : "variant";
  const isThere = resolution === "mixed" ? shown.perItem.length > 0 : shown.solutions.some(({ kind }) => kind === resolution);
  return refused.problems.map(({ lineGid }) => ({
    field: isThere && lineGid ? lineField(field, solutionKey(shown, lineGid)) : "resolution",
    code: "variant-sold-out",
  }));
}

/** What was chosen before cannot be had any more, or never could: the visitor begins again. */
function solutionsGone({ code }: SolutionsRefused): PortalAnswer {
  if (code === "draft_gone") return message("link-expired", 403);
  return code === "order_gone" ? message("not-found", 404) : message("nothing-eligible", 409);
}

function chosenSolution(shown: Solutions, form: FormData): ChosenSolution {
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
function postedVariants(form: FormData): string[] {
  const alone = [...readPostedChoices(form, "variant").values()];
  const perItem = [...readPostedChoices(form, "choice").values()].flatMap((value) => variantOfChoice(value) ?? []);
  return [...alone, ...perItem].slice(0, MOST_VARIANTS);
}

/** Who chose something for an item and nothing for all means each item. */
function postedResolution(form: FormData): string {
  const resolution = textField(form, "resolution");
  return resolution === "" && readPostedChoices(form, "choice").size > 0 ? KINDS.mixed : resolution;
}

/** What was chosen for each line, as it was sent. */
function postedChoices(shown: Solutions, form: FormData): Map<string, string> {
  const posted = readPostedChoices(form, "choice");
  return new Map(
    shown.draft.items.flatMap(({ lineGid }) => {
      const value = posted.get(solutionKey(shown, lineGid));
      return value ? [[lineGid, value]] : [];
    }),
  );
}

function solutionErrors(refused: SolutionRefused | SolutionsRefused, shown: Solutions): FieldError[] | undefined {
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
