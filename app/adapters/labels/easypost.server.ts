import type EasyPostClient from "@easypost/api";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { CustomsLine } from "#app/domain/labels/customs.ts";
import type { ParcelAddress, ParcelSize } from "#app/domain/labels/label-settings.ts";
import { toDecimal } from "#app/domain/shared/money.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import type { CarrierRefused, LabelDesk, LabelSeller, PickupWanted, ShipmentWanted } from "#app/use-cases/labels/carrier-ports.server.ts";
import { CODE_FORM, refusalOf, toPickup, toShipment } from "./easypost-answers.server.ts";
import { downloadPaper } from "./download-paper.server.ts";

/** Longer than carriers usually take, shorter than a job may. */
const TIMEOUT_MILLISECONDS = 30_000;

type Client = InstanceType<typeof EasyPostClient>;

/** EasyPost, reached with each merchant's own key. */
export function createLabelSeller(baseUrl: string): LabelSeller {
  return { desk: (key) => new EasyPostDesk(key, baseUrl), readNews };
}

/** Their library is loaded when the first shop needs it: most never do. */
class EasyPostDesk implements LabelDesk {
  readonly #key: string;
  readonly #baseUrl: string;
  #client: Promise<Client> | undefined;

  constructor(key: string, baseUrl: string) {
    this.#key = key;
    this.#baseUrl = baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
  }

  #open(): Promise<Client> {
    return (this.#client ??= import("@easypost/api").then(
      ({ default: EasyPost }) => new EasyPost(this.#key, { baseUrl: this.#baseUrl, timeout: TIMEOUT_MILLISECONDS }),
    ));
  }

  async #ask<T>(ask: (client: Client) => Promise<T>): Promise<Result<T, CarrierRefused & { readonly status: number }>> {
    try {
      return ok(await ask(await this.#open()));
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) return refuse(refused);
      throw error;
    }
  }

  async checkKey() {
    const asked = await this.#ask((client) => client.Shipment.all({ page_size: 1 }));
    return asked.ok ? ok(this.#key.startsWith(TEST_KEY) ? ("test" as const) : ("production" as const)) : asked;
  }

  findShipment(ref: string) {
    return this.#find((client) => client.Shipment.retrieve(ref), toShipment);
  }

  async createShipment({ reference, from, to, parcel, declared }: ShipmentWanted) {
    // A return is named by the way out: EasyPost swaps the two addresses itself.
    const asked = await this.#ask((client) =>
      client.Shipment.create({
        reference,
        is_return: true,
        to_address: { ...addressOf(from), email: from.email },
        from_address: addressOf(to),
        parcel: parcelOf(parcel),
        ...(declared ? { customs_info: customsOf(declared, from) } : {}),
        options: { label_format: "PDF" },
      }),
    );
    return asked.ok ? ok(toShipment(asked.value)) : asked;
  }

  async buy(shipmentRef: string, rateRef: string) {
    const asked = await this.#ask((client) => client.Shipment.buy(shipmentRef, rateRef));
    if (asked.ok) return ok(toShipment(asked.value));
    const now = await this.findShipment(shipmentRef);
    return now?.bought ? ok(now) : asked;
  }

  async refund(shipmentRef: string) {
    const asked = await this.#ask((client) => client.Shipment.refund(shipmentRef));
    if (asked.ok) return ok(toShipment(asked.value));
    const now = await this.findShipment(shipmentRef);
    return now?.refund ? ok(now) : asked;
  }

  async codeOf({ ref, bought }: Parameters<LabelDesk["codeOf"]>[0]) {
    if (bought?.codeUrl || !bought || !CODE_CARRIERS.includes(bought.carrier.toLowerCase())) return bought?.codeUrl;
    const asked = await this.#ask((client) => client.Shipment.generateForm(ref, CODE_FORM));
    return asked.ok ? toShipment(asked.value).bought?.codeUrl : undefined;
  }

  download(url: string) {
    return downloadPaper(url, new URL(this.#baseUrl).origin);
  }

  findPickup(ref: string) {
    return this.#find((client) => client.makeApiCall("get", `pickups/${encodeURIComponent(ref)}`), toPickup);
  }

  async createPickup({ reference, shipmentRef, address, slot }: PickupWanted) {
    // Without a zone the hours are those of the place.
    const at = (hour: number) => `${slot.date} ${String(hour).padStart(2, "0")}:00:00`;
    const asked = await this.#ask((client) =>
      client.Pickup.create({
        reference,
        address: addressOf(address),
        shipment: { id: shipmentRef },
        min_datetime: at(slot.fromHour),
        max_datetime: at(slot.toHour),
        is_account_address: false,
      }),
    );
    return asked.ok ? ok(toPickup(asked.value)) : asked;
  }

  async bookPickup(pickupRef: string, { carrier, service }: Parameters<LabelDesk["bookPickup"]>[1]) {
    const asked = await this.#ask((client) => client.Pickup.buy(pickupRef, carrier, service));
    if (asked.ok) return ok(toPickup(asked.value));
    const now = await this.findPickup(pickupRef);
    return now?.status === "scheduled" ? ok(now) : asked;
  }

  async cancelPickup(pickupRef: string) {
    const asked = await this.#ask((client) => client.Pickup.cancel(pickupRef));
    if (asked.ok) return ok(null);
    return (await this.findPickup(pickupRef))?.status === "cancelled" ? ok(null) : asked;
  }

  async listen(url: string, secret: string) {
    const asked = await this.#ask((client) => client.Webhook.create({ url, webhook_secret: secret }));
    return asked.ok ? ok(asked.value.id) : asked;
  }

  async stopListening(ref: string) {
    await this.#ask((client) => client.makeApiCall("del", `webhooks/${encodeURIComponent(ref)}`));
  }

  async #find<T>(ask: (client: Client) => Promise<unknown>, read: (answer: unknown) => T): Promise<T | undefined> {
    const asked = await this.#ask(ask);
    if (asked.ok) return read(asked.value);
    if (asked.error.status === 404) return undefined;
    throw new Error(`EasyPost did not answer a look-up: ${asked.error.message}`);
  }
}

