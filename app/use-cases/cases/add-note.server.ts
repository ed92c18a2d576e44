import { plainText } from "#app/domain/shared/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

export interface NewNote {
  readonly caseId: string;
  readonly actor: string;
  readonly text: string;
}

/** Adds a note that only staff read. Notes never get in each other's way, so the case may have changed meanwhile. Refuses `empty_text`, `not_found`. */
export async function addNote(ctx: ShopContext, note: NewNote): Promise<Result<null, { code: "not_found" } | { code: "empty_text" }>> {
  const body = plainText(note.text);
  if (body === "") return refuse({ code: "empty_text" });
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.lock(note.caseId);
    if (!record) return refuse({ code: "not_found" });
    const at = ctx.clock.now();
    await tx.cases.addEvent({ id: ctx.ids.next(), caseId: record.id, kind: "note", actor: note.actor, at, body, detail: {} });
    await tx.cases.save({ ...record, updatedAt: at });
    return ok(null);
  });
}
