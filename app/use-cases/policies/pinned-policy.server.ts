import type { CompiledPolicy } from "#app/domain/policies/compile-policy.ts";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { versionFor } from "#app/domain/policies/policy-versions.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredPolicyVersion } from "./ports.ts";

/** The version that decides about an order, ready to decide. */
export interface PinnedPolicy {
  readonly id: string;
  readonly compiled: CompiledPolicy;
}

/** Published versions never change, so what was compiled once serves every later request of this process. */
const COMPILED = new Map<string, PinnedPolicy>();
const LARGEST_CACHE = 500;

/** The version an order of that moment was bought under; a shop that never published has its starter policy published now. */
export async function pinnedPolicy(tx: Repositories, ctx: ShopContext, processedAt: Date): Promise<PinnedPolicy> {
  const pinned = versionFor(await tx.policies.heads(), processedAt);
  if (!pinned.ok) return compiledOf(await ensurePolicy(tx, ctx));
  const known = COMPILED.get(pinned.value.id);
  if (known) return known;
  const version = await tx.policies.find(pinned.value.version);
  if (!version) throw new Error(`Policy version ${pinned.value.version} has no document`);
  return compiledOf(version);
}

/** A published version by its number, ready to decide; undefined when there is none. */
export async function policyOfVersion(tx: Repositories, number: number): Promise<PinnedPolicy | undefined> {
  const head = (await tx.policies.heads()).find(({ version }) => version === number);
  const known = head && COMPILED.get(head.id);
  if (known) return known;
  const version = await tx.policies.find(number);
  return version?.publishedAt ? compiledOf(version) : undefined;
}

/**
 * Publishes the starter policy as version 1 when the shop has none, and answers with the published version. Orders from before
 * are decided by it too.
 */
export async function ensurePolicy(tx: Repositories, ctx: ShopContext): Promise<StoredPolicyVersion> {
  const versions = await tx.policies.versions();
  const published = versions.find(({ status }) => status === "published");
  if (published) return published;
  const now = ctx.clock.now();
  const { currency } = await tx.shop.read();
  const starter: StoredPolicyVersion = {
    id: ctx.ids.next(),
    version: 1,
    status: "published",
    policy: defaultPolicy(currency),
    publishedAt: now,
    publishedBy: "system",
    copiedFrom: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  // Two requests may both find nothing: the second takes what the first wrote.
  if (await tx.policies.add(starter)) return starter;
  const first = await tx.policies.find(1);
  if (!first) throw new Error("The starter policy was not stored");
  return first;
}

/** Keeps what was compiled, by the row's id; the oldest entry makes room. */
function compiledOf(version: StoredPolicyVersion): PinnedPolicy {
  const pinned = { id: version.id, compiled: compilePolicy(version.policy, version.version) };
  const [oldest] = COMPILED.keys();
  if (COMPILED.size >= LARGEST_CACHE && oldest !== undefined) COMPILED.delete(oldest);
  COMPILED.set(version.id, pinned);
  return pinned;
}
