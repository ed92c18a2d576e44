import { json } from "@remix-run/node";
import { z } from "zod";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { DECISIONS, type Decision, type DecisionAnswer } from "#app/ui/promises/decisions.ts";
import {
  approveCompensation,
  rejectCompensation,
  retryCompensation,
  type CompensationDecision,
} from "#app/use-cases/compensation/decide-compensation.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { notFound } from "./admin.server.ts";

const formSchema = z.object({
  decision: z.enum(DECISIONS),
  version: z.coerce.number().int().min(1),
  note: z.string().max(500).transform(plainText).default(""),
});

interface DecisionRequest {
  readonly id: string;
  readonly actor: string;
  readonly form: FormData;
}

/** Takes a person's decision: 200, 404 for what is not this shop's, 409 when it moved on meanwhile, 422 for a rejection without a reason. */
export async function answerDecision(ctx: ShopContext, { id, actor, form }: DecisionRequest) {
  const read = formSchema.safeParse(Object.fromEntries(form));
  if (!read.success) throw new Response(null, { status: 400 });
  const { decision, version, note } = read.data;
  if (decision === "reject" && note === "") return answer({ decision, problem: "reason_needed" }, 422);
  const result = await verbOf(decision)(ctx, { id, actor, version, ...(note ? { note } : {}) });
  if (result.ok) return answer({ decision }, 200);
  if (result.error.code === "not_found") throw notFound();
  return answer({ decision, problem: result.error.code }, 409);
}

function verbOf(decision: Decision): (ctx: ShopContext, decision: CompensationDecision) => ReturnType<typeof approveCompensation> {
  switch (decision) {
    case "approve":
      return approveCompensation;
    case "reject":
      return rejectCompensation;
    case "retry":
      return retryCompensation;
  }
}

function answer(value: DecisionAnswer, status: number) {
  return json(value, { status });
}
