import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { askForPickup } from "#app/use-cases/labels/ask-for-pickup.server.ts";
import { cancelPickup } from "#app/use-cases/labels/cancel-pickup.server.ts";
import { requestLabel } from "#app/use-cases/labels/want-label.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { isId } from "./admin.server.ts";
import { textField } from "./portal-form.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { showStatusStep } from "./portal-status-steps.server.ts";

/** The return that has the papers of the parcel that the access leads to. */
async function returnOf({ ctx, access }: PortalCall): Promise<string | undefined> {
  const followed = access ? await readStatus(ctx, access) : undefined;
  return followed?.ok ? followed.value.papersOf.id : undefined;
}

async function again(call: PortalCall, error: FieldError): Promise<PortalAnswer> {
  return { ...(await showStatusStep(call, { errors: [error] })), status: 422 };
}

/** One more parcel: its label is made by a job. */
export async function moreLabelStep(call: PortalCall): Promise<PortalAnswer> {
  const returnId = await returnOf(call);
  const key = textField(call.form, "parcelkey");
  if (!returnId || !/^parcel-\d$/.test(key)) return showStatusStep(call);
  const asked = await requestLabel(call.ctx, { returnId, key, actor: "shopper" });
  return asked.ok ? showStatusStep(call, { notice: "label-wanted" }) : again(call, { field: "parcelkey", code: "label-refused" });
}

/** A collection at the door, at the chosen time. */
export async function pickupStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, form } = call;
  const returnId = await returnOf(call);
  const labelId = textField(form, "label");
  if (!returnId || !isId(labelId)) return showStatusStep(call);
  const asked = await askForPickup(ctx, {
    ...{ returnId, labelId, actor: "shopper" },
    date: textField(form, "pickupdate"),
    window: textField(form, "pickupwindow"),
    isAddressRight: textField(form, "pickupaddress") === "1",
  });
  if (asked.ok) return showStatusStep(call, { notice: asked.value.status === "booked" ? "pickup-booked" : "pickup-wanted" });
  switch (asked.error.code) {
    case "address_unconfirmed":
      return again(call, { field: "pickupaddress", code: "pickup-address" });
    case "slot_gone":
      return again(call, { field: "pickupdate", code: "pickup-gone" });
    case "refused":
      return again(call, { field: "pickupdate", code: "pickup-refused" });
    case "not_offered":
    case "return_unknown":
      // Collected or cancelled meanwhile: the page as it is now says so.
      return { ...(await showStatusStep(call)), status: 409 };
  }
}

export async function pickupCancelStep(call: PortalCall): Promise<PortalAnswer> {
  const returnId = await returnOf(call);
  const pickupId = textField(call.form, "pickup");
  if (!returnId || !isId(pickupId)) return showStatusStep(call);
  const cancelled = await cancelPickup(call.ctx, { returnId, pickupId, actor: "shopper" });
  if (cancelled.ok) return showStatusStep(call, { notice: "pickup-cancelled" });
  return again(call, { code: "pickup-too-late" });
}
