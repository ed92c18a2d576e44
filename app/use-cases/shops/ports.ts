import type { OrderSnapshot } from "#app/use-cases/orders/ports.ts";

/** One tenant as the app knows it. Currency is ISO 4217, timezone IANA, locale BCP 47. */
export interface ShopProfile {
  readonly shopId: string;
  readonly domain: string;
  readonly name: string;
  readonly email?: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: string;
  readonly country?: string;
  readonly storefrontUrl: string;
  /** Where the app proxy lives on the storefront; merchants can rename it. */
  readonly proxyPath: string;
  readonly hasStoreCredit: boolean;
  readonly scopes: readonly string[];
  readonly installedAt: Date;
  readonly uninstalledAt?: Date;
  readonly profileReadAt?: Date;
}

export type ShopProfileChange = Partial<Omit<ShopProfile, "shopId" | "domain">>;

/** A history import: what it is doing and how far it came. */
export interface ImportRun {
  readonly id: string;
  readonly status: "starting" | "waiting" | "reading" | "finished" | "failed";
  readonly bulkGid?: string;
  readonly since?: Date;
  readonly totalObjects?: number;
  readonly importedOrders: number;
  readonly importedLines: number;
  readonly error?: string;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
}

export interface PrivacyRequest {
  readonly id: string;
  readonly kind: "data_request" | "customer_redact" | "shop_redact";
  readonly customerGid?: string;
  readonly payload: unknown;
  readonly status: "received" | "done";
  readonly export?: unknown;
  readonly receivedAt: Date;
  readonly finishedAt?: Date;
}

/** One line of the append-only audit log. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
}

export interface ShopRepository {
  read(): Promise<ShopProfile>;
  change(change: ShopProfileChange): Promise<void>;
  uninstall(at: Date): Promise<void>;
  /** Takes back an uninstallation. */
  reinstall(): Promise<void>;
  markReconciled(at: Date): Promise<void>;
  reconciledAt(): Promise<Date | undefined>;
  latestImport(): Promise<ImportRun | undefined>;
  saveImport(run: ImportRun): Promise<void>;
  addPrivacyRequest(request: PrivacyRequest): Promise<void>;
  privacyRequests(): Promise<PrivacyRequest[]>;
  finishPrivacyRequest(id: string, at: Date, result: unknown): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  auditTrail(subject: string): Promise<AuditEntry[]>;
  /** The next number people read (return 1042): counts up without gaps per shop and name. */
  nextNumber(name: "return" | "case"): Promise<number>;
}

/** Settings documents by name; what is not stored yet is undefined and the domain's schema gives the defaults. */
export interface SettingRepository {
  read(name: string): Promise<{ value: unknown; version: number } | undefined>;
  /** Saves when the stored version is still `expectedVersion` (0 for none); answers whether it was. */
  save(name: string, value: unknown, options: { expectedVersion: number; by: string; at: Date }): Promise<boolean>;
}

/** What Shopify says of the shop itself, and the bulk operations that read its history. */
export interface ShopifyShop {
  readProfile(): Promise<ShopProfileChange>;
  /** Starts reading all orders updated since `since`; answers the bulk operation's gid. */
  startOrderHistory(since: Date): Promise<string>;
  bulkStatus(gid: string): Promise<BulkStatus>;
  /** The orders of a finished bulk operation as they stream in, after the first `skipLines` lines; `lines` is how many each took. */
  readOrderHistory(url: string, skipLines: number): AsyncIterable<PastOrder>;
}

/** One order of the history: what it says, which returns it has, and how many lines of the document told it. */
export interface PastOrder {
  readonly snapshot: OrderSnapshot;
  readonly returnGids: readonly string[];
  readonly lines: number;
}

export interface BulkStatus {
  readonly status: "running" | "completed" | "failed";
  readonly objectCount: number;
  readonly url?: string;
  readonly errorCode?: string;
}

/** Whom a privacy request is about: everything stored under any of these belongs to them. */
export interface PrivacySubject {
  readonly customerGid?: string;
  readonly email?: string;
  readonly orderGids: readonly string[];
}

export interface PrivacyRepository {
  /** Everything stored of the customer, by table. */
  exportCustomer(subject: PrivacySubject): Promise<Record<string, unknown[]>>;
  /** Erases what names the customer and keeps the figures; answers how many rows were touched, by table. */
  eraseCustomer(subject: PrivacySubject): Promise<Record<string, number>>;
  /** Erases every row of the shop in every table. */
  eraseShop(): Promise<void>;
}
