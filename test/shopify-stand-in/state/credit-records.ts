import type { Amount } from "../money/amount.ts";

export interface StoreCreditTransactionRecord {
  id: string;
  amount: Amount;
  balanceAfter: Amount;
  event: string;
  expiresAt: string | null;
  orderId: string | null;
  createdAt: string;
}

export interface StoreCreditAccountRecord {
  id: string;
  customerId: string;
  balance: Amount;
  transactions: StoreCreditTransactionRecord[];
}

export interface DiscountRecord {
  id: string;
  codeId: string;
  code: string;
  title: string;
  startsAt: string;
  endsAt: string | null;
  deactivated: boolean;
  usageLimit: number | null;
  usageCount: number;
  appliesOncePerCustomer: boolean;
  customerIds: string[];
  percentage: number | null;
  amount: Amount | null;
  /** The order must come to at least this; absent or null: any. */
  minimumSubtotal?: Amount | null;
  appliesOnEachItem: boolean;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  tags: string[];
  createdAt: string;
  updatedAt: string;
}

export interface GiftCardRecord {
  id: string;
  code: string;
  customerId: string | null;
  initialValue: Amount;
  balance: Amount;
  note: string | null;
  expiresOn: string | null;
  enabled: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface BulkOperationRecord {
  id: string;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED";
  query: string;
  errorCode: string | null;
  objectCount: number;
  rootObjectCount: number;
  result: string | null;
  createdAt: string;
  completedAt: string | null;
}

export interface TokenRecord {
  token: string;
  kind: "access" | "refresh";
  online: boolean;
  userId: string | null;
  expiresAt: string | null;
  scopes: string[];
  /** A refresh token stays usable until the access token that replaced it was used once. */
  retiredBy: string | null;
  usedAt: string | null;
}

export interface InstallationRecord {
  id: string;
  installed: boolean;
  scopes: string[];
  installedAt: string | null;
  uninstalledAt: string | null;
  tokens: TokenRecord[];
}

/** One answer kept for `@idempotent`: the same key with the same input gives it again. */
export interface IdempotencyRecord {
  key: string;
  mutation: string;
  fingerprint: string;
  refundId: string | null;
  at: string;
}
