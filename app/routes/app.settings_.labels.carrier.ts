import type { ActionFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { textField } from "#app/http/portal-form.server.ts";
import type { CarrierAnswer } from "#app/ui/settings/carrier-card.tsx";
import { connectCarrier, disconnectCarrier } from "#app/use-cases/labels/carrier-account.server.ts";

/** Connects the shop's account at the seller of labels with a key, or forgets it. The key is never sent back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const form = await args.request.formData();
  if (form.has("disconnect")) {
    await disconnectCarrier(ctx, staff.actor);
    return json<CarrierAnswer>({ problem: null });
  }
  const connected = await connectCarrier(ctx, { key: textField(form, "key").trim(), actor: staff.actor });
  if (connected.ok) return json<CarrierAnswer>({ problem: null });
  return json<CarrierAnswer>({ problem: connected.error.code }, { status: 422 });
}
