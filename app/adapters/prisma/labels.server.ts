import type { Prisma } from "@prisma/client";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { LabelHead, LabelRepository } from "#app/use-cases/labels/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toMoney } from "./values.server.ts";

/** What lists leave out. */
const BYTES = { content: true, qr: true } as const;

/** Labels of one shop. Lists never read their bytes. */
export function labelRepository(tx: TenantTransaction, shopId: string): LabelRepository {
  return {
    add: async ({ content, code, cost, hasCode: _hasCode, ...label }) => {
      const money = cost ? { costMinor: BigInt(cost.minor), costCurrency: cost.currency } : {};
      const qr = code ? { qr: Uint8Array.from(code.content), qrMimeType: code.mimeType } : {};
      const { count } = await tx.returnLabel.createMany({
        data: [{ shopId, ...label, ...money, ...qr, content: Uint8Array.from(content) }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    find: async (id) => {
      const row = await tx.returnLabel.findUnique({ where: { shopId_id: { shopId, id } } });
      if (!row) return undefined;
      const code = row.qr && row.qrMimeType ? { code: { content: row.qr, mimeType: row.qrMimeType } } : {};
      return { ...toHead(row), ...code, content: row.content };
    },
    ofReturn: async (returnId) => {
      const where = { shopId, returnId };
      return (await tx.returnLabel.findMany({ where, omit: BYTES, orderBy: { parcel: "asc" } })).map(toHead);
    },
    noteDelivery: async (id, deliveryGid) => {
      // It may have been taken back meanwhile.
      await tx.returnLabel.updateMany({ where: { shopId, id }, data: { deliveryGid } });
    },
    ofShipment: async (shipmentRef) => {
      const row = await tx.returnLabel.findFirst({ where: { shopId, shipmentRef }, omit: BYTES });
      return row ? toHead(row) : undefined;
    },
    noteJourney: async (id, journey, trackedAt) => {
      await tx.returnLabel.updateMany({ where: { shopId, id }, data: { ...journey, trackedAt } });
    },
    toTrack: async (since, take) => {
      const where = { shopId, kind: "bought", deliveredAt: null, OR: [{ trackedAt: null }, { trackedAt: { lt: since } }] };
      return (await tx.returnLabel.findMany({ where, omit: BYTES, orderBy: { createdAt: "asc" }, take })).map(toHead);
    },
    remove: async (id) => {
      await tx.returnLabel.deleteMany({ where: { shopId, id } });
    },
    removeExpired: async (now) => (await tx.returnLabel.deleteMany({ where: { shopId, expiresAt: { lte: now } } })).count,
  };
}

function toHead(row: Omit<Prisma.ReturnLabelGetPayload<object>, keyof typeof BYTES>): LabelHead {
  const { id, returnId, parcel, mimeType, byteLength, actor, createdAt, expiresAt } = row;
  const { carrier, service, trackingNumber, trackingUrl, deliveryGid, shipmentRef, firstScanAt, deliveredAt } = row;
  return {
    ...{ id, returnId, parcel, mimeType, byteLength, actor, createdAt, expiresAt },
    orderGid: row.orderGid as OrderGid,
    kind: row.kind === "bought" ? "bought" : "uploaded",
    hasCode: row.qrMimeType !== null,
    ...(row.costMinor !== null && row.costCurrency ? { cost: toMoney(row.costMinor, row.costCurrency) } : {}),
    ...present({ carrier, service, trackingNumber, trackingUrl, deliveryGid, shipmentRef, firstScanAt, deliveredAt }),
  };
}
