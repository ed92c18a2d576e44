import { Prisma } from "@prisma/client";
import type { PrivacyRepository, PrivacySubject } from "#app/use-cases/shops/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** Export and erasure of personal data of one shop. */
export function privacyRepository(tx: TenantTransaction, shopId: string): PrivacyRepository {
  return {
    exportCustomer: (subject) => exportCustomer(tx, shopId, subject),
    eraseCustomer: (subject) => eraseCustomer(tx, shopId, subject),
    eraseShop: async () => {
      await tx.$executeRaw`select amends_erase_shop(${shopId}::uuid)::text`;
    },
  };
}

/** Everything that hangs on the customer: by gid, by address, and by each of the customer's orders. */
async function scopeOf(tx: TenantTransaction, shopId: string, subject: PrivacySubject) {
  const byPerson = [
    ...(subject.customerGid ? [{ customerGid: subject.customerGid }] : []),
    ...(subject.email ? [{ email: { equals: subject.email, mode: "insensitive" as const } }] : []),
  ];
  const orders = await tx.order.findMany({
    where: { shopId, OR: [...byPerson, { gid: { in: [...subject.orderGids] } }] },
    select: { gid: true },
  });
  const orderGids = orders.map((order) => order.gid);
  const byOrder = { orderGid: { in: orderGids } };
  const others = await receiversReturns(tx, { shopId, orderGids }, subject);
  const returns = await tx.return.findMany({ where: { shopId, id: { notIn: others }, OR: [...byPerson, byOrder] }, select: { id: true } });
  const notOthers = { OR: [{ returnId: null }, { returnId: { notIn: others } }] };
  const mine = { shopId, OR: [...byPerson, { AND: [byOrder, notOthers] }] };
  const ofReturns = { returnId: { in: returns.map((each) => each.id) } };
  const cases = await tx.case.findMany({ where: mine, select: { id: true } });
  const surveys = await tx.survey.findMany({ where: mine, select: { id: true } });
  return {
    mine,
    returns: { shopId, id: { in: returns.map((each) => each.id) } },
    /** What hangs on the returns, and on the orders apart from other people's returns. */
    papers: { shopId, OR: [ofReturns, { ...byOrder, returnId: { notIn: others } }] },
    pictures: { shopId, OR: [ofReturns, { AND: [byOrder, notOthers] }] },
    orderGids,
    messages: {
      shopId,
      OR: [
        ...(subject.customerGid ? [{ customerGid: subject.customerGid }] : []),
        ...(subject.email ? [{ address: { equals: subject.email, mode: "insensitive" as const } }] : []),
        byOrder,
      ],
    },
    byOrder: { shopId, ...byOrder },
    runs: {
      shopId,
      OR: [
        byOrder,
        ...(subject.customerGid ? [{ customerGid: subject.customerGid }] : []),
        ...addressForms(subject.email).map((address) => ({ state: { path: ["about", "address"], equals: address } })),
      ],
    },
    byReturn: { shopId, ...ofReturns },
    byCase: { shopId, caseId: { in: cases.map((each) => each.id) } },
    bySurvey: { shopId, surveyId: { in: surveys.map((each) => each.id) } },
    trust: { shopId, customerGid: subject.customerGid ?? "" },
    customers: { shopId, OR: [{ gid: subject.customerGid ?? "" }, ...(subject.email ? (byPerson.slice(-1) as object[]) : [])] },
  };
}

/** What receivers of gifts returned of these orders: it belongs to them, not to whoever placed the order. */
async function receiversReturns(
  tx: TenantTransaction,
  { shopId, orderGids }: { readonly shopId: string; readonly orderGids: string[] },
  { customerGid, email }: PrivacySubject,
): Promise<string[]> {
  const select = { id: true, customerGid: true, email: true } as const;
  const gifts = await tx.return.findMany({ where: { shopId, orderGid: { in: orderGids }, giftId: { not: null } }, select });
  const isTheirOwn = (gift: (typeof gifts)[number]) =>
    (customerGid !== undefined && gift.customerGid === customerGid) ||
    (email !== undefined && gift.email?.toLowerCase() === email.toLowerCase());
  return gifts.filter((gift) => !isTheirOwn(gift)).map(({ id }) => id);
}

/** As it may stand inside JSON, which knows no comparison without regard to case. */
function addressForms(email: string | undefined): string[] {
  return email ? [...new Set([email, email.toLowerCase()])] : [];
}

