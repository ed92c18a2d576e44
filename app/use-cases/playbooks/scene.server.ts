import type { Facts } from "#app/domain/playbooks/condition.ts";
import type { PlaybookDefinition } from "#app/domain/playbooks/definition.ts";
import { playbooksOf } from "#app/domain/playbooks/playbook-settings.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { deliveryFactsOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import { readKeepingRules, type KeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What runs are looked at with: the shop's playbooks and rules, and its parcels as they are now. */
export interface Scene {
  readonly now: Date;
  readonly playbooks: readonly PlaybookDefinition[];
  readonly rules: KeepingRules;
  readonly deliveries: ReadonlyMap<string, Delivery>;
}

/** Reads the scene for these subjects; those that are no parcels bring their facts with their events. */
export async function readScene(tx: Repositories, ctx: ShopContext, subjects: readonly string[]): Promise<Scene> {
  const parcels = subjects.flatMap((subject) => parseGid("Fulfillment", subject) ?? []);
  return {
    now: ctx.clock.now(),
    playbooks: playbooksOf(await readSetting(tx, ctx.shop, "playbooks")),
    rules: await readKeepingRules(tx, ctx.shop),
    deliveries: parcels.length === 0 ? new Map<string, Delivery>() : await tx.deliveries.read(parcels),
  };
}

/** What is known about a subject now. */
export function sceneFacts(scene: Scene, subject: string): Facts {
  const delivery = scene.deliveries.get(subject);
  return delivery ? { ...deliveryFactsOf(delivery, scene.rules, scene.now) } : {};
}
