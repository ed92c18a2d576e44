import type { CarrierRate } from "#app/domain/labels/choose-rate.ts";
import type { CustomsLine } from "#app/domain/labels/customs.ts";
import type { ParcelAddress, ParcelSize } from "#app/domain/labels/label-settings.ts";
import type { ParcelSighting } from "#app/domain/labels/parcel-journey.ts";
import type { PickupSlot } from "#app/domain/labels/pickup-slots.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import type { PaperFile, ShopperAddress } from "./ports.ts";

/** Whether labels cost money and parcels travel. */
export type CarrierMode = "test" | "production";

/** A seller of labels of many carriers, reached with the key of one merchant's account. Throws when it cannot be reached at all. */
export interface LabelDesk {
  /** Asks something that needs a valid key and changes nothing. */
  checkKey(): Promise<Result<CarrierMode, CarrierRefused>>;
  /** By the seller's reference or by ours. */
  findShipment(ref: string): Promise<Shipment | undefined>;
  createShipment(wanted: ShipmentWanted): Promise<Result<Shipment, CarrierRefused>>;
  /** Pays. A shipment is bought once: asked again, the seller refuses and the bought one is answered. */
  buy(shipmentRef: string, rateRef: string): Promise<Result<Shipment, CarrierRefused>>;
  /** Gives a label back that no carrier has seen. The money comes later, or not: see `Shipment.refund`. */
  refund(shipmentRef: string): Promise<Result<Shipment, CarrierRefused>>;
  /** The address of a code that a counter prints the label from, where the carrier has such; made if there is none yet. */
  codeOf(shipment: Shipment): Promise<string | undefined>;
  /** What is at an address that the seller gave: a PDF or a picture of at most 5 MB. */
  download(url: string): Promise<PaperFile>;
  /** By the seller's reference or by ours. */
  findPickup(ref: string): Promise<Pickup | undefined>;
  createPickup(wanted: PickupWanted): Promise<Result<Pickup, CarrierRefused>>;
  bookPickup(pickupRef: string, rate: CarrierRate): Promise<Result<Pickup, CarrierRefused>>;
  cancelPickup(pickupRef: string): Promise<Result<null, CarrierRefused>>;
  /** Has news of parcels sent to an address, signed with the secret; answers the seller's reference. */
  listen(url: string, secret: string): Promise<Result<string, CarrierRefused>>;
  stopListening(ref: string): Promise<void>;
}

/** Opens the merchant's account at a seller of labels, and knows its signature. */
export interface LabelSeller {
  desk(key: string): LabelDesk;
  /** Whether news were signed with this secret; what they are about, as far as it concerns a parcel, is its shipment. */
  readNews(body: string, signature: string, secret: string): Result<{ readonly shipmentRef?: string }, { readonly code: "not_signed" }>;
}

export interface CarrierRefused extends Refusal {
  readonly code: "refused_by_carrier";
  readonly reason: "key" | "funds" | "address" | "rate" | "other";
  /** The seller's own words, for staff. */
  readonly message: string;
}

export interface ShipmentWanted {
  readonly reference: string;
  readonly from: ShopperAddress;
  readonly to: ParcelAddress;
  readonly parcel: ParcelSize;
  /** Of a parcel that crosses a border which goods are declared at. */
  readonly declared?: readonly CustomsLine[];
}

export interface Shipment {
  readonly ref: string;
  /** Ours. */
  readonly reference?: string;
  readonly rates: readonly CarrierRate[];
  /** What carriers said instead of a price. */
  readonly messages: readonly string[];
  readonly bought?: BoughtLabel;
  /** Once the label was given back: carriers take days to weeks until they have paid, or refused to. */
  readonly refund?: "submitted" | "refunded" | "rejected";
  readonly sightings: readonly ParcelSighting[];
}

export interface BoughtLabel {
  readonly carrier: string;
  readonly service: string;
  readonly cost: Money;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  readonly labelUrl: string;
  readonly codeUrl?: string;
}

export interface PickupWanted {
  readonly reference: string;
  readonly shipmentRef: string;
  readonly address: ParcelAddress;
  readonly slot: PickupSlot;
}

export interface Pickup {
  readonly ref: string;
  readonly status: "offered" | "scheduled" | "cancelled";
  readonly confirmation?: string;
  readonly rates: readonly CarrierRate[];
  readonly messages: readonly string[];
}

/** The shop's account at a seller of labels; key and secret are sealed. */
export interface CarrierAccount {
  readonly sealedKey: string;
  /** The key's last characters, by which its owner knows it. */
  readonly keyEnd: string;
  readonly mode: CarrierMode;
  readonly webhookRef?: string;
  readonly sealedSecret?: string;
  readonly connectedAt: Date;
  readonly connectedBy: string;
}

export interface CarrierAccountRepository {
  read(): Promise<CarrierAccount | undefined>;
  save(account: CarrierAccount): Promise<void>;
  remove(): Promise<void>;
}

/** A label that is to be bought. */
export interface LabelPurchase {
  /** Also the label's. */
  readonly id: string;
  readonly returnId: string;
  readonly orderGid: OrderGid;
  /** "first" for the one that the approval asks for, otherwise the key of the form: one label for each. */
  readonly key: string;
  /**
   * `ended`: nothing is to be sent any more, and nothing was paid. A bought one that is not used goes on to `unused` (to be given back),
   * `refunding` (the carrier was asked), and `refunded` or `not_refunded`.
   */
  readonly status: "wanted" | "bought" | "failed" | "ended" | "unused" | "refunding" | "refunded" | "not_refunded";
  readonly shipmentRef?: string;
  /** How often staff had it tried again after putting something right; each is a shipment of its own. */
  readonly attempt: number;
  /** How often the seller could not be reached in this attempt. */
  readonly tries: number;
  readonly problem?: string;
  readonly message?: string;
  readonly actor: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface LabelPurchaseRepository {
  /** Adds it; false when the return has one with this key. */
  add(purchase: LabelPurchase): Promise<boolean>;
  find(id: string): Promise<LabelPurchase | undefined>;
  /** Wanted ones that nothing was done for since. */
  waiting(since: Date, limit: number): Promise<LabelPurchase[]>;
  /** Those to be given back that nothing was done for since `tried`, and those whose refund was asked about before `asked`. */
  toRefund(since: { readonly tried: Date; readonly asked: Date }, limit: number): Promise<LabelPurchase[]>;
  ofReturn(returnId: string): Promise<LabelPurchase[]>;
  save(purchase: LabelPurchase): Promise<void>;
}

/** A collection at the shopper's door. */
export interface ParcelPickup extends PickupSlot {
  readonly id: string;
  readonly returnId: string;
  readonly orderGid: OrderGid;
  readonly labelId: string;
  readonly status: "wanted" | "booked" | "failed" | "cancelled";
  readonly pickupRef?: string;
  readonly confirmation?: string;
  readonly carrier?: string;
  readonly cost?: Money;
  readonly problem?: string;
  readonly actor: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ParcelPickupRepository {
  /** Adds it; false when the parcel waits for a collection already. */
  add(pickup: ParcelPickup): Promise<boolean>;
  find(id: string): Promise<ParcelPickup | undefined>;
  /** Wanted ones that nothing was done for since. */
  waiting(since: Date, limit: number): Promise<ParcelPickup[]>;
  ofReturn(returnId: string): Promise<ParcelPickup[]>;
  save(pickup: ParcelPickup): Promise<void>;
}
