import type { Prisma } from "@prisma/client";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { LabelHead, LabelRepository } from "#app/use-cases/labels/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present } from "./values.server.ts";

/** Labels of one shop. Lists never read their bytes. */
export function labelRepository(tx: TenantTransaction, shopId: string): LabelRepository {
  return {
    add: async ({ content, ...label }) => {
      const { count } = await tx.returnLabel.createMany({
        data: [{ shopId, ...label, content: Uint8Array.from(content) }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    find: async (id) => {
      const row = await tx.returnLabel.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? { ...toHead(row), content: row.content } : undefined;
    },
    ofReturn: async (returnId) => {
      const where = { shopId, returnId };
      return (await tx.returnLabel.findMany({ where, omit: { content: true }, orderBy: { parcel: "asc" } })).map(toHead);
    },
    noteDelivery: async (id, deliveryGid) => {
      // It may have been taken back meanwhile.
      await tx.returnLabel.updateMany({ where: { shopId, id }, data: { deliveryGid } });
    },
    remove: async (id) => {
      await tx.returnLabel.deleteMany({ where: { shopId, id } });
    },
    removeExpired: async (now) => (await tx.returnLabel.deleteMany({ where: { shopId, expiresAt: { lte: now } } })).count,
  };
}

function toHead(row: Omit<Prisma.ReturnLabelGetPayload<object>, "content">): LabelHead {
  const { id, returnId, parcel, mimeType, byteLength, actor, createdAt, expiresAt } = row;
  const { carrier, trackingNumber, trackingUrl, deliveryGid } = row;
  return {
    ...{ id, returnId, parcel, mimeType, byteLength, actor, createdAt, expiresAt },
    orderGid: row.orderGid as OrderGid,
    kind: "uploaded",
    ...present({ carrier, trackingNumber, trackingUrl, deliveryGid }),
  };
}
