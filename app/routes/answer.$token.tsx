import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { answerForm, answerRequest, answerResponse } from "#app/http/answer.server.ts";
import { postedForm, unknownLink } from "#app/http/notice.server.ts";
import { answerCase } from "#app/use-cases/cases/answer-case.server.ts";

/** Shows the customer's own conversation with room to write. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await answerRequest(args);
  return asked ? answerResponse(asked, {}) : unknownLink(args.request);
}

/** Takes what the customer wrote; a reload after it sends nothing again. */
export async function action(args: ActionFunctionArgs) {
  const asked = await answerRequest(args);
  if (!asked) return unknownLink(args.request);
  const form = answerForm(await postedForm(args.request), asked.ctx);
  const taken = await answerCase(asked.ctx, { caseId: asked.caseId, ...form });
  if (taken.ok) return redirect(asked.sentLocation, 303);
  return taken.error.code === "not_found"
    ? unknownLink(args.request)
    : answerResponse(asked, { text: form.text, problem: taken.error.code });
}
