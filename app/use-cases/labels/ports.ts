import type { ParcelAddress } from "#app/domain/labels/label-settings.ts";
import type { Paper } from "#app/domain/labels/paper.ts";
import type { ParcelJourney } from "#app/domain/labels/parcel-journey.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** A packing slip in words: everything it says is here, in the reader's language. */
export interface SlipSheet {
  readonly paper: Paper;
  /** BCP 47, for the document's own data. */
  readonly language: string;
  readonly title: string;
  readonly shopName: string;
  /** "#1001-R1", large beside the codes. */
  readonly returnName: string;
  /** What the barcode and the QR code carry. */
  readonly code: string;
  readonly codeCaption: string;
  /** Label and value, a line each: order, date, customer. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly items: { readonly heading: string; readonly lines: readonly SlipLine[] };
  readonly steps: { readonly heading: string; readonly lines: readonly string[] };
  /** The shop's own words; empty for none. */
  readonly note: string;
  /** The part that is cut off and put on the parcel. */
  readonly address: { readonly hint: string; readonly heading: string; readonly lines: readonly string[]; readonly from: string };
}

export interface SlipLine {
  readonly quantity: string;
  readonly title: string;
  /** Variant, article number and reason. */
  readonly detail: string;
}

/** Draws papers that people print. */
export interface Papers {
  /** The slip as a PDF. */
  slip(sheet: SlipSheet): Promise<Uint8Array>;
}

/** A label for one parcel of a return; its bytes are read only to be handed out. */
export interface LabelHead {
  readonly id: string;
  readonly returnId: string;
  readonly orderGid: OrderGid;
  /** 1 for the first parcel. */
  readonly parcel: number;
  /** Where it comes from: the merchant's hand, or the shop's account at a seller of labels. */
  readonly kind: "uploaded" | "bought";
  readonly mimeType: string;
  readonly byteLength: number;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  /** Shopify's reverse delivery, once it knows of the parcel. */
  readonly deliveryGid?: string;
  /** What a bought one cost. */
  readonly cost?: Money;
  readonly service?: string;
  /** The seller's shipment. */
  readonly shipmentRef?: string;
  /** Whether there is a code that a counter prints the label from. */
  readonly hasCode: boolean;
  /** When the carrier first had the parcel in hand, and when it was delivered. */
  readonly firstScanAt?: Date;
  readonly deliveredAt?: Date;
  readonly actor: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface StoredLabel extends LabelHead {
  readonly content: Uint8Array;
  readonly code?: PaperFile;
}

/** A picture or a PDF. */
export interface PaperFile {
  readonly mimeType: string;
  readonly content: Uint8Array;
}

export interface LabelRepository {
  /** Adds it; false when its id, or its parcel's place, is taken. */
  add(label: StoredLabel): Promise<boolean>;
  find(id: string): Promise<StoredLabel | undefined>;
  /** Those of a return, the first parcel first. */
  ofReturn(returnId: string): Promise<LabelHead[]>;
  noteDelivery(id: string, deliveryGid: string): Promise<void>;
  /** The label of a seller's shipment. */
  ofShipment(shipmentRef: string): Promise<LabelHead | undefined>;
  /** Keeps what is known of the way back, and that it was asked for. */
  noteJourney(id: string, journey: ParcelJourney, trackedAt: Date): Promise<void>;
  /** Bought ones that are still on their way and were not asked for since. */
  toTrack(since: Date, limit: number): Promise<LabelHead[]>;
  remove(id: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}

/** Where a shopper's parcel is, as carriers need it. */
export type ShopperAddress = ParcelAddress & { readonly email: string };

/** What a product says to customs. */
export interface GoodsOrigin {
  /** Harmonized System code. */
  readonly tariffCode?: string;
  /** ISO 3166, two letters. */
  readonly origin?: string;
}

/** A parcel on its way back, as Shopify knows it. */
export interface ReverseDelivery {
  readonly gid: string;
  readonly labelUrl?: string;
  readonly trackingNumber?: string;
}

/** A parcel that Shopify is to know of. */
export interface ReverseDeliveryWanted {
  readonly labelUrl: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
}
