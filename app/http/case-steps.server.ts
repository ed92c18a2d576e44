import { z } from "zod";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import type { CaseAnswer } from "#app/ui/cases/use-case-work.ts";
import { addNote } from "#app/use-cases/cases/add-note.server.ts";
import { assignCase, prioritize } from "#app/use-cases/cases/assign-case.server.ts";
import { moveCase, STAFF_MOVES } from "#app/use-cases/cases/move-case.server.ts";
import { replyToCase } from "#app/use-cases/cases/reply-to-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Staff } from "./admin.server.ts";

const shared = { version: z.coerce.number().int(), count: z.coerce.number().int().catch(0) };
const stepSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reply"), ...shared, text: z.string(), name: z.string().optional() }),
  z.object({ intent: z.literal("note"), ...shared, text: z.string() }),
  z.object({ intent: z.literal("move"), ...shared, move: z.enum(STAFF_MOVES) }),
  z.object({ intent: z.literal("assign"), ...shared, owner: z.string().max(64) }),
  z.object({ intent: z.literal("prioritize"), ...shared, priority: z.string() }),
]);
type Step = z.infer<typeof stepSchema>;

interface AskedStep {
  readonly caseId: string;
  readonly staff: Staff;
  readonly form: FormData;
}

/** Does what a staff member asked on a case's page; a form that no page sends is a bad request. */
export async function stepOnCase(ctx: ShopContext, { caseId, staff, form }: AskedStep): Promise<CaseAnswer> {
  const read = stepSchema.safeParse(Object.fromEntries(form));
  if (!read.success) throw new Response(null, { status: 400 });
  const step = read.data;
  const done = await run(ctx, step, { caseId, staff });
  return {
    intent: step.intent,
    count: step.count,
    ...(step.intent === "move" ? { move: step.move } : {}),
    ...(done.ok ? {} : { problem: done.error.code }),
  };
}

function run(ctx: ShopContext, step: Step, { caseId, staff }: Pick<AskedStep, "caseId" | "staff">): Promise<Result<unknown, Refusal>> {
  const { actor } = staff;
  const { version } = step;
  switch (step.intent) {
    case "reply": {
      const name = step.name === undefined ? {} : { staffName: step.name };
      return replyToCase(ctx, { caseId, version, text: step.text, staffId: staff.id, ...name });
    }
    case "note":
      return addNote(ctx, { caseId, actor, text: step.text });
    case "move":
      return moveCase(ctx, { caseId, version, move: step.move, actor });
    case "assign":
      return assignCase(ctx, { caseId, ownerId: step.owner === "" ? null : step.owner, actor });
    case "prioritize":
      return prioritize(ctx, { caseId, priority: step.priority, actor });
  }
}