/** Keys of EasyPost's test mode. */
const TEST_KEY = "EZTK";
/** The only carrier whose counters print a label from a code (EasyPost, "Form Guide"). */
const CODE_CARRIERS = ["usps"];
const GRAMS_AN_OUNCE = 28.349_523_125;
const CENTIMETRES_AN_INCH = 2.54;

function addressOf({ name, street1, street2, city, state, zip, country, phone }: ParcelAddress) {
  return { name, street1, street2, city, state, zip, country, phone };
}

/** EasyPost measures in ounces and inches, with one decimal; rounded up, because carriers do. */
function parcelOf({ grams, length, width, height }: ParcelSize) {
  const tenths = (figure: number) => Math.ceil(figure * 10) / 10;
  const inches = (centimetres: number) => tenths(centimetres / CENTIMETRES_AN_INCH);
  return { weight: tenths(grams / GRAMS_AN_OUNCE), length: inches(length), width: inches(width), height: inches(height) };
}

/** Values and weights are of all units of a line (EasyPost, "Customs Items"); a parcel of a shopper needs no export filing. */
function customsOf(lines: readonly CustomsLine[], from: ParcelAddress) {
  return {
    contents_type: "returned_goods",
    restriction_type: "none",
    non_delivery_option: "return",
    customs_certify: true,
    customs_signer: from.name,
    ...(from.country === "US" ? { eel_pfc: "NOEEI 30.37(a)" } : {}),
    customs_items: lines.map(({ title, quantity, value, tariffCode, origin, grams }) => ({
      ...{ description: title, quantity, value: Number(toDecimal(value)), currency: value.currency },
      ...{ weight: Math.floor((grams / GRAMS_AN_OUNCE) * 10) / 10, hs_tariff_number: tariffCode, origin_country: origin },
    })),
  };
}

const newsSchema = z.object({
  description: z.string(),
  result: z.object({ object: z.string().nullish(), shipment_id: z.string().nullish() }).nullish(),
});

/** EasyPost signs the body as it sent it: HMAC-SHA256 in hex, after "hmac-sha256-hex=". */
function readNews(body: string, signature: string, secret: string): ReturnType<LabelSeller["readNews"]> {
  const digest = createHmac("sha256", secret.normalize("NFKD")).update(body, "utf8").digest("hex");
  const [expected, given] = [Buffer.from(`hmac-sha256-hex=${digest}`), Buffer.from(signature)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return refuse({ code: "not_signed" });
  const news = newsSchema.safeParse(parsedJson(body));
  const isParcel = news.success && news.data.description.startsWith("tracker.");
  const shipmentRef = isParcel ? news.data.result?.shipment_id : undefined;
  return ok(shipmentRef ? { shipmentRef } : {});
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
