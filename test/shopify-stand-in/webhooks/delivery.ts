export interface Attempt {
  at: string;
  /** The HTTP status, or 0 when there was no answer in time. */
  status: number;
  ms: number;
  error: string | null;
}

export type DeliveryStatus = "pending" | "delivered" | "failed" | "dropped" | "no-app";

/** One webhook to one subscription, with every attempt. A retry sends the same body under the same webhook id. */
export interface Delivery {
  webhookId: string;
  eventId: string;
  shop: string;
  topic: string;
  name: string | null;
  uri: string;
  body: string;
  triggeredAt: string;
  status: DeliveryStatus;
  nextAttemptAt: string | null;
  attempts: Attempt[];
  /** What a fault did to it: "drop", "duplicate", "delay", "reorder". */
  faults: string[];
}

export const RETRIES = 8;
const WINDOW_MS = 4 * 3600 * 1000;

/** Eight retries whose waits double and together fill four hours: after about 1, 3, 7 … 240 minutes. */
export function retryDelayMs(retry: number): number {
  return Math.round((WINDOW_MS / (2 ** RETRIES - 1)) * 2 ** (retry - 1));
}
