import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Evidence } from "./portal-records.server.ts";

export interface PhotoUnknown extends Refusal {
  readonly code: "photo_unknown";
}

/** A photo of a return, for staff. Refuses `photo_unknown` for one that is gone, expired, of another return or of another shop. */
export async function readEvidence(
  ctx: ShopContext,
  asked: { readonly returnId: string; readonly evidenceId: string },
): Promise<Result<Evidence, PhotoUnknown>> {
  const photo = await ctx.transaction((tx) => tx.evidence.find(asked.evidenceId));
  if (!photo || photo.returnId !== asked.returnId || photo.expiresAt <= ctx.clock.now()) return refuse({ code: "photo_unknown" });
  return ok(photo);
}
