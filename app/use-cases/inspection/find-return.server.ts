import { readSlipCode } from "#app/domain/labels/slip-code.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import { isCalledOff, jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";

export interface CodeUnreadable extends Refusal {
  /** Neither a number nor the name of a return. */
  readonly code: "code_unreadable";
}

/**
 * The return whose slip was scanned, or whose number or name was typed, and after it those of other orders that may be in the same parcel.
 * Refuses with `code_unreadable` or `return_unknown`.
 */
export async function findReturnByCode(
  ctx: ShopContext,
  code: string,
): Promise<Result<readonly [StoredReturn, ...StoredReturn[]], CodeUnreadable | ReturnUnknown>> {
  const named = readSlipCode(code);
  if (!named) return refuse({ code: "code_unreadable" });
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.findNamed(named);
    if (!record) return refuse({ code: "return_unknown" });
    const others = (await jointReturns(tx, record)).filter((one) => one.id !== record.id && !isCalledOff([one]));
    return ok([record, ...(record.partOf ? [] : others)]);
  });
}
