import { unreachable } from "#app/domain/shared/result.ts";
import type { AddressField, TypedAddress } from "#app/domain/orders/delivery-address.ts";
import { addressFrom, linesOf } from "#app/domain/orders/delivery-address.ts";
import type { ChangeBlocker, OrderNow } from "#app/domain/orders/order-change.ts";
import { CANCEL_REASONS } from "#app/domain/orders/order-change.ts";
import type { AddressFormField } from "#app/ui/portal/fields.ts";
import type { ChangeOutcome, OrderChangedPage } from "#app/ui/portal/order-change-views.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { CancelRefused } from "#app/use-cases/order-changes/cancel-order.server.ts";
import { cancelOrder } from "#app/use-cases/order-changes/cancel-order.server.ts";
import type { ReaddressRefused } from "#app/use-cases/order-changes/change-address.server.ts";
import { changeAddress } from "#app/use-cases/order-changes/change-address.server.ts";
import type { OrderChangeRecord } from "#app/use-cases/order-changes/ports.ts";
import type { OrderChangesShown } from "#app/use-cases/order-changes/read-order-changes.server.ts";
import { readOrderChanges } from "#app/use-cases/order-changes/read-order-changes.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { textField } from "./portal-form.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";

/** An order that the visitor may see, as Shopify has it now. */
interface Seen {
  readonly access: PortalAccess;
  readonly shown: OrderChangesShown;
}

async function seen({ ctx, access }: PortalCall): Promise<Seen | PortalAnswer> {
  if (!access || access.isFollowOnly) return message("link-expired", 403);
  const shown = await readOrderChanges(ctx, access.orderGid);
  return shown ? { access, shown } : message("not-found", 404);
}

/** The question whether the order is really to be cancelled, or why it cannot be; afterwards, what came of it. */
export async function showCancelStep(call: PortalCall, errors: readonly FieldError[] = []): Promise<PortalAnswer> {
  const found = await seen(call);
  if ("page" in found) return found;
  const { access, shown } = found;
  const { order, offers, changes } = shown;
  const known = changes.findLast(({ kind }) => kind === "cancel");
  if (known) return { ...cancelled(call, known, shown), access };
  if (!offers.cancel.ok) return { ...outcomePage(call, order, { outcome: "not-possible", because: offers.cancel.error.because }), access };
  const page = {
    ...{ page: "cancel-order" as const, ...head(call, order) },
    until: untilView(call, offers.cancel.value.until),
    lines: order.lines.map(({ title, variantTitle, imageUrl, quantity }) => ({
      title,
      quantity,
      ...(variantTitle ? { variantTitle } : {}),
      ...(imageUrl ? { image: { url: imageUrl, alt: title } } : {}),
    })),
    ...refundOf(order),
    reasons: CANCEL_REASONS,
    errors,
  };
  return { page, access, at: "cancelorder", ...(errors.length > 0 ? { status: 422 } : {}) };
}

export async function postCancelStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const done = await cancelOrder(ctx, access, { reason: textField(form, "reason") });
  if (!done.ok) return changeRefused(call, done.error, (errors) => showCancelStep(call, errors));
  const shown = await readOrderChanges(ctx, access.orderGid);
  return shown ? { ...cancelled(call, done.value, shown), access } : message("not-found", 404);
}

function cancelled(call: PortalCall, record: OrderChangeRecord, { order }: OrderChangesShown): PortalAnswer {
  const { status, problem, detail } = record;
  if (status === "refused") return refusedPage(call, order, problem);
  const refund = detail.owed ? { refund: detail.owed } : {};
  return outcomePage(call, order, { outcome: status === "done" ? "cancelled" : "cancelling", ...refund });
}

/** The form for another address, or why there is none. */
export async function showAddressStep(call: PortalCall, typed?: TypedAddress, errors: readonly FieldError[] = []): Promise<PortalAnswer> {
  const found = await seen(call);
  if ("page" in found) return found;
  const { access, shown } = found;
  const { order, offers } = shown;
  const { address } = order;
  if (!offers.address.ok || !address) {
    const because = offers.address.ok ? "no_address" : offers.address.error.because;
    return { ...outcomePage(call, order, { outcome: "not-possible", because }), access };
  }
  const page = {
    ...{ page: "change-address" as const, ...head(call, order) },
    until: untilView(call, offers.address.value.until),
    typed: formValues(typed ?? address),
    needsZip: address.zip !== "",
    region: [address.province, address.country].filter(Boolean).join(", "),
    errors,
  };
  return { page, access, at: "address", ...(errors.length > 0 ? { status: 422 } : {}) };
}

