import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { CarrierMode, CarrierRefused, LabelDesk } from "./carrier-ports.server.ts";

/** What a key and a secret are sealed for. */
const KEY = "easypost-key";
const SECRET = "easypost-webhook";
/** Keys are longer; a mistyped one is refused before it is sent anywhere. */
const KEY_FORM = /^[\w-]{20,200}$/;

/** The shop's account at EasyPost as its settings page shows it: never the key. */
export interface CarrierConnection {
  /** The last characters of the key. */
  readonly keyEnd: string;
  readonly mode: CarrierMode;
  readonly connectedAt: Date;
  /** Whether EasyPost sends news of parcels; without them they are asked for, some times a day. */
  readonly hasNews: boolean;
}

/** The account that labels are bought from, or undefined when the shop has connected none. */
export async function readCarrierConnection(ctx: ShopContext): Promise<CarrierConnection | undefined> {
  const account = await ctx.transaction((tx) => tx.carrierAccount.read());
  if (!account) return undefined;
  const { keyEnd, mode, connectedAt, webhookRef } = account;
  return { keyEnd, mode, connectedAt, hasNews: webhookRef !== undefined };
}

/**
 * Connects the shop's own EasyPost account: the key is tried first, kept sealed, and has news of parcels sent to us. A key of the test mode
 * is taken too. Refuses with `key_invalid` (not the form of a key), `key_refused` or `carrier_unreachable`.
 */
export async function connectCarrier(
  ctx: ShopContext,
  { key, actor }: { readonly key: string; readonly actor: string },
): Promise<Result<null, { readonly code: "key_invalid" | "key_refused" | "carrier_unreachable" }>> {
  if (!KEY_FORM.test(key)) return refuse({ code: "key_invalid" });
  const desk = ctx.labelSeller.desk(key);
  const mode = await desk.checkKey().catch(() => undefined);
  if (!mode) return refuse({ code: "carrier_unreachable" });
  if (!mode.ok) return refuse({ code: "key_refused" });
  await stopNews(ctx);
  const news = await askForNews(ctx, desk);
  const at = ctx.clock.now();
  await ctx.transaction(async (tx) => {
    const account = { sealedKey: ctx.vault.seal(key, KEY), keyEnd: key.slice(-4), mode: mode.value, ...news };
    await tx.carrierAccount.save({ ...account, connectedAt: at, connectedBy: actor });
    await tx.shop.audit({ at, actor, action: "carrier.connect", subject: "carrier:easypost", detail: { mode: mode.value } });
  });
  return ok(null);
}

/** Forgets the key. Labels that were bought stay; no more are. */
export async function disconnectCarrier(ctx: ShopContext, actor: string): Promise<void> {
  await stopNews(ctx);
  await ctx.transaction(async (tx) => {
    await tx.carrierAccount.remove();
    await tx.shop.audit({ at: ctx.clock.now(), actor, action: "carrier.disconnect", subject: "carrier:easypost", detail: {} });
  });
}

/** The shop's account, open; undefined when there is none, or its key cannot be read any more. */
export async function openDesk(ctx: ShopContext): Promise<LabelDesk | undefined> {
  const account = await ctx.transaction((tx) => tx.carrierAccount.read());
  const key = account && ctx.vault.open(account.sealedKey, KEY);
  return key ? ctx.labelSeller.desk(key) : undefined;
}

/** The secret that news of the shop's parcels are signed with. */
export async function newsSecret(ctx: ShopContext): Promise<string | undefined> {
  const account = await ctx.transaction((tx) => tx.carrierAccount.read());
  return account?.sealedSecret ? ctx.vault.open(account.sealedSecret, SECRET) : undefined;
}

/** Without news the account works all the same. */
async function askForNews(
  ctx: ShopContext,
  desk: LabelDesk,
): Promise<{ webhookRef: string; sealedSecret: string } | Record<string, never>> {
  const secret = ctx.secrets.digest("carrier-news", ctx.ids.next());
  const url = ctx.links.app(`/carrier-news/${ctx.shop.shopId}`);
  const asked = await desk.listen(url, secret).catch((error: unknown) => refuseNews(error));
  if (asked.ok) return { webhookRef: asked.value, sealedSecret: ctx.vault.seal(secret, SECRET) };
  ctx.log.warn({ message: asked.error.message }, "The carrier sends no news of parcels; they are asked for");
  return {};
}

function refuseNews(error: unknown): Result<string, CarrierRefused> {
  return refuse({ code: "refused_by_carrier", reason: "other", message: error instanceof Error ? error.message : String(error) });
}

/** Of an account that is about to be replaced or forgotten; news of a forgotten one find no secret and are refused. */
async function stopNews(ctx: ShopContext): Promise<void> {
  const account = await ctx.transaction((tx) => tx.carrierAccount.read());
  const desk = account?.webhookRef ? await openDesk(ctx) : undefined;
  await desk?.stopListening(account?.webhookRef ?? "").catch((error: unknown) => ctx.log.warn({ error }, "A carrier's news go on"));
}
