import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { DraftItem } from "#app/use-cases/returns/portal-records.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { Device } from "#app/use-cases/returns/standing.server.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import type { Result } from "#app/domain/shared/result.ts";

/** What a shopper wants to send back; one shirt that is too small for a refund, unless told otherwise. */
export interface Wish {
  readonly orderGid: OrderGid;
  readonly lineGid: string;
  readonly item?: Partial<DraftItem>;
  readonly resolution?: string;
  readonly variant?: string;
  readonly device?: Device;
}

/** The access of somebody who has entered the right code. */
function accessTo({ orderGid, device }: Pick<Wish, "orderGid" | "device">): PortalAccess {
  return { orderGid, locale: "en", ...(device ? { device } : {}) };
}

function aDraftItem(lineGid: string, overrides: Partial<DraftItem> = {}): DraftItem {
  return { lineGid, quantity: 1, reason: "too-small", note: "", evidence: [], exchangeVariantGid: null, ...overrides };
}

/** Goes the whole way through the portal's use cases, up to the page on which the return is confirmed. */
export async function goToConfirmation(ctx: ShopContext, wish: Wish): Promise<{ access: PortalAccess; formKey: string }> {
  const items = await chooseItems(ctx, accessTo(wish), { items: [aDraftItem(wish.lineGid, wish.item)] });
  const variants = new Map(wish.variant ? [[wish.lineGid, wish.variant]] : []);
  const choosing = { search: "", variants: [...variants.values()] };
  const shown = must(await showSolutions(ctx, must(items), { choosing }));
  const { access, confirmation } = must(
    await chooseSolution(ctx, must(items), { shown, resolution: wish.resolution ?? "refund", variants }),
  );
  return { access, formKey: confirmation.formKey };
}

/** The same, confirmed. */
export async function submitWish(ctx: ShopContext, wish: Wish): Promise<StoredReturn> {
  const { access, formKey } = await goToConfirmation(ctx, wish);
  return must(await submitReturn(ctx, access, { formKey }));
}

/** The value, or a failure that names the refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