export async function postAddressStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access } = call;
  if (!access) return message("link-expired", 403);
  const typed = addressFrom((field) => textField(call.form, FORM_FIELDS[field]));
  const done = await changeAddress(ctx, access, typed);
  if (!done.ok) return changeRefused(call, done.error, (errors) => showAddressStep(call, typed, errors));
  const shown = await readOrderChanges(ctx, access.orderGid);
  if (!shown) return message("not-found", 404);
  const { order } = shown;
  const lines = order.address ? { address: linesOf(order.address) } : {};
  if (!done.value) return { ...outcomePage(call, order, { outcome: "address-same", ...lines }), access };
  if (done.value.status === "refused") return { ...refusedPage(call, order, done.value.problem), access };
  const outcome = done.value.problem === "left" ? "left-meanwhile" : "address-changed";
  return { ...outcomePage(call, order, { outcome, ...lines }), access };
}

async function changeRefused(
  call: PortalCall,
  error: CancelRefused | ReaddressRefused,
  again: (errors: readonly FieldError[]) => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  switch (error.code) {
    case "order_gone":
      return message("not-found", 404);
    case "too_many_tries":
      return message("too-many-tries", 429, { retryAt: momentIn(call.ctx, error.retryAt) });
    case "reason_required":
      return again([{ field: "reason", code: "reason-required" }]);
    case "invalid_address":
      return again(error.problems.map(({ field, code }) => ({ field: FORM_FIELDS[field], code: PROBLEMS[code] })));
    case "address_not_taken":
      return again([{ field: FORM_FIELDS[error.field], code: "address-not-taken" }]);
    case "not_possible":
      return refusedNow(call, { outcome: "not-possible", because: error.because });
    case "under_way":
      return refusedNow(call, { outcome: "under-way" });
    default:
      return unreachable(error);
  }
}

async function refusedNow(call: PortalCall, outcome: Outcome): Promise<PortalAnswer> {
  const found = await seen(call);
  return "page" in found ? found : { ...outcomePage(call, found.shown.order, outcome), access: found.access };
}

const PROBLEMS = { required: "address-required", too_long: "address-too-long" } as const;

const BLOCKERS: readonly ChangeBlocker[] = ["cancelled", "sent", "being_prepared", "on_hold"];

/** What was refused in the end: because it was too late, or for staff to look at. */
function refusedPage(call: PortalCall, order: OrderNow, problem: string | undefined): PortalAnswer {
  const because = BLOCKERS.find((one) => one === problem);
  return outcomePage(call, order, because ? { outcome: "not-possible", because } : { outcome: "with-staff" });
}

type Outcome = Pick<OrderChangedPage, "outcome" | "because" | "refund" | "address">;

const CONFLICTS: ReadonlySet<ChangeOutcome> = new Set(["with-staff", "not-possible", "under-way"]);

function outcomePage(call: PortalCall, order: OrderNow, outcome: Outcome): PortalAnswer {
  const status = CONFLICTS.has(outcome.outcome) && call.isPost ? { status: 409 } : {};
  return { page: { page: "order-changed", ...head(call, order), ...outcome }, at: "items", ...status };
}

function head({ ctx }: PortalCall, order: OrderNow) {
  return { order: { name: order.name, placedAt: momentIn(ctx, order.processedAt) } };
}

function untilView({ ctx }: PortalCall, until: Date | null) {
  return until && momentIn(ctx, until);
}

function refundOf({ paid }: OrderNow) {
  return paid.presentment.minor > 0 ? { refund: paid.presentment } : {};
}

const FORM_FIELDS: Readonly<Record<AddressField, AddressFormField>> = {
  firstName: "firstname",
  lastName: "lastname",
  company: "company",
  address1: "street",
  address2: "extra",
  city: "city",
  zip: "zip",
  phone: "phone",
};

function formValues(address: TypedAddress): Record<AddressFormField, string> {
  const { firstName, lastName, company, address1, address2, city, zip, phone } = address;
  return { firstname: firstName, lastname: lastName, company, street: address1, extra: address2, city, zip, phone };
}
