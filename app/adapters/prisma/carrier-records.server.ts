import type { Prisma } from "@prisma/client";
import { z } from "zod";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type {
  CarrierAccountRepository,
  LabelPurchase,
  LabelPurchaseRepository,
  ParcelPickup,
  ParcelPickupRepository,
} from "#app/use-cases/labels/carrier-ports.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toMoney } from "./values.server.ts";

const PROVIDER = "easypost";
const modes = z.enum(["test", "production"]);
const purchaseStatuses = z.enum(["wanted", "bought", "failed", "ended", "unused", "refunding", "refunded", "not_refunded"]);
const pickupStatuses = z.enum(["wanted", "booked", "failed", "cancelled"]);

/** The shop's account at the seller of labels. */
export function carrierAccountRepository(tx: TenantTransaction, shopId: string): CarrierAccountRepository {
  const self = { shopId_provider: { shopId, provider: PROVIDER } };
  return {
    read: async () => {
      const row = await tx.carrierAccount.findUnique({ where: self });
      if (!row) return undefined;
      const { shopId: _shopId, provider: _provider, mode, ...rest } = present(row);
      return { ...rest, mode: modes.parse(mode) };
    },
    save: async ({ webhookRef = null, sealedSecret = null, ...account }) => {
      const data = { ...account, webhookRef, sealedSecret };
      await tx.carrierAccount.upsert({ where: self, create: { shopId, provider: PROVIDER, ...data }, update: data });
    },
    remove: async () => {
      await tx.carrierAccount.deleteMany({ where: { shopId, provider: PROVIDER } });
    },
  };
}

/** Labels that are to be bought. */
export function labelPurchaseRepository(tx: TenantTransaction, shopId: string): LabelPurchaseRepository {
  return {
    add: async (purchase) => {
      const { count } = await tx.labelPurchase.createMany({ data: [{ shopId, ...purchase }], skipDuplicates: true });
      return count === 1;
    },
    find: async (id) => {
      const row = await tx.labelPurchase.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toPurchase(row) : undefined;
    },
    waiting: async (since, take) => {
      const where = { shopId, status: "wanted", updatedAt: { lt: since } };
      return (await tx.labelPurchase.findMany({ where, orderBy: { createdAt: "asc" }, take })).map(toPurchase);
    },
    toRefund: async ({ tried, asked }, take) => {
      const due = [
        { status: "unused", updatedAt: { lt: tried } },
        { status: "refunding", updatedAt: { lt: asked } },
      ];
      return (await tx.labelPurchase.findMany({ where: { shopId, OR: due }, orderBy: { createdAt: "asc" }, take })).map(toPurchase);
    },
    ofReturn: async (returnId) =>
      (await tx.labelPurchase.findMany({ where: { shopId, returnId }, orderBy: { createdAt: "asc" } })).map(toPurchase),
    save: async ({ id, status, attempt, tries, updatedAt, shipmentRef = null, problem = null, message = null }) => {
      const data = { status, attempt, tries, updatedAt, shipmentRef, problem, message };
      // It may have been erased meanwhile.
      await tx.labelPurchase.updateMany({ where: { shopId, id }, data });
    },
  };
}

function toPurchase(row: Prisma.LabelPurchaseGetPayload<object>): LabelPurchase {
  const { shopId: _shopId, orderGid, status, ...rest } = present(row);
  return { ...rest, orderGid: orderGid as OrderGid, status: purchaseStatuses.parse(status) };
}

/** Collections at shoppers' doors. */
export function parcelPickupRepository(tx: TenantTransaction, shopId: string): ParcelPickupRepository {
  return {
    add: async ({ cost: _none, ...pickup }) => {
      const { count } = await tx.parcelPickup.createMany({ data: [{ shopId, ...pickup }], skipDuplicates: true });
      return count === 1;
    },
    find: async (id) => {
      const row = await tx.parcelPickup.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toPickup(row) : undefined;
    },
    waiting: async (since, take) => {
      const where = { shopId, status: "wanted", updatedAt: { lt: since } };
      return (await tx.parcelPickup.findMany({ where, orderBy: { createdAt: "asc" }, take })).map(toPickup);
    },
    ofReturn: async (returnId) =>
      (await tx.parcelPickup.findMany({ where: { shopId, returnId }, orderBy: { createdAt: "asc" } })).map(toPickup),
    save: async ({ id, status, updatedAt, pickupRef = null, confirmation = null, carrier = null, problem = null, cost }) => {
      const money = cost ? { costMinor: BigInt(cost.minor), costCurrency: cost.currency } : {};
      await tx.parcelPickup.updateMany({
        where: { shopId, id },
        data: { status, updatedAt, pickupRef, confirmation, carrier, problem, ...money },
      });
    },
  };
}

function toPickup(row: Prisma.ParcelPickupGetPayload<object>): ParcelPickup {
  const { shopId: _shopId, orderGid, status, costMinor, costCurrency, ...rest } = present(row);
  return {
    ...rest,
    orderGid: orderGid as OrderGid,
    status: pickupStatuses.parse(status),
    ...(row.costMinor !== null && row.costCurrency ? { cost: toMoney(costMinor, costCurrency) } : {}),
  };
}
