import type { ShopContext } from "#app/use-cases/ports.ts";
import { ensurePolicy } from "./pinned-policy.server.ts";
import type { PolicyVersionHead, StoredPolicyVersion } from "./ports.ts";

/** The policy as its editor shows it. */
export interface PolicyOverview {
  /** What decides for orders placed now. */
  readonly published: StoredPolicyVersion;
  /** What is being edited; undefined while nothing differs from the published version. */
  readonly draft: StoredPolicyVersion | undefined;
  /** Every version, newest first. */
  readonly history: readonly PolicyVersionHead[];
}

/** Reads the shop's policy; one that has none gets the starter policy, published as version 1. */
export async function readPolicy(ctx: ShopContext): Promise<PolicyOverview> {
  return ctx.transaction(async (tx) => {
    const published = await ensurePolicy(tx, ctx);
    const heads = await tx.policies.heads();
    const head = heads.find(({ status }) => status === "draft");
    return { published, draft: head && (await tx.policies.find(head.version)), history: heads.toReversed() };
  });
}
