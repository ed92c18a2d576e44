import { JOB_PAYLOADS } from "#app/use-cases/job-payloads.ts";
import type { Outbox, Repositories } from "#app/use-cases/ports.ts";
import { carrierAccountRepository, labelPurchaseRepository, parcelPickupRepository } from "./carrier-records.server.ts";
import { caseRepository } from "./cases.server.ts";
import { compensationRepository } from "./compensations.server.ts";
import { deliveryRepository } from "./deliveries.server.ts";
import { dryRunRepository } from "./dry-runs.server.ts";
import { giftCodeRepository } from "./gift-codes.server.ts";
import { inboxRepository } from "./inbox.server.ts";
import { inspectionRepository } from "./inspections.server.ts";
import { labelRepository } from "./labels.server.ts";
import { insightRepository } from "./insights.server.ts";
import { budgetRepository, ledgerRepository } from "./ledger.server.ts";
import { messageListRepository } from "./message-list.server.ts";
import { messageRepository } from "./messages.server.ts";
import { movementListRepository } from "./movement-list.server.ts";
import { orderChangeRepository } from "./order-changes.server.ts";
import { orderRepository } from "./orders.server.ts";
import { pastOrderRepository } from "./past-orders.server.ts";
import { playbookRunRepository } from "./playbook-runs.server.ts";
import { policyRepository } from "./policies.server.ts";
import { draftRepository, evidenceRepository, loginCodeRepository } from "./portal.server.ts";
import { privacyRepository } from "./privacy.server.ts";
import { deliveryListRepository } from "./delivery-list.server.ts";
import { promiseRepository } from "./promises.server.ts";
import { settingRepository, shopRepository } from "./shops.server.ts";
import { shopPageRepository } from "./shop-page.server.ts";
import { surveyRepository } from "./surveys.server.ts";
import { templateRepository } from "./templates.server.ts";
import { timelineRepository } from "./timeline.server.ts";
import { returnListRepository } from "./return-list.server.ts";
import { returnRepository } from "./returns.server.ts";
import { standingRepository } from "./standing.server.ts";
import { stockReservationRepository } from "./stock-reservations.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { vocabularyRepository } from "./vocabulary.server.ts";

/** How jobs are put into the queue as part of a transaction. */
export type SendInTransaction = (name: string, payloads: readonly object[], transaction: TenantTransaction) => Promise<void>;

/** Every repository of one shop over one transaction. */
export function repositories(tx: TenantTransaction, shopId: string, send: SendInTransaction): Repositories {
  const outbox: Outbox = {
    send: (name, payload) => send(name, [JOB_PAYLOADS[name].parse({ ...payload, shopId })], tx),
    sendAll: async (name, payloads) => {
      if (payloads.length === 0) return;
      await send(
        name,
        payloads.map((payload) => JOB_PAYLOADS[name].parse({ ...payload, shopId })),
        tx,
      );
    },
  };
  return {
    shop: shopRepository(tx, shopId),
    settings: settingRepository(tx, shopId),
    orderChanges: orderChangeRepository(tx, shopId),
    inbox: inboxRepository(tx, shopId),
    privacy: privacyRepository(tx, shopId),
    shopPage: shopPageRepository(tx, shopId),
    policies: policyRepository(tx, shopId),
    dryRuns: dryRunRepository(tx, shopId),
    pastOrders: pastOrderRepository(tx, shopId),
    returns: returnRepository(tx, shopId),
    returnList: returnListRepository(tx, shopId),
    standing: standingRepository(tx, shopId),
    stockReservations: stockReservationRepository(tx, shopId),
    evidence: evidenceRepository(tx, shopId),
    inspections: inspectionRepository(tx, shopId),
    labels: labelRepository(tx, shopId),
    carrierAccount: carrierAccountRepository(tx, shopId),
    labelPurchases: labelPurchaseRepository(tx, shopId),
    pickups: parcelPickupRepository(tx, shopId),
    giftCodes: giftCodeRepository(tx, shopId),
    drafts: draftRepository(tx, shopId),
    loginCodes: loginCodeRepository(tx, shopId),
    vocabulary: vocabularyRepository(tx, shopId),
    orders: orderRepository(tx, shopId),
    cases: caseRepository(tx, shopId),
    timeline: timelineRepository(tx, shopId),
    surveys: surveyRepository(tx, shopId),
    insights: insightRepository(tx, shopId),
    promises: promiseRepository(tx, shopId),
    deliveries: deliveryRepository(tx, shopId),
    deliveryList: deliveryListRepository(tx, shopId),
    playbookRuns: playbookRunRepository(tx, shopId),
    compensations: compensationRepository(tx, shopId),
    ledger: ledgerRepository(tx, shopId),
    movementList: movementListRepository(tx, shopId),
    budgets: budgetRepository(tx, shopId),
    messages: messageRepository(tx, shopId),
    messageList: messageListRepository(tx, shopId),
    templates: templateRepository(tx, shopId),
    outbox,
  };
}
