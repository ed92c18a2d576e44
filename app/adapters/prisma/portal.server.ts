import type { Prisma } from "@prisma/client";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type {
  DraftRepository,
  EvidenceHead,
  EvidenceRepository,
  LoginCode,
  LoginCodeRepository,
  LoginRequest,
  ReturnDraft,
} from "#app/use-cases/returns/portal-records.server.ts";
import { document } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson } from "./values.server.ts";

const CONTENT = document<Pick<ReturnDraft, "items" | "resolution">>("return_draft.content", { items: "list", resolution: "text or null" });
const REQUEST = document<LoginRequest>("login_code.request", { email: "text", locale: "text" });

/** Photos of one shop. Lists never read their bytes. */
export function evidenceRepository(tx: TenantTransaction, shopId: string): EvidenceRepository {
  const heads = async (where: Prisma.EvidenceWhereInput) => {
    const rows = await tx.evidence.findMany({ where: { shopId, ...where }, omit: { content: true }, orderBy: { id: "asc" } });
    return rows.map(toHead);
  };
  return {
    add: async ({ content, ...evidence }) => {
      await tx.evidence.create({ data: { shopId, ...evidence, content: Uint8Array.from(content) } });
    },
    find: async (id) => {
      const row = await tx.evidence.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? { ...toHead(row), content: row.content } : undefined;
    },
    unattached: (orderGid, ids) => heads({ orderGid, returnId: null, id: { in: [...ids] } }),
    attach: async (ids, returnId) => {
      await tx.evidence.updateMany({ where: { shopId, id: { in: [...ids] }, returnId: null }, data: { returnId } });
    },
    ofReturn: (returnId) => heads({ returnId }),
    countUnattached: (orderGid) => tx.evidence.count({ where: { shopId, orderGid, returnId: null } }),
    removeExpired: async (now) => (await tx.evidence.deleteMany({ where: { shopId, expiresAt: { lte: now } } })).count,
  };
}

/** What shoppers have put together so far. */
export function draftRepository(tx: TenantTransaction, shopId: string): DraftRepository {
  return {
    add: async ({ items, resolution, ...draft }) => {
      await tx.returnDraft.create({ data: { shopId, ...draft, content: toJson({ items, resolution }) } });
    },
    find: async (id) => {
      const row = await tx.returnDraft.findUnique({ where: { shopId_id: { shopId, id } } });
      if (!row) return undefined;
      const { items, resolution } = CONTENT.parse(row.content);
      return { id, orderGid: row.orderGid as OrderGid, items, resolution, createdAt: row.createdAt, expiresAt: row.expiresAt };
    },
    removeExpired: async (now) => (await tx.returnDraft.deleteMany({ where: { shopId, expiresAt: { lte: now } } })).count,
  };
}

/** One-time codes. */
export function loginCodeRepository(tx: TenantTransaction, shopId: string): LoginCodeRepository {
  const byId = (id: string) => ({ shopId_id: { shopId, id } });
  return {
    add: async ({ request, ...code }) => {
      await tx.loginCode.create({ data: { shopId, ...code, ...(request ? { request: toJson(request) } : {}) } });
    },
    find: async (id) => {
      const row = await tx.loginCode.findUnique({ where: byId(id) });
      return row ? toLoginCode(row) : undefined;
    },
    prepare: async (id, prepared) => {
      await tx.loginCode.update({ where: byId(id), data: prepared });
    },
    forgetRequest: async (id) => {
      await tx.$executeRaw`update login_code set request = null where shop_id = ${shopId}::uuid and id = ${id}::uuid`;
    },
    takeAttempt: async (id, now, limit) => {
      const open = { shopId, id, usedAt: null, expiresAt: { gt: now }, attempts: { lt: limit } };
      const { count } = await tx.loginCode.updateMany({ where: open, data: { attempts: { increment: 1 } } });
      if (count === 0) return undefined;
      const row = await tx.loginCode.findUnique({ where: byId(id) });
      return row ? toLoginCode(row) : undefined;
    },
    markUsed: async (id, at) => {
      await tx.loginCode.updateMany({ where: { shopId, id, usedAt: null }, data: { usedAt: at } });
    },
    removeExpired: async (now) => (await tx.loginCode.deleteMany({ where: { shopId, expiresAt: { lte: now } } })).count,
  };
}

function toHead(row: Omit<Prisma.EvidenceGetPayload<object>, "content">): EvidenceHead {
  const { id, returnId, orderGid, lineGid, mimeType, byteLength, createdAt, expiresAt } = row;
  const source = row.source === "inspection" ? "inspection" : "shopper";
  const belongs = { ...(returnId ? { returnId } : {}), ...(lineGid ? { lineGid } : {}) };
  return { id, orderGid: orderGid as OrderGid, source, mimeType, byteLength, createdAt, expiresAt, ...belongs };
}

function toLoginCode(row: Prisma.LoginCodeGetPayload<object>): LoginCode {
  const { shopId: _shopId, orderGid, request, ...code } = row;
  return {
    ...present(code),
    ...(orderGid ? { orderGid: orderGid as OrderGid } : {}),
    ...(request ? { request: REQUEST.parse(request) } : {}),
  };
}
