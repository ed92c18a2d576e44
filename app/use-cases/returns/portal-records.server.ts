import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { Answers } from "#app/domain/policies/return-question.ts";
import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";

/** A photo that somebody added; its bytes are read only to be shown to staff. */
export interface EvidenceHead {
  readonly id: string;
  readonly returnId?: string;
  readonly orderGid: OrderGid;
  readonly lineGid?: string;
  /** Who took it: the shopper, or whoever inspected the goods. Shoppers see the latter. */
  readonly source: "shopper" | "inspection";
  readonly mimeType: string;
  readonly byteLength: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface Evidence extends EvidenceHead {
  readonly content: Uint8Array;
}

export interface EvidenceRepository {
  add(evidence: Evidence): Promise<void>;
  find(id: string): Promise<Evidence | undefined>;
  /** Those of these ids that belong to the order and to no return yet. */
  unattached(orderGid: OrderGid, ids: readonly string[]): Promise<EvidenceHead[]>;
  attach(ids: readonly string[], returnId: string): Promise<void>;
  ofReturn(returnId: string): Promise<EvidenceHead[]>;
  /** How many photos of the order are in no return: what one visitor may store is limited. */
  countUnattached(orderGid: OrderGid): Promise<number>;
  removeExpired(now: Date): Promise<number>;
}

/** What a shopper has put together so far. Never changed: each step writes the next one, so going back works. */
export interface ReturnDraft {
  readonly id: string;
  readonly orderGid: OrderGid;
  readonly items: readonly DraftItem[];
  /** "mixed" when each item has its own. */
  readonly resolution: ReturnResolution | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface DraftItem {
  readonly lineGid: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
  readonly evidence: readonly string[];
  /** To the policy's questions; absent: none. */
  readonly answers?: Answers;
  readonly exchangeVariantGid: string | null;
  /** Its own, in a mixed draft. */
  readonly resolution?: ResolutionKind;
}

export interface DraftRepository {
  add(draft: ReturnDraft): Promise<void>;
  find(id: string): Promise<ReturnDraft | undefined>;
  removeExpired(now: Date): Promise<number>;
}

/** A one-time code that was asked for. The code itself is never stored, only its keyed hash. */
export interface LoginCode {
  readonly id: string;
  readonly orderGid?: OrderGid;
  /** What was typed; gone once the code's mail was sent, or nothing was found to send it for. */
  readonly request?: LoginRequest;
  readonly emailHash: string;
  readonly codeHash?: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt?: Date;
}

/** An order's number, or the code of a gift. */
export interface LoginRequest {
  readonly orderNumber?: string;
  readonly giftId?: string;
  readonly email: string;
  readonly locale: string;
}

export interface LoginCodeRepository {
  add(code: LoginCode): Promise<void>;
  find(id: string): Promise<LoginCode | undefined>;
  /** Notes which order the code opens and its hash. */
  prepare(id: string, prepared: { readonly orderGid: OrderGid; readonly codeHash: string }): Promise<void>;
  /** Forgets what was typed. */
  forgetRequest(id: string): Promise<void>;
  /** Takes one of `limit` attempts of a code that is neither used nor expired; undefined when none is left. */
  takeAttempt(id: string, now: Date, limit: number): Promise<LoginCode | undefined>;
  markUsed(id: string, at: Date): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}
