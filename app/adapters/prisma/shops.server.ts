import { v7 } from "uuid";
import { z } from "zod";
import type { ShopProfile, ShopRepository, SettingRepository } from "#app/use-cases/shops/ports.ts";
import { detail } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson } from "./values.server.ts";

const IMPORT_STATUS = z.enum(["starting", "waiting", "reading", "finished", "failed"]);
const PRIVACY = z.object({ kind: z.enum(["data_request", "customer_redact", "shop_redact"]), status: z.enum(["received", "done"]) });

/** The shop itself: profile, imports, privacy requests, audit log, numbers. */
export function shopRepository(tx: TenantTransaction, shopId: string): ShopRepository {
  const self = { shopId };
  return {
    read: async () => toProfile(await tx.shop.findUniqueOrThrow({ where: self })),
    change: async ({ scopes, ...change }) => {
      await tx.shop.update({ where: self, data: { ...change, ...(scopes ? { scopes: scopes.join(",") } : {}) } });
    },
    uninstall: async (at) => {
      await tx.shop.update({ where: self, data: { uninstalledAt: at } });
      await tx.session.deleteMany({ where: self });
    },
    reinstall: async () => {
      await tx.shop.update({ where: self, data: { uninstalledAt: null } });
    },
    markReconciled: async (at) => {
      await tx.shop.update({ where: self, data: { reconciledAt: at } });
    },
    reconciledAt: async () => (await tx.shop.findUniqueOrThrow({ where: self })).reconciledAt ?? undefined,
    latestImport: async () => {
      const row = await tx.importRun.findFirst({ where: self, orderBy: { id: "desc" } });
      return row ? { ...present(row), status: IMPORT_STATUS.parse(row.status) } : undefined;
    },
    saveImport: async ({ id, ...run }) => {
      await tx.importRun.upsert({ where: { shopId_id: { shopId, id } }, create: { shopId, id, ...run }, update: run });
    },
    addPrivacyRequest: async (request) => {
      await tx.privacyRequest.create({ data: { shopId, ...request, payload: toJson(request.payload), export: toJson(request.export) } });
    },
    privacyRequests: async () => {
      const rows = await tx.privacyRequest.findMany({ where: self, orderBy: { receivedAt: "desc" } });
      return rows.map((row) => ({ ...present(row), ...PRIVACY.parse(row) }));
    },
    finishPrivacyRequest: async (id, at, result) => {
      const data = { status: "done", finishedAt: at, export: toJson(result) };
      await tx.privacyRequest.update({ where: { shopId_id: { shopId, id } }, data });
    },
    audit: async (entry) => {
      await tx.auditLog.create({ data: { shopId, id: v7(), ...entry, detail: toJson(entry.detail) } });
    },
    auditTrail: async (subject) => {
      const rows = await tx.auditLog.findMany({ where: { shopId, subject }, orderBy: { at: "asc" } });
      return rows.map((row) => ({ ...row, detail: detail.parse(row.detail) }));
    },
    nextNumber: async (name) => {
      const start = name === "return" ? 1000 : 0;
      const row = await tx.counter.upsert({
        where: { shopId_name: { shopId, name } },
        create: { shopId, name, value: start + 1 },
        update: { value: { increment: 1 } },
      });
      return row.value;
    },
  };
}

/** The shop's settings documents. They are few and small, and who asks for one mostly asks for others: they are read together, once. */
export function settingRepository(tx: TenantTransaction, shopId: string): SettingRepository {
  let documents: Promise<Map<string, { value: unknown; version: number }>> | undefined;
  const readAll = async () => {
    const rows = await tx.shopSetting.findMany({ where: { shopId } });
    return new Map(rows.map(({ name, value, version }) => [name, { value, version }]));
  };
  return {
    read: async (name) => (await (documents ??= readAll())).get(name),
    save: async (name, value, { expectedVersion, by, at }) => {
      documents = undefined;
      const data = { value: toJson(value), updatedAt: at, updatedBy: by };
      if (expectedVersion === 0) {
        const { count } = await tx.shopSetting.createMany({ data: { shopId, name, ...data }, skipDuplicates: true });
        return count === 1;
      }
      const { count } = await tx.shopSetting.updateMany({
        where: { shopId, name, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      return count === 1;
    },
  };
}

type ShopRow = Awaited<ReturnType<TenantTransaction["shop"]["findUniqueOrThrow"]>>;

/** The row as the use cases know it; a storefront address that was not read yet is the permanent domain. */
export function toProfile(row: ShopRow): ShopProfile {
  const { scopes, storefrontUrl, reconciledAt: _reconciledAt, gid: _gid, ...rest } = present(row);
  return { ...rest, storefrontUrl: storefrontUrl ?? `https://${row.domain}`, scopes: scopes.split(",").filter(Boolean) };
}
