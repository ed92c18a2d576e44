import type { CaseRepository, TimelineRepository } from "./cases/ports.ts";
import type {
  BudgetRepository,
  CompensationRepository,
  LedgerRepository,
  MovementListRepository,
  ShopifyCompensation,
} from "./compensation/ports.ts";
import type { GiftCodeRepository, ShopifyReceivers } from "./gifts/ports.ts";
import type { InspectionRepository } from "./inspection/ports.ts";
import type { InsightRepository } from "./insights/ports.ts";
import type { JobName, JobPayload } from "./job-payloads.ts";
import type { InboxRepository } from "./inbox/ports.ts";
import type {
  CarrierAccountRepository,
  LabelPurchaseRepository,
  LabelSeller,
  ParcelPickupRepository,
} from "./labels/carrier-ports.server.ts";
import type { LabelRepository, Papers } from "./labels/ports.ts";
import type { MailRenderer, MessageListRepository, MessageRepository, TemplateRepository } from "./messages/ports.ts";
import type { OrderChangeRepository, ShopifyOrderChanges } from "./order-changes/ports.ts";
import type { OrderRepository, ShopifyOrders } from "./orders/ports.ts";
import type { PlaybookRunRepository } from "./playbooks/ports.ts";
import type { DryRunRepository, PastOrderRepository } from "./policies/dry-run-records.server.ts";
import type { PolicyFactsPort, PolicyRepository, VocabularyRepository } from "./policies/ports.ts";
import type { ShopPageRepository, ShopifyPages } from "./policies/ports.ts";
import type { DeliveryListRepository, DeliveryRepository, PromiseRepository, ShopifyDeliveries } from "./promises/ports.ts";
import type { DraftRepository, EvidenceRepository, LoginCodeRepository } from "./returns/portal-records.server.ts";
import type { ShopifyProducts } from "./returns/product-ports.server.ts";
import type { ReturnRepository, ShopifyReturns } from "./returns/ports.ts";
import type { ReturnListRepository } from "./returns/return-list.server.ts";
import type { StandingRepository } from "./returns/ports.ts";
import type { ShopifyStock, StockReservationRepository } from "./returns/stock-ports.server.ts";
import type { PrivacyRepository, SettingRepository, ShopRepository, ShopifyShop } from "./shops/ports.ts";
import type { ShopProfile } from "./shops/ports.ts";
import type { SurveyRepository } from "./surveys/ports.ts";

/** The only source of the current time; `Date.now()` and `new Date()` are banned everywhere else. */
export interface Clock {
  now(): Date;
}

