import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { answerGiftCommand, giftsAnswer, orderAsked } from "#app/http/gift-json.server.ts";

/** The gift codes of an order, for the pages of its cases and returns. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return json(await giftsAnswer(ctx, orderAsked(new URL(args.request.url).searchParams.get("order"))));
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const form = await args.request.formData();
  const order = form.get("order");
  return answerGiftCommand(ctx, staff, { orderGid: orderAsked(typeof order === "string" ? order : null), form });
}
