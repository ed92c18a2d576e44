import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { needsOfBoth } from "#app/domain/policies/order-background.ts";
import type { InvalidPolicy } from "#app/domain/policies/policy-schema.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { LinePreview, SupposedlySaid } from "#app/domain/returns/preview-lines.ts";
import { previewLines } from "#app/domain/returns/preview-lines.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readBackground } from "./read-background.server.ts";
import { ensurePolicy } from "./pinned-policy.server.ts";

/** What the shop's order would get under the policy being edited and under the published one. */
export interface PolicyPreview {
  readonly orderName: string;
  readonly draft: readonly LinePreview[];
  readonly published: readonly LinePreview[];
}

/** Neither Amends nor Shopify has an order of this id in this shop. */
export interface OrderUnknown extends Refusal {
  readonly code: "order_unknown";
}

/**
 * Tries a policy that is being edited on an order as Shopify has it now, beside the published policy; nothing is stored. `said` is
 * supposed of every line. Refuses with `invalid_policy` (a problem for each field) or `order_unknown`.
 */
export async function previewPolicy(
  ctx: ShopContext,
  input: { readonly document: unknown; readonly orderGid: OrderGid; readonly said: SupposedlySaid },
): Promise<Result<PolicyPreview, InvalidPolicy | OrderUnknown>> {
  const parsed = parsePolicy(input.document);
  if (!parsed.ok) return parsed;
  const found = await ctx.shopify.returns.readOrder(input.orderGid);
  if (!found) return refuse({ code: "order_unknown" });
  const published = await ctx.transaction((tx) => ensurePolicy(tx, ctx));
  const { order } = found;
  const [draft, live] = [compilePolicy(parsed.value, published.version + 1), compilePolicy(published.policy, published.version)];
  const background = await readBackground(ctx, order, needsOfBoth(draft.needs, live.needs));
  const context = { order, now: ctx.clock.now(), zone: ctx.shop.timezone, background };
  return ok({
    orderName: order.name,
    draft: previewLines({ ...context, compiled: draft }, input.said),
    published: previewLines({ ...context, compiled: live }, input.said),
  });
}
