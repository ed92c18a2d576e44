import type { InvalidPolicy } from "#app/domain/policies/policy-schema.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { NoDraft, PolicyVersion, UnknownVersion } from "#app/domain/policies/policy-versions.ts";
import { publishDraft, rollBack, saveDraft } from "#app/domain/policies/policy-versions.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { ensurePolicy } from "./pinned-policy.server.ts";
import type { StoredPolicyVersion } from "./ports.ts";

/** Somebody else saved the policy since it was read. */
export interface StalePolicy extends Refusal {
  readonly code: "stale";
}

/** Who edits, as the history names them ("staff:123"). */
export interface Editor {
  readonly actor: string;
}

/**
 * Keeps what the editor holds as the draft; the published version stays as it is. `revision` is the draft's as it was read, 0 when
 * there was none. Refuses with `invalid_policy` (a problem for each field) or `stale`.
 */
export async function savePolicyDraft(
  ctx: ShopContext,
  input: { readonly document: unknown; readonly revision: number },
): Promise<Result<StoredPolicyVersion, InvalidPolicy | StalePolicy>> {
  // Amounts are the shop's own: what currency a form says is not asked.
  const parsed = parsePolicy(isObject(input.document) ? { ...input.document, currency: ctx.shop.currency } : input.document);
  if (!parsed.ok) return parsed;
  return orStale(() =>
    ctx.transaction(async (tx) => {
      await ensurePolicy(tx, ctx);
      const before = await tx.policies.versions();
      const draft = before.find(({ status }) => status === "draft");
      if ((draft?.revision ?? 0) !== input.revision) return refuse({ code: "stale" });
      const stored = await store(tx, ctx, { before, after: saveDraft(before, parsed.value), by: undefined });
      return ok(only(stored, "draft"));
    }),
  );
}

/** Throws the draft away. Refuses with `stale` when it was changed since it was read. */
export async function discardPolicyDraft(ctx: ShopContext, input: { readonly revision: number }): Promise<Result<null, StalePolicy>> {
  const isGone = await ctx.transaction((tx) => tx.policies.removeDraft(input.revision));
  return isGone ? ok(null) : refuse({ code: "stale" });
}

/**
 * Makes the draft the policy for orders placed from now on; older orders keep the version they were bought under. Refuses with
 * `no_draft`, or `stale` when the draft is not the one that was read.
 */
export async function publishPolicy(
  ctx: ShopContext,
  input: { readonly revision: number } & Editor,
): Promise<Result<StoredPolicyVersion, NoDraft | StalePolicy>> {
  return orStale(() =>
    ctx.transaction(async (tx) => {
      const before = await tx.policies.versions();
      const draft = before.find(({ status }) => status === "draft");
      if (draft && draft.revision !== input.revision) return refuse({ code: "stale" });
      const after = publishDraft(before, ctx.clock.now());
      return after.ok ? ok(await makeLive(tx, ctx, { before, after: after.value, by: input.actor })) : after;
    }),
  );
}

/**
 * Publishes a copy of an earlier version as the next one. Refuses with `unknown_version` for one that was never published,
 * `already_published` for the current one, `stale` when somebody published meanwhile.
 */
export async function rollBackPolicy(
  ctx: ShopContext,
  input: { readonly to: number } & Editor,
): Promise<Result<StoredPolicyVersion, UnknownVersion | StalePolicy>> {
  return orStale(() =>
    ctx.transaction(async (tx) => {
      const before = await tx.policies.versions();
      const after = rollBack(before, input.to, ctx.clock.now());
      return after.ok ? ok(await makeLive(tx, ctx, { before, after: after.value, by: input.actor })) : after;
    }),
  );
}

interface Change {
  readonly before: readonly StoredPolicyVersion[];
  readonly after: readonly PolicyVersion[];
  /** Who published; undefined while a draft is only saved. */
  readonly by: string | undefined;
}

async function makeLive(tx: Repositories, ctx: ShopContext, change: Change): Promise<StoredPolicyVersion> {
  const live = only(await store(tx, ctx, change), "published");
  const detail = { version: live.version, copiedFrom: live.copiedFrom };
  await tx.shop.audit({ at: ctx.clock.now(), actor: change.by ?? "system", action: "policy.publish", subject: "policy", detail });
  return live;
}

/** Writes the versions that differ from what was read. */
async function store(tx: Repositories, ctx: ShopContext, { before, after, by }: Change): Promise<StoredPolicyVersion[]> {
  const now = ctx.clock.now();
  const result: StoredPolicyVersion[] = [];
  for (const version of after) {
    const old = before.find((one) => one.version === version.version);
    if (old === version) {
      result.push(old);
      continue;
    }
    const next: StoredPolicyVersion = {
      ...old,
      ...version,
      id: old?.id ?? ctx.ids.next(),
      revision: old?.revision ?? 1,
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
      ...(version.status === "published" && by ? { publishedBy: by } : {}),
    };
    if (!(old ? await tx.policies.change(next) : await tx.policies.add(next))) throw new StaleWrite();
    result.push(old ? { ...next, revision: next.revision + 1 } : next);
  }
  return result;
}

/** Thrown so that the transaction takes back what it wrote before somebody else's save was noticed. */
class StaleWrite extends Error {}

async function orStale<T, E extends Refusal>(work: () => Promise<Result<T, E | StalePolicy>>): Promise<Result<T, E | StalePolicy>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StaleWrite) return refuse({ code: "stale" });
    throw error;
  }
}

function only(versions: readonly StoredPolicyVersion[], status: PolicyVersion["status"]): StoredPolicyVersion {
  const found = versions.find((version) => version.status === status);
  if (!found) throw new Error(`No ${status} version after it was stored`);
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