/** New UUIDv7 identifiers: sortable by creation. */
export interface Ids {
  next(): string;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Sends jobs as part of the transaction at hand: they exist if and only if it commits. */
export interface Outbox {
  send<Name extends JobName>(name: Name, payload: Omit<JobPayload<Name>, "shopId">): Promise<void>;
  /** Many jobs of one kind at once. */
  sendAll<Name extends JobName>(name: Name, payloads: readonly Omit<JobPayload<Name>, "shopId">[]): Promise<void>;
}

/** What the app asks of and tells Shopify for one shop. Never called inside a transaction. */
export interface ShopifyPorts {
  readonly shop: ShopifyShop;
  readonly orders: ShopifyOrders;
  readonly orderChanges: ShopifyOrderChanges;
  readonly returns: ShopifyReturns;
  readonly receivers: ShopifyReceivers;
  readonly products: ShopifyProducts;
  readonly stock: ShopifyStock;
  readonly policyFacts: PolicyFactsPort;
  readonly pages: ShopifyPages;
  readonly deliveries: ShopifyDeliveries;
  readonly compensation: ShopifyCompensation;
}

/** Everything that is stored for one shop, inside one transaction. */
export interface Repositories {
  readonly shop: ShopRepository;
  readonly settings: SettingRepository;
  readonly orders: OrderRepository;
  readonly orderChanges: OrderChangeRepository;
  readonly inbox: InboxRepository;
  readonly privacy: PrivacyRepository;
  readonly policies: PolicyRepository;
  readonly shopPage: ShopPageRepository;
  readonly vocabulary: VocabularyRepository;
  readonly dryRuns: DryRunRepository;
  readonly pastOrders: PastOrderRepository;
  readonly returns: ReturnRepository;
  readonly returnList: ReturnListRepository;
  readonly stockReservations: StockReservationRepository;
  readonly standing: StandingRepository;
  readonly evidence: EvidenceRepository;
  readonly inspections: InspectionRepository;
  readonly labels: LabelRepository;
  readonly carrierAccount: CarrierAccountRepository;
  readonly labelPurchases: LabelPurchaseRepository;
  readonly pickups: ParcelPickupRepository;
  readonly giftCodes: GiftCodeRepository;
  readonly drafts: DraftRepository;
  readonly loginCodes: LoginCodeRepository;
  readonly cases: CaseRepository;
  readonly timeline: TimelineRepository;
  readonly surveys: SurveyRepository;
  readonly insights: InsightRepository;
  readonly promises: PromiseRepository;
  readonly deliveries: DeliveryRepository;
  readonly deliveryList: DeliveryListRepository;
  readonly playbookRuns: PlaybookRunRepository;
  readonly compensations: CompensationRepository;
  readonly ledger: LedgerRepository;
  readonly movementList: MovementListRepository;
  readonly budgets: BudgetRepository;
  readonly messages: MessageRepository;
  readonly messageList: MessageListRepository;
  readonly templates: TemplateRepository;
  readonly outbox: Outbox;
}

/** Addresses that shoppers and staff can open. */
export interface Links {
  /** A page of the portal on the shop's own storefront, e.g. `portal("/status", { t })`. */
  portal(path: string, parameters?: Record<string, string>): string;
  /** A page of the app's own origin, for links that must work without the storefront (one-tap answers, unsubscribe). */
  app(path: string, parameters?: Record<string, string>): string;
}

/** Short-lived signed statements that travel in links and forms instead of a session. */
export interface Tokens {
  /** Signs `claims` for one purpose; the token is refused for any other purpose, shop or after `expiresAt`. */
  sign(purpose: string, claims: Record<string, string>, expiresAt: Date): Promise<string>;
  /** The claims, or undefined for anything forged, expired or made for something else. */
  verify(purpose: string, token: string): Promise<Record<string, string> | undefined>;
}

/** An e-mail ready to leave. `messageId` stays the same for every try. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly fromName: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly unsubscribeUrl?: string;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<{ providerId: string }>;
}

/** Keyed hashes of what must be compared but not read (codes, addresses). */
export interface Secrets {
  /** Hex HMAC-SHA256 of the text under the app's own key, different for each purpose and shop. */
  digest(purpose: string, text: string): string;
  /** A number of `digits` digits from a cryptographic source, with leading zeros. */
  code(digits: number): string;
}

/** Keeps what others entrusted to the shop unreadable in the database. */
export interface Vault {
  /** Sealed for this shop and this label only. */
  seal(text: string, label: string): string;
  /** Undefined when it was sealed for something else, or with a key that is gone. */
  open(sealed: string, label: string): string | undefined;
}

/** Counts attempts in the database, over all processes. */
export interface Throttle {
  /** Takes one attempt of `limit` in `windowSeconds` for this key; answers whether it was still free and when to try again. */
  take(key: string, limit: number, windowSeconds: number): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
}

/** Lets one worker at a time touch something outside the database, over all processes. A process that dies lets go at once. */
export interface Locks {
  /** Does the work while nobody else holds `name`, or answers "busy" without doing it. */
  hold<T>(name: string, work: () => Promise<T>): Promise<T | "busy">;
}

/** What a use case works with: everything is already bound to one shop, which came from a verified request or job. */
export interface ShopContext {
  readonly shop: ShopProfile;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly links: Links;
  readonly tokens: Tokens;
  readonly secrets: Secrets;
  readonly vault: Vault;
  readonly throttle: Throttle;
  readonly mailer: Mailer;
  readonly mail: MailRenderer;
  readonly papers: Papers;
  readonly labelSeller: LabelSeller;
  readonly locks: Locks;
  readonly shopify: ShopifyPorts;
  /** One transaction of this shop. Never call Shopify or the mailer inside. */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
