import { JOB_PAYLOADS } from "#app/use-cases/job-payloads.ts";
import type { Outbox, Repositories } from "#app/use-cases/ports.ts";
import { caseRepository } from "./cases.server.ts";
import { inboxRepository } from "./inbox.server.ts";
import { insightRepository } from "./insights.server.ts";
import { orderRepository } from "./orders.server.ts";
import { policyRepository } from "./policies.server.ts";
import { privacyRepository } from "./privacy.server.ts";
import { settingRepository, shopRepository } from "./shops.server.ts";
import { surveyRepository } from "./surveys.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** How a job is put into the queue as part of a transaction. */
export type SendInTransaction = (name: string, payload: object, transaction: TenantTransaction) => Promise<void>;

/** Every repository of one shop over one transaction. */
export function repositories(tx: TenantTransaction, shopId: string, send: SendInTransaction): Repositories {
  const outbox: Outbox = {
    send: (name, payload) => send(name, JOB_PAYLOADS[name].parse({ ...payload, shopId }), tx),
  };
  return {
    shop: shopRepository(tx, shopId),
    settings: settingRepository(tx, shopId),
    inbox: inboxRepository(tx, shopId),
    privacy: privacyRepository(tx, shopId),
    policies: policyRepository(tx, shopId),
    orders: orderRepository(tx, shopId),
    cases: caseRepository(tx, shopId),
    surveys: surveyRepository(tx, shopId),
    insights: insightRepository(tx, shopId),
    outbox,
  };
}
