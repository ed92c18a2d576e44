import { nextOrder } from "#app/domain/returns/joint-return.ts";
import type { InvalidSelection } from "#app/domain/returns/select-items.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { lineField } from "#app/ui/portal/fields.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import type { OrderInPortal } from "#app/use-cases/returns/read-order-in-portal.server.ts";
import { accessAfter } from "#app/use-cases/returns/join-orders.server.ts";
import type { Confirmation } from "#app/use-cases/returns/show-confirmation.server.ts";
import type { JointConfirmation, JointRefused } from "#app/use-cases/returns/show-joint-confirmation.server.ts";
import { showJointConfirmation } from "#app/use-cases/returns/show-joint-confirmation.server.ts";
import type { Solutions, SolutionsRefused } from "#app/use-cases/returns/show-solutions.server.ts";
import { isAboutGoods, showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { textField } from "./portal-form.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { canJoin, showItemsStep } from "./portal-items-page.server.ts";
import { accessToOrder, confirmPage, jointProgress } from "./portal-joint-view.server.ts";
import { chosenSolution, postedChoices, postedResolution, postedVariants, solutionErrors } from "./portal-solution-form.server.ts";
import { solutionKey } from "./portal-per-item-view.server.ts";
import { optionsPage } from "./portal-solutions-view.server.ts";
import { showStatusStep } from "./portal-status-steps.server.ts";

/** Nobody types more to find a product. */
const SEARCH_MAX = 80;

/** Every solution for the chosen items, each with its exact amount. `read` is the order if this very request has read it already. */
export async function showOptionsStep(call: PortalCall, { read }: { readonly read?: OrderInPortal } = {}): Promise<PortalAnswer> {
  const { ctx, access } = call;
  if (!access) return message("link-expired", 403);
  const shown = await showSolutions(ctx, access, { ...(read ? { read } : {}), choosing: NOTHING_LOOKED_FOR });
  return shown.ok ? options(call, { shown: shown.value, errors: [] }) : solutionsGone(call, shown.error);
}

const NOTHING_LOOKED_FOR = { search: "", variants: [] };

export async function postOptionsStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const search = form.has("search") ? textField(form, "search").trim().slice(0, SEARCH_MAX) : undefined;
  const found = await showSolutions(ctx, access, { choosing: { search: search ?? "", variants: postedVariants(form) } });
  if (!found.ok) return solutionsGone(call, found.error);
  const shown = found.value;
  if (search !== undefined) return options(call, { shown, errors: [], search });
  const next = await chooseSolution(ctx, access, chosenSolution(shown, form));
  if (next.ok) return onwards({ ...call, access: next.value.access }, next.value.confirmation);
  const errors = solutionErrors(next.error, shown);
  if (!errors) return message("not-found", 404);
  const choices = postedChoices(shown, form);
  return { ...(await options(call, { shown, errors, choices, chosen: postedResolution(form) })), status: 422 };
}

/** To the items of the next order, or to what is to be confirmed. */
async function onwards(call: PortalCall, confirmation: Confirmation): Promise<PortalAnswer> {
  const { access } = call;
  if (!access?.joint) return confirmed(call, { orders: [confirmation], formKey: confirmation.formKey }, []);
  const next = { ...call, access: accessAfter(access, confirmation) };
  return nextOrder(next.access.joint ?? []) ? showItemsStep(next) : confirm(next, []);
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
    const { mailKey, locale, gift } = access;
    const person = gift ? { isFollowOnly: true } : mailKey ? { mailKey } : {};
    const followed = { orderGid: made.value.orderGid, locale, returnId: made.value.id, ...person };
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

async function options(call: PortalCall, { shown, errors, ...soFar }: OptionsShown): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  const joint = await jointProgress(ctx, access);
  return {
    page: optionsPage({ ctx, locale, shown, errors, joint, ...soFar }),
    ...(access ? { access } : {}),
    at: "options",
  };
}

async function confirm(call: PortalCall, errors: FieldError[]): Promise<PortalAnswer> {
  const { ctx, access } = call;
  if (!access) return message("link-expired", 403);
  const shown = await showJointConfirmation(ctx, access);
  return shown.ok ? confirmed(call, shown.value, errors) : confirmationGone(call, shown.error);
}

async function confirmed(call: PortalCall, shown: JointConfirmation, errors: FieldError[]): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  if (!access) return message("link-expired", 403);
  return { page: await confirmPage({ ctx, locale, access, shown, canJoin: canJoin(call), errors }), access, at: "confirm" };
}

/** The solution, or the goods that were chosen, are not to be had any more: the others are shown. */
async function confirmationGone(from: PortalCall, refused: JointRefused): Promise<PortalAnswer> {
  if (refused.code === "order_not_theirs") return message("not-found", 404);
  // The order that it is about, where there are several.
  const call = from.access?.joint ? { ...from, access: accessToOrder(from.access, refused.orderGid) } : from;
  if (refused.code === "items_missing") return showItemsStep(call);
  const isSoldOut = refused.code === "invalid_selection" && refused.problems.every(({ code }) => isAboutGoods(code));
  if (refused.code !== "resolution_unavailable" && !isSoldOut)
    return isOneOfSeveral(call) ? chooseAgain(call) : solutionsGone(call, refused);
  const { ctx, access } = call;
  const shown = access && (await showSolutions(ctx, access, { choosing: NOTHING_LOOKED_FOR }));
  if (!shown?.ok) return message("nothing-eligible", 409);
  const unavailable: FieldError[] = [{ field: "resolution", code: "resolution-unavailable" }];
  const errors = isSoldOut ? soldOutErrors(refused, shown.value) : unavailable;
  return { ...(await options(call, { shown: shown.value, errors })), status: 409 };
}

function isOneOfSeveral({ access }: PortalCall): boolean {
  return (access?.joint?.length ?? 0) > 1;
}

/** What can still come back of this order is chosen again, or the order is left out of several, which stay as they are. */
async function chooseAgain(call: PortalCall): Promise<PortalAnswer> {
  return { ...(await showItemsStep(call, [{ code: "amount-changed" }])), status: 409 };
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

/** What was chosen before cannot come back any more, or never could: what still can is chosen again. */
async function solutionsGone(call: PortalCall, { code }: SolutionsRefused): Promise<PortalAnswer> {
  if (code === "draft_gone") return message("link-expired", 403);
  return code === "order_gone" ? message("not-found", 404) : chooseAgain(call);
}
