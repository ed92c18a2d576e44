import type { PrismaClient } from "@prisma/client";
import { Session } from "@shopify/shopify-api";
import type { Clock, Ids } from "#app/use-cases/ports.ts";
import type { ShopDirectory } from "../prisma/shop-directory.server.ts";
import { inShop } from "../prisma/tenant.server.ts";
import type { Sealing } from "../system/sealing.server.ts";

export interface SessionStorageParts {
  readonly prisma: PrismaClient;
  readonly shops: ShopDirectory;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Sessions as rows of their shop, sealed whole (access and refresh token included) with AES-256-GCM. Only offline sessions
 * exist with managed installation, and their id names the shop.
 */
export class SealedSessionStorage {
  readonly #parts: SessionStorageParts;

  constructor(parts: SessionStorageParts) {
    this.#parts = parts;
  }

  async storeSession(session: Session): Promise<boolean> {
    const { prisma, shops, sealing, clock, ids } = this.#parts;
    const shopId = await shops.register(session.shop, ids.next(), clock.now());
    const data = {
      sealed: sealing.seal(JSON.stringify(session.toPropertyArray(true)), session.id),
      expiresAt: session.expires ?? null,
      updatedAt: clock.now(),
    };
    await inShop(prisma, shopId, (tx) =>
      tx.session.upsert({ where: { shopId_id: { shopId, id: session.id } }, create: { shopId, id: session.id, ...data }, update: data }),
    );
    return true;
  }

  async loadSession(id: string): Promise<Session | undefined> {
    const shopId = await this.#shopOf(id);
    if (!shopId) return undefined;
    const row = await inShop(this.#parts.prisma, shopId, (tx) => tx.session.findUnique({ where: { shopId_id: { shopId, id } } }));
    if (!row) return undefined;
    const opened = this.#parts.sealing.open(row.sealed, id);
    return opened ? Session.fromPropertyArray(JSON.parse(opened) as [string, string | number | boolean][], true) : undefined;
  }

  async deleteSession(id: string): Promise<boolean> {
    const shopId = await this.#shopOf(id);
    if (shopId) await inShop(this.#parts.prisma, shopId, (tx) => tx.session.deleteMany({ where: { shopId, id } }));
    return true;
  }

  async deleteSessions(ids: string[]): Promise<boolean> {
    for (const id of ids) await this.deleteSession(id);
    return true;
  }

  async findSessionsByShop(domain: string): Promise<Session[]> {
    const session = await this.loadSession(`offline_${domain}`);
    return session ? [session] : [];
  }

  async #shopOf(id: string): Promise<string | undefined> {
    const domain = id.startsWith("offline_") ? id.slice("offline_".length) : undefined;
    return domain ? this.#parts.shops.find(domain) : undefined;
  }
}
