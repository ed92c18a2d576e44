import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { answerPreview, ordersToTry } from "#app/http/policy-preview.server.ts";

/** Orders to try a policy on, by number, name or e-mail. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return { orders: await ordersToTry(ctx, new URL(args.request.url).searchParams.get("q") ?? "") };
}

/** What an order would get under the policy in the editor. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return answerPreview(ctx, await args.request.formData());
}
