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
  /** The facts of parcels that were looked at, by subject. */
  readonly facts: Map<string, Facts>;
}

/** What a scene is about, and the parcels among it when the caller has them as they are now. */
export interface SceneSubjects {
  readonly subjects: readonly string[];
  readonly deliveries?: ReadonlyMap<string, Delivery> | undefined;
}

/** Reads the scene for these subjects; those that are no parcels bring their facts with their events. */
export async function readScene(tx: Repositories, ctx: ShopContext, { subjects, deliveries }: SceneSubjects): Promise<Scene> {
  return {
    now: ctx.clock.now(),
    playbooks: playbooksOf(await readSetting(tx, ctx.shop, "playbooks")),
    rules: await readKeepingRules(tx, ctx.shop),
    deliveries: deliveries ?? (await tx.deliveries.read(subjects.flatMap((subject) => parseGid("Fulfillment", subject) ?? []))),
    facts: new Map(),
  };
}

/** What is known about a subject now; several runs about one parcel look at the same facts. */
export function sceneFacts(scene: Scene, subject: string): Facts {
  const delivery = scene.deliveries.get(subject);
  if (!delivery) return {};
  const known = scene.facts.get(subject);
  if (known) return known;
  const facts: Facts = { ...deliveryFactsOf(delivery, scene.rules, scene.now) };
  scene.facts.set(subject, facts);
  return facts;
}