async function exportCustomer(tx: TenantTransaction, shopId: string, subject: PrivacySubject): Promise<Record<string, unknown[]>> {
  const scope = await scopeOf(tx, shopId, subject);
  const tables = {
    customers: await tx.customer.findMany({ where: scope.customers }),
    orders: await tx.order.findMany({ where: { shopId, gid: { in: scope.orderGids } } }),
    orderLines: await tx.orderLine.findMany({ where: scope.byOrder }),
    shipments: await tx.fulfillment.findMany({ where: scope.byOrder }),
    trust: await tx.trustedCustomer.findMany({ where: scope.trust }),
    orderChanges: await tx.orderChange.findMany({ where: scope.byOrder }),
    giftCodes: await tx.giftCode.findMany({ where: scope.byOrder, omit: { digest: true } }),
    returns: await tx.return.findMany({ where: scope.returns }),
    returnLines: await tx.returnLine.findMany({ where: scope.byReturn }),
    returnLabels: await tx.returnLabel.findMany({ where: scope.papers, omit: { content: true, qr: true } }),
    labelPurchases: await tx.labelPurchase.findMany({ where: scope.papers }),
    parcelPickups: await tx.parcelPickup.findMany({ where: scope.papers }),
    stockReservations: await tx.stockReservation.findMany({ where: scope.byOrder }),
    compensations: await tx.compensation.findMany({ where: scope.byOrder }),
    messages: await tx.message.findMany({ where: scope.messages }),
    cases: await tx.case.findMany({ where: scope.mine }),
    caseEvents: await tx.caseEvent.findMany({ where: scope.byCase }),
    surveys: await tx.survey.findMany({ where: scope.mine }),
    surveyResponses: await tx.surveyResponse.findMany({ where: scope.bySurvey }),
  };
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(plain)]));
}

/** BigInt columns as text: JSON has no such number. */
function plain(row: object): unknown {
  return toJson(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === "bigint" ? value.toString() : value])));
}

async function eraseCustomer(tx: TenantTransaction, shopId: string, subject: PrivacySubject): Promise<Record<string, number>> {
  const scope = await scopeOf(tx, shopId, subject);
  const nobody = { email: null, customerName: null, customerGid: null };
  const touched = {
    surveyComments: await tx.surveyResponse.updateMany({ where: scope.bySurvey, data: { comment: null } }),
    caseEvents: await tx.caseEvent.updateMany({ where: scope.byCase, data: { body: null, detail: {} } }),
    evidence: await tx.evidence.deleteMany({ where: scope.pictures }),
    labels: await tx.returnLabel.deleteMany({ where: scope.papers }),
    labelPurchases: await tx.labelPurchase.deleteMany({ where: scope.papers }),
    pickups: await tx.parcelPickup.deleteMany({ where: scope.papers }),
    drafts: await tx.returnDraft.deleteMany({ where: scope.byOrder }),
    orderChanges: await tx.orderChange.deleteMany({ where: scope.byOrder }),
    giftCodes: await tx.giftCode.deleteMany({ where: scope.byOrder }),
    codes: await tx.loginCode.deleteMany({ where: scope.byOrder }),
    returnNotes: await tx.returnLine.updateMany({ where: scope.byReturn, data: { note: null, answers: Prisma.DbNull } }),
    decisions: await tx.decision.deleteMany({ where: scope.pictures }),
    dryRunChanges: await tx.dryRunChange.deleteMany({ where: scope.byOrder }),
    replies: await tx.messageReply.deleteMany({
      where: {
        shopId,
        messageId: { in: (await tx.message.findMany({ where: scope.messages, select: { id: true } })).map((row) => row.id) },
      },
    }),
    messages: await tx.message.deleteMany({ where: scope.messages }),
    surveys: await tx.survey.updateMany({ where: scope.mine, data: { email: null, customerGid: null } }),
    cases: await tx.case.updateMany({ where: scope.mine, data: { ...nobody, subject: "" } }),
    returns: await tx.return.updateMany({ where: scope.returns, data: { ...nobody, addressKey: null, deviceKey: null } }),
    trust: await tx.trustedCustomer.deleteMany({ where: scope.trust }),
    runs: await tx.playbookRun.deleteMany({ where: scope.runs }),
    promises: await tx.promise.updateMany({ where: scope.byOrder, data: { customerGid: null } }),
    compensations: await tx.compensation.updateMany({ where: scope.byOrder, data: { customerGid: null, code: null } }),
    shipments: await tx.fulfillment.updateMany({ where: scope.byOrder, data: { trackingNumber: null, trackingUrl: null } }),
    shipmentEvents: await tx.fulfillmentEvent.updateMany({ where: scope.byOrder, data: { city: null, message: null } }),
    orders: await tx.order.updateMany({ where: { shopId, gid: { in: scope.orderGids } }, data: { ...nobody, phone: null } }),
    customers: await tx.customer.deleteMany({ where: scope.customers }),
  };
  return Object.fromEntries(Object.entries(touched).map(([name, { count }]) => [name, count]));
}
