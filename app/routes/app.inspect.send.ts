import type { ActionFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { answerInspection } from "#app/http/inspection.server.ts";

/** An inspection from a phone, perhaps not for the first time. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return answerInspection(ctx, staff, args.request);
}
