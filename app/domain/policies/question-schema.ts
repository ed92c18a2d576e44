import { z } from "zod";
import type { PolicyProblemCode } from "./policy-problems.ts";
import { POLICY_LIMITS, says } from "./policy-problems.ts";
import type { ReturnQuestion } from "./return-question.ts";

const id = z.string().regex(/^[\w-]{1,64}$/, says("value_missing"));

/** Texts by language; at least one of them is written. */
const texts = (missing: PolicyProblemCode) =>
  z
    .record(z.string().max(16), z.string().trim().max(POLICY_LIMITS.questionLength, says("question_too_long")))
    .refine((written) => Object.values(written).some((text) => text !== ""), says(missing));

const asked = z.discriminatedUnion(
  "on",
  [
    z.strictObject({
      on: z.literal("reason"),
      reasons: z.array(z.string().max(64)).max(POLICY_LIMITS.reasons, says("too_many_reasons")),
      productTypes: z
        .array(z.string().trim().min(1, says("value_needed")).max(POLICY_LIMITS.valueLength, says("value_too_long")))
        .max(POLICY_LIMITS.valuesPerCondition, says("too_many_values")),
    }),
    z.strictObject({ on: z.literal("answer"), question: id, choices: z.array(id).min(1, says("follow_up_needs_choice")) }),
  ],
  says("choice_unknown"),
);

/** Reads one question; every message is the code of a policy problem. */
export const questionSchema: z.ZodType<ReturnQuestion> = z
  .strictObject({
    id,
    asked,
    kind: z.enum(["choice", "text"], says("choice_unknown")),
    isRequired: z.boolean(says("choice_unknown")),
    texts: texts("question_needed"),
    choices: z.array(z.strictObject({ id, texts: texts("choice_text_needed") })).max(POLICY_LIMITS.choices, says("too_many_choices")),
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind === "choice" && choices.length < 2) context.addIssue({ code: "custom", path: ["choices"], message: "choices_needed" });
  });
