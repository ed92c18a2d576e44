import type { Money } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { InvalidSettings, SettingProblem } from "#app/domain/shops/setting-problems.ts";
import { parseSetting } from "#app/domain/shops/setting-problems.ts";
import type { SettingName, ShopSettings } from "#app/domain/shops/shop-settings.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** A document as it was entered, and the version it was made from. */
export interface SettingChange {
  readonly name: SettingName;
  readonly value: unknown;
  readonly version: number;
}

/** Somebody else saved one of the documents since it was read. */
export interface StaleSettings extends Refusal {
  readonly code: "stale";
}

/**
 * Saves settings documents together: all of them or none. Amounts are in the shop's currency. Refuses with `invalid_settings` (a problem
 * for each field to put right) or `stale`.
 */
export async function saveSettings(
  ctx: ShopContext,
  input: { readonly changes: readonly SettingChange[]; readonly actor: string },
): Promise<Result<null, InvalidSettings | StaleSettings>> {
  const shop = { name: ctx.shop.name, zone: ctx.shop.timezone };
  const parsed = input.changes.map(({ name, value, version }) => ({ name, version, result: parseSetting(name, value, shop) }));
  const problems = parsed.flatMap(({ name, result }) =>
    result.ok ? foreignAmounts(name, result.value, ctx.shop.currency) : result.error.problems,
  );
  if (problems.length > 0) return refuse({ code: "invalid_settings", problems });
  const at = ctx.clock.now();
  try {
    await ctx.transaction(async (tx) => {
      for (const { name, version, result } of parsed) {
        const value = result.ok ? result.value : null;
        if (!(await tx.settings.save(name, value, { expectedVersion: version, by: input.actor, at }))) throw new StaleWrite();
        await tx.shop.audit({ at, actor: input.actor, action: "settings.change", subject: `settings:${name}`, detail: { version, value } });
      }
    });
  } catch (error) {
    if (error instanceof StaleWrite) return refuse({ code: "stale" });
    throw error;
  }
  return ok(null);
}

/** Thrown so that the transaction takes back the documents that were saved before the stale one. */
class StaleWrite extends Error {}

function foreignAmounts(name: SettingName, value: ShopSettings[SettingName], currency: string): SettingProblem[] {
  return limitsOf(name, value)
    .filter(([, limit]) => limit !== null && limit.currency !== currency)
    .map(([field]) => ({ path: `${name}.${field}`, code: "amount_in_other_currency", params: {} }));
}

/** The amounts of a document, by their fields. */
function limitsOf(name: SettingName, value: ShopSettings[SettingName]): readonly [field: string, limit: Money | null][] {
  if (name === "labels") return [["buying.maxPrice", (value as ShopSettings["labels"]).buying.maxPrice]];
  if (name === "abuse") return [["valueAtRisk", (value as ShopSettings["abuse"]).valueAtRisk]];
  if (name !== "compensation") return [];
  const { dailyBudget, monthlyBudget, approvalAbove, afterReturn } = value as ShopSettings["compensation"];
  return [
    ["dailyBudget", dailyBudget],
    ["monthlyBudget", monthlyBudget],
    ["approvalAbove", approvalAbove],
    ["afterReturn.amount", afterReturn.amount],
    ["afterReturn.minimumOrder", afterReturn.minimumOrder],
  ];
}
