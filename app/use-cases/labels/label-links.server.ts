import { DAY, after } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredLabel } from "./ports.ts";

/** As long as a return can be followed. */
const LABEL_DAYS = 120;

/** Until when a label's file is kept. */
export function labelExpiry(createdAt: Date): Date {
  return after(createdAt, KEPT_DAYS * DAY);
}

const KEPT_DAYS = 90;

/** Where a label's file is: for the shopper, who prints it, and for Shopify, which shows it to staff. */
export async function labelLink(ctx: Pick<ShopContext, "tokens" | "links" | "clock">, labelId: string): Promise<string> {
  const t = await ctx.tokens.sign("label", { l: labelId }, after(ctx.clock.now(), LABEL_DAYS * DAY));
  return ctx.links.app(`/label/${labelId}`, { t });
}

/** Where the code is that a counter prints the label from. */
export async function labelCodeLink(ctx: Pick<ShopContext, "tokens" | "links" | "clock">, labelId: string): Promise<string> {
  return (await labelLink(ctx, labelId)).replace(`/label/${labelId}`, `/label/${labelId}/code`);
}

/** The label that a link leads to; refuses `label_unknown` for a token of another label, forged, too old or another shop's. */
export async function readLinkedLabel(
  ctx: ShopContext,
  asked: { readonly labelId: string; readonly token: string },
): Promise<Result<StoredLabel, { readonly code: "label_unknown" }>> {
  const claims = await ctx.tokens.verify("label", asked.token);
  const label = claims?.l === asked.labelId ? await ctx.transaction((tx) => tx.labels.find(asked.labelId)) : undefined;
  return label && label.expiresAt > ctx.clock.now() ? ok(label) : refuse({ code: "label_unknown" });
}

/** A label of a return, for staff. Refuses `label_unknown` for one of another return or shop. */
export async function readLabelForStaff(
  ctx: ShopContext,
  asked: { readonly returnId: string; readonly labelId: string },
): Promise<Result<StoredLabel, { readonly code: "label_unknown" }>> {
  const label = await ctx.transaction((tx) => tx.labels.find(asked.labelId));
  return label?.returnId === asked.returnId && label.expiresAt > ctx.clock.now() ? ok(label) : refuse({ code: "label_unknown" });
}
