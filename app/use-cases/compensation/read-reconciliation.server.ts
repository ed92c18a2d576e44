import type { Difference } from "#app/domain/compensation/reconcile.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** The settings document that says what came of the last night. */
export const RECONCILIATION = "moneyReconciliation";

/** What came of matching the ledger with Shopify. */
export interface Reconciliation {
  /** Calendar date of the shop. */
  readonly night: string;
  /** ISO 8601. */
  readonly checkedAt: string;
  /** How many movements were looked at. */
  readonly checked: number;
  /** Orders that Shopify does not show any more. */
  readonly unreadable: number;
  /** What nobody has explained; nothing on a good night. */
  readonly differences: readonly Difference[];
}

/** The last reconciliation; undefined before the first night. */
export async function readReconciliation(ctx: ShopContext): Promise<Reconciliation | undefined> {
  const stored = await ctx.transaction((tx) => tx.settings.read(RECONCILIATION));
  return stored?.value as Reconciliation | undefined;
}
