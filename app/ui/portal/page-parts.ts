import type { Moment } from "#app/ui/format.ts";

/** What several pages of the portal are told: errors, pictures, photos, the order, links to returns. */

export type ErrorCode =
  | "required"
  | "order-number-invalid"
  | "email-invalid"
  | "code-invalid"
  | "code-wrong"
  | "code-expired"
  | "orders-required"
  | "orders-too-many"
  | "nothing-chosen"
  | "quantity-invalid"
  | "reason-required"
  | "note-required"
  | "note-too-long"
  | "question-asked"
  | "answer-required"
  | "answer-too-long"
  | "answers-refused"
  | "photo-required"
  | "evidence-required"
  | "photo-too-large"
  | "video-too-large"
  | "photo-wrong-type"
  | "evidence-wrong-type"
  | "photo-too-many"
  | "resolution-required"
  | "resolution-unavailable"
  | "variant-required"
  | "variant-sold-out"
  | "question-required"
  | "question-too-long"
  | "amount-changed"
  | "label-refused"
  | "pickup-address"
  | "pickup-gone"
  | "pickup-refused"
  | "pickup-too-late"
  | "address-required"
  | "address-too-long"
  | "address-not-taken"
  | "gift-unknown"
  | "gift-revoked"
  | "gift-expired"
  | "gift-used"
  | "too-many-gifts";

/** One thing to put right. `field` is a form field's name (app/ui/portal/fields.ts); without it the error is about the whole form. */
export interface FieldError {
  readonly field?: string;
  readonly code: ErrorCode;
  /** For texts that name a limit: `{ max: 500 }`, `{ left: 3 }`, `{ size: "8 MB" }`. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface ImageView {
  readonly url: string;
  readonly alt: string;
}

export interface OrderSummary {
  readonly name: string;
  readonly placedAt: Moment;
}

/** A photo that is already stored with this return or draft. */
export interface EvidenceView {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** A short-lived address of the picture, when it may be shown. */
  readonly url?: string;
}

export interface PhotoRules {
  readonly maxBytes: number;
  readonly maxCount: number;
  /** Media types that are accepted: ["image/jpeg", "image/png"]. */
  readonly types: readonly string[];
  /** For a video; absent or 0 when none is accepted. */
  readonly videoMaxBytes?: number;
}

export type ReturnState = "requested" | "approved" | "in-transit" | "received" | "inspected" | "done" | "declined" | "cancelled";

export interface ReturnLink {
  /** "R1" or "#1001-R1". */
  readonly name: string;
  readonly status: ReturnState;
  /** The signed state that opens this return. */
  readonly token: string;
}
