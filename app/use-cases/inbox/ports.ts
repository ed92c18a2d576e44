/** A webhook as it was delivered, its HMAC already checked. `payload` is the raw JSON text. */
export interface InboundWebhook {
  readonly topic: string;
  readonly subscription: string;
  readonly eventId: string;
  readonly webhookId: string;
  readonly triggeredAt: Date;
  readonly payload: string;
}

export interface InboxItem extends InboundWebhook {
  readonly id: string;
  readonly status: "received" | "handled" | "failed";
  readonly receivedAt: Date;
}

export interface InboxRepository {
  /** Those that exist, oldest first. */
  findAll(ids: readonly string[]): Promise<InboxItem[]>;
  markHandled(ids: readonly string[], at: Date): Promise<void>;
  /** Notes why it failed; at its last try it is given up, and nothing waits for it any more. */
  markFailed(id: string, error: string, tries: number): Promise<void>;
}
