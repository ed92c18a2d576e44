import type { Decision } from "#app/domain/policies/decision.ts";
import type { PolicyVersion } from "#app/domain/policies/policy-versions.ts";

/** A version of the policy as it is stored. `revision` counts every change of the row; a save names the one it read. */
export interface StoredPolicyVersion extends PolicyVersion {
  /** UUIDv7. */
  readonly id: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedBy?: string;
}

/** A version without its document, for lists and for finding the right one. */
export type PolicyVersionHead = Omit<StoredPolicyVersion, "policy">;

/** A decision with what it was about; its facts and its version replay it. */
export interface StoredDecision {
  readonly id: string;
  readonly policyVersionId: string;
  readonly orderGid: string;
  readonly lineGid: string;
  readonly returnId?: string;
  readonly decision: Decision;
  readonly decidedAt: Date;
}

export interface PolicyRepository {
  /** Every version with its document, oldest first. */
  versions(): Promise<StoredPolicyVersion[]>;
  heads(): Promise<PolicyVersionHead[]>;
  find(version: number): Promise<StoredPolicyVersion | undefined>;
  /** Adds a version; false when its number was taken meanwhile. */
  add(version: StoredPolicyVersion): Promise<boolean>;
  /** Saves over the revision that was read; false when somebody else saved meanwhile. */
  change(version: StoredPolicyVersion): Promise<boolean>;
  /** Removes the draft of this revision; false when it is gone or was changed. */
  removeDraft(revision: number): Promise<boolean>;
  addDecisions(decisions: readonly StoredDecision[]): Promise<void>;
  decisionsOf(returnId: string): Promise<StoredDecision[]>;
}

/** What a shop has that a condition of its policy can name, each list in alphabetical order. */
export interface PolicyVocabulary {
  readonly productTypes: readonly string[];
  readonly productTags: readonly string[];
  readonly vendors: readonly string[];
  readonly customerTags: readonly string[];
}

export interface VocabularyRepository {
  /** At most `limit` values of each kind; very large shops are sampled. */
  read(limit: number): Promise<PolicyVocabulary>;
}
