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
  find(id: string): Promise<InboxItem | undefined>;
  markHandled(id: string, at: Date): Promise<void>;
  markFailed(id: string, error: string): Promise<void>;
}
