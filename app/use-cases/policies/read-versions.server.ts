import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PolicyVersionHead, StoredPolicyVersion } from "./ports.ts";
import { ensurePolicy } from "./pinned-policy.server.ts";

/** No such version in this shop. */
export interface NoSuchVersion extends Refusal {
  readonly code: "unknown_version";
}

/** Two versions side by side, with the history they come from. */
export interface ComparedVersions {
  /** Every version, newest first. */
  readonly history: readonly PolicyVersionHead[];
  readonly before: StoredPolicyVersion;
  readonly after: StoredPolicyVersion;
}

/**
 * Reads two versions to compare them, whichever is older first named. What is not said is the newest version, and the one it was
 * started from, or the one before. Refuses with `unknown_version`.
 */
export async function compareVersions(
  ctx: ShopContext,
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
): Promise<Result<ComparedVersions, NoSuchVersion>> {
  return ctx.transaction(async (tx) => {
    await ensurePolicy(tx, ctx);
    const history = (await tx.policies.heads()).toReversed();
    const newest = history.find(({ version }) => to === undefined || version === to);
    const older =
      history.find(({ version }) => version === (from ?? newest?.copiedFrom ?? (newest?.version ?? 0) - 1)) ?? (from ? undefined : newest);
    const [before, after] = [older && (await tx.policies.find(older.version)), newest && (await tx.policies.find(newest.version))];
    return before && after ? ok({ history, before, after }) : refuse({ code: "unknown_version" });
  });
}
