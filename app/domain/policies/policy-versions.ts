import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Policy } from "./policy.ts";

/** One version of a shop's policy. Published ones never change again; only the draft is edited. */
export interface PolicyVersion {
  /** 1, 2, 3 … within the shop. */
  readonly version: number;
  readonly status: "draft" | "published" | "superseded";
  readonly policy: Policy;
  readonly publishedAt: Date | null;
  /** The version it was copied from when it was started or rolled back to. */
  readonly copiedFrom: number | null;
}

export interface NoDraft extends Refusal {
  readonly code: "no_draft";
}
export interface UnknownVersion extends Refusal {
  readonly code: "unknown_version" | "already_published";
  readonly version: number;
}
export interface NoPolicy extends Refusal {
  readonly code: "no_policy";
}

/** The one draft, if there is one. */
export function draftOf(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  return versions.find(({ status }) => status === "draft");
}

/** The version that decides for orders placed now, if any was published. */
export function publishedOf(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  return versions.find(({ status }) => status === "published");
}

/** Keeps what the editor holds: the draft is replaced, or started as the next version from the published one. */
export function saveDraft(versions: readonly PolicyVersion[], policy: Policy): PolicyVersion[] {
  const draft = draftOf(versions);
  if (draft) return versions.map((version) => (version === draft ? { ...draft, policy } : version));
  const copiedFrom = publishedOf(versions)?.version ?? null;
  return [...versions, { version: nextVersion(versions), status: "draft", policy, publishedAt: null, copiedFrom }];
}

/** Makes the draft the policy for orders from `now` on; what was published before is superseded. Refuses with `no_draft`. */
export function publishDraft(versions: readonly PolicyVersion[], now: Date): Result<PolicyVersion[], NoDraft> {
  const draft = draftOf(versions);
  if (!draft) return refuse({ code: "no_draft" });
  return ok(versions.map((version) => (version === draft ? { ...draft, status: "published", publishedAt: now } : superseded(version))));
}

/**
 * Goes back to an earlier policy by publishing a copy of it as the next version, so history stays as it was; a draft stays a
 * draft. Refuses with `unknown_version` for one that was never published and `already_published` for the current one.
 */
export function rollBack(versions: readonly PolicyVersion[], to: number, now: Date): Result<PolicyVersion[], UnknownVersion> {
  const target = versions.find(({ version, publishedAt }) => version === to && publishedAt !== null);
  if (!target) return refuse({ code: "unknown_version", version: to });
  if (target.status === "published") return refuse({ code: "already_published", version: to });
  const copy: PolicyVersion = {
    version: nextVersion(versions),
    status: "published",
    policy: target.policy,
    publishedAt: now,
    copiedFrom: to,
  };
  return ok([...versions.map(superseded), copy]);
}

/**
 * The version an order was bought under: the last one published at or before the moment it was placed, or the first one ever
 * for an order older than all. Refuses with `no_policy` when nothing was published yet.
 */
export function versionFor<Version extends Pick<PolicyVersion, "version" | "publishedAt">>(
  versions: readonly Version[],
  processedAt: Date,
): Result<Version, NoPolicy> {
  const published = versions.flatMap((version) => (version.publishedAt === null ? [] : [{ version, at: version.publishedAt }]));
  published.sort((a, b) => a.at.getTime() - b.at.getTime() || a.version.version - b.version.version);
  const pinned = published.findLast(({ at }) => at <= processedAt) ?? published[0];
  return pinned ? ok(pinned.version) : refuse({ code: "no_policy" });
}

function superseded(version: PolicyVersion): PolicyVersion {
  return version.status === "published" ? { ...version, status: "superseded" } : version;
}

function nextVersion(versions: readonly PolicyVersion[]): number {
  return 1 + Math.max(0, ...versions.map(({ version }) => version));
}
