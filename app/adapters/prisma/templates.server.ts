import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { StoredTemplate, TemplateRepository } from "#app/use-cases/messages/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present } from "./values.server.ts";

type Row = Awaited<ReturnType<TenantTransaction["template"]["findUniqueOrThrow"]>>;

/** The merchant's own texts of messages. */
export function templateRepository(tx: TenantTransaction, shopId: string): TemplateRepository {
  return {
    find: async (key, locale) => {
      const row = await tx.template.findUnique({ where: { shopId_key_locale: { shopId, key, locale } } });
      return row ? toTemplate(row) : undefined;
    },
    all: async () => (await tx.template.findMany({ where: { shopId } })).map(toTemplate),
    save: async ({ key, locale, ...texts }, expectedVersion) => {
      const { count } =
        expectedVersion === 0
          ? await tx.template.createMany({ data: { shopId, key, locale, ...texts }, skipDuplicates: true })
          : await tx.template.updateMany({
              where: { shopId, key, locale, version: expectedVersion },
              data: { ...texts, version: { increment: 1 } },
            });
      return count === 1;
    },
    remove: async (key, locale) => {
      await tx.template.deleteMany({ where: { shopId, key, locale } });
    },
  };
}

function toTemplate(row: Row): StoredTemplate {
  const { shopId: _shopId, ...rest } = present(row);
  return { ...rest, key: row.key as TemplateKey };
}
