import { json } from "@remix-run/node";
import { z } from "zod";
import type { Staff } from "#app/http/admin.server.ts";
import { isId } from "#app/http/admin.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseTerms } from "#app/use-cases/inspection/choose-terms.server.ts";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { DECLINE_REASONS, declineReturn } from "#app/use-cases/returns/decline-return.server.ts";
import { chooseInstead } from "#app/use-cases/returns/choose-instead.server.ts";
import { stepRepair } from "#app/use-cases/returns/move-repair.server.ts";
import { CONDITIONS } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { closeReturn, inspectReturn, markInTransit, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { DISPOSITIONS } from "#app/use-cases/returns/shopify-return.server.ts";
import { setTrust } from "#app/use-cases/returns/standing.server.ts";
import { jsonField } from "./typed-values.server.ts";

/** What the page is told: what happened, or why not. */
export type ReturnAnswer = { readonly ok: true; readonly event: string } | { readonly ok: false; readonly code: string };

const counted = z.object({ lineId: z.string(), quantity: z.number() });
const commandSchema = z.discriminatedUnion("event", [
  z.object({ event: z.enum(["approve", "ship", "close", "cancel", "trust", "end_trust"]) }),
  z.object({ event: z.literal("decline"), reason: z.enum(DECLINE_REASONS), note: z.string().max(5_000) }),
  z.object({ event: z.literal("receive"), lines: z.array(counted).max(500) }),
  z.object({
    event: z.literal("inspect"),
    lines: z.array(counted.extend({ condition: z.enum(CONDITIONS), disposition: z.enum(DISPOSITIONS) })).max(500),
  }),
  z.object({
    event: z.literal("repair_step"),
    step: z.discriminatedUnion("event", [
      z.object({ event: z.enum(["start_repair", "finish_repair", "arrive_back"]) }),
      z.object({ event: z.literal("give_up"), note: z.string().max(500) }),
      z.object({ event: z.literal("send_back"), carrier: z.string().max(80), trackingNumber: z.string().max(80) }),
    ]),
  }),
  z.object({ event: z.literal("choose_terms"), choice: z.enum(["keep", "rule"]) }),
  z.object({ event: z.literal("choose_instead"), kind: z.string().max(40) }),
  z.object({
    event: z.literal("start_processing"),
    /** Shopify's figure, when staff have looked at both and chose it. */
    accepted: z.object({ minor: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }).optional(),
  }),
]);
type Command = z.infer<typeof commandSchema>;

/** Carries out what a button of the return's page asks for; the form holds the command as JSON under "command". */
export async function answerReturnCommand(ctx: ShopContext, staff: Staff, asked: { readonly returnId: string; readonly form: FormData }) {
  const command = readCommand(asked.form.get("command"));
  if (!command) return json<ReturnAnswer>({ ok: false, code: "invalid_request" }, { status: 400 });
  const result = await carryOut(ctx, { returnId: asked.returnId, actor: staff.actor }, command);
  const event = command.event === "repair_step" ? command.step.event : command.event;
  if (result.ok) return json<ReturnAnswer>({ ok: true, event });
  const { code } = result.error;
  return json<ReturnAnswer>({ ok: false, code }, { status: STATUS[code] ?? 409 });
}

const STATUS: Readonly<Record<string, number>> = { return_unknown: 404, quantity_invalid: 422, note_required: 422, note_too_long: 422 };

function carryOut(ctx: ShopContext, action: { returnId: string; actor: string }, command: Command) {
  switch (command.event) {
    case "approve":
      return approveReturn(ctx, action);
    case "ship":
      return markInTransit(ctx, action);
    case "close":
      return closeReturn(ctx, action);
    case "cancel":
      return cancelReturn(ctx, action);
    case "trust":
    case "end_trust":
      return setTrust(ctx, { ...action, isTrusted: command.event === "trust" });
    case "decline":
      return declineReturn(ctx, { ...action, reason: command.reason, note: command.note });
    case "receive":
      return receiveReturn(ctx, { ...action, lines: command.lines });
    case "inspect":
      return inspectReturn(ctx, { ...action, lines: command.lines });
    case "repair_step":
      return stepRepair(ctx, { ...action, step: command.step });
    case "choose_instead":
      return chooseInstead(ctx, { ...action, kind: command.kind });
    case "choose_terms":
      return chooseTerms(ctx, { ...action, choice: command.choice });
    case "start_processing":
      return processReturn(ctx, { ...action, ...(command.accepted ? { accepted: command.accepted } : {}) });
  }
}

function readCommand(text: FormDataEntryValue | null): Command | undefined {
  return commandSchema.safeParse(jsonField(text)).data;
}

/** Approves several at once, one after the other; those that cannot be approved (any more) stay as they are. */
export async function approveAll(ctx: ShopContext, staff: Staff, form: FormData) {
  const asked = form.getAll("id").slice(0, MOST_AT_ONCE);
  const ids = asked.filter((id) => typeof id === "string").filter(isId);
  let approved = 0;
  for (const returnId of ids) if ((await approveReturn(ctx, { returnId, actor: staff.actor })).ok) approved += 1;
  return json({ approved, refused: asked.length - approved });
}

const MOST_AT_ONCE = 100;
