import type { LabelBuying } from "#app/domain/labels/label-settings.ts";
import { connectCarrier } from "#app/use-cases/labels/carrier-account.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { createEasyPost, type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import { TEST_NOW, startTestApp, type TestApp, type TestAppOptions } from "#test/support/test-app.ts";
import { publishOffers } from "./a-published-policy.ts";
import { seedShirtOrder } from "./a-shirt-order.ts";
import { must, submitWish } from "./a-shopper.ts";

/** A key that the stand-in takes; it has no account behind it. */
export const LABEL_KEY = "EZTK0000000000000000test";

const WAREHOUSE = { name: "Field & Thread", street1: "63 Flushing Ave", city: "Brooklyn", state: "NY", zip: "11205", country: "US" };

/** What a merchant set about labels that are bought, and what a test changes about it. */
export async function setLabelBuying(ctx: ShopContext, changes: Partial<LabelBuying> = {}): Promise<void> {
  const { labels } = await readSettings(ctx, ["labels"]);
  const value = { ...labels.value, buying: { isOn: true, address: WAREHOUSE, ...changes } };
  must(await saveSettings(ctx, { changes: [{ name: "labels", value, version: labels.version }], actor: "staff:1" }));
}

/** A shop that has connected its account and pays for every label. */
async function openLabelShop(ctx: ShopContext): Promise<void> {
  must(await connectCarrier(ctx, { key: LABEL_KEY, actor: "staff:1" }));
  await setLabelBuying(ctx);
  await publishOffers(ctx, { refund: {} }, { labelPaidBy: "merchant" });
}

export interface LabelAppOptions extends TestAppOptions {
  shops?: string[];
  buying?: Partial<LabelBuying>;
}

export interface LabelApp {
  readonly amends: TestApp;
  readonly easyPost: EasyPost;
  readonly ctx: ShopContext;
  close(): Promise<void>;
}

/** The app, the carrier's stand-in, and the first shop with its account connected. */
export async function startLabelApp({ buying = {}, ...options }: LabelAppOptions = {}): Promise<LabelApp> {
  const easyPost = await createEasyPost();
  const amends = await startTestApp({ ...options, easyPostUrl: easyPost.apiUrl });
  const ctx = await amends.ctx(options.shops?.[0]);
  await openLabelShop(ctx);
  await setLabelBuying(ctx, buying);
  const close = async () => {
    await amends.close();
    await easyPost.close();
  };
  return { amends, easyPost, ctx, close };
}

/** A return that is approved at once, of a shopper in this ZIP. Its jobs are done unless nobody works them. */
export async function aLabelledReturn(
  amends: TestApp,
  ctx: ShopContext,
  { email, zip, country = "US" }: { email: string; zip?: string; country?: string },
): Promise<StoredReturn> {
  const address = {
    first_name: "Jane",
    last_name: "Doe",
    address1: "1 Main St",
    city: "Albany",
    zip: zip ?? "12207",
    country_code: country,
  };
  const processedAt = TEST_NOW.toISOString();
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email, processedAt, payload: { shipping_address: address } });
  return submitWish(ctx, { orderGid: gid, lineGid });
}
