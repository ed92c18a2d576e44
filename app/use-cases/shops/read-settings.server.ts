import type { SettingName, ShopSettings } from "#app/domain/shops/shop-settings.ts";
import { settingSchemas } from "#app/domain/shops/shop-settings.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** A settings document and how often it was saved; a save names the version it was made from. */
export interface SettingDocument<Name extends SettingName> {
  readonly value: ShopSettings[Name];
  /** 0 while nothing is stored and everything is a default. */
  readonly version: number;
}

export type SettingDocuments<Name extends SettingName> = { readonly [Each in Name]: SettingDocument<Each> };

/** Settings documents as their page edits them, with the defaults for what the merchant has not set. */
export async function readSettings<Name extends SettingName>(ctx: ShopContext, names: readonly Name[]): Promise<SettingDocuments<Name>> {
  const schemas = settingSchemas({ name: ctx.shop.name, zone: ctx.shop.timezone });
  const stored = await ctx.transaction(async (tx) => {
    const documents: [Name, { value: unknown; version: number } | undefined][] = [];
    for (const name of names) documents.push([name, await tx.settings.read(name)]);
    return documents;
  });
  const read = stored.map(([name, document]) => [name, { value: schemas[name].parse(document?.value), version: document?.version ?? 0 }]);
  return Object.fromEntries(read) as SettingDocuments<Name>;
}
