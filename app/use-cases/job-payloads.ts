import { z } from "zod";

const forShop = z.object({ shopId: z.uuid() });

/** How often a job that fails is run in all. */
export const JOB_TRIES = 6;

/** Every job of the app by name, with what it carries. Payloads hold ids only: no personal data rests in the queue. */
export const JOB_PAYLOADS = {
  "handle-webhook": forShop.extend({ inboxId: z.uuid() }),
  "sweep-due": forShop,
  "reconcile-orders": forShop,
  "check-rollups": forShop,
  "reconcile-money": forShop,
  "import-history": forShop.extend({ importId: z.uuid() }),
  "review-shipment": forShop.extend({ fulfillmentGid: z.string() }),
  "send-message": forShop.extend({ messageId: z.uuid() }),
  "pay-compensation": forShop.extend({ compensationId: z.uuid() }),
  "dry-run-policy": forShop.extend({ runId: z.uuid() }),
  "review-return": forShop.extend({ returnGid: z.string(), isReopened: z.boolean().optional() }),
  "follow-order": forShop.extend({ orderGid: z.string() }),
  "send-login-code": forShop.extend({ loginId: z.uuid() }),
  "change-order": forShop.extend({ changeId: z.uuid() }),
  "open-return": forShop.extend({ returnId: z.uuid() }),
  "reserve-stock": forShop.extend({ returnId: z.uuid() }),
  "attach-label": forShop.extend({ labelId: z.uuid() }),
  "buy-label": forShop.extend({ purchaseId: z.uuid() }),
  "refund-label": forShop.extend({ purchaseId: z.uuid() }),
  "track-label": forShop.extend({ labelId: z.uuid() }),
  "book-pickup": forShop.extend({ pickupId: z.uuid() }),
  "process-return": forShop.extend({ returnId: z.uuid() }),
  "book-goods-in": forShop.extend({ returnId: z.uuid() }),
  "release-repaired": forShop.extend({ returnId: z.uuid() }),
  "put-policy-page": forShop,
  "tend-returns": forShop,
} as const;

export type JobName = keyof typeof JOB_PAYLOADS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOB_PAYLOADS)[Name]>;
