import type { Prisma } from "@prisma/client";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { PolicyVersion } from "#app/domain/policies/policy-versions.ts";
import type { PolicyRepository, PolicyVersionHead, StoredDecision, StoredPolicyVersion } from "#app/use-cases/policies/ports.ts";
import { decision } from "./decision-documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

type Row = Prisma.PolicyVersionGetPayload<object>;
type HeadRow = Omit<Row, "document" | "note">;

/** Policy versions and the decisions they made, of one shop. */
export function policyRepository(tx: TenantTransaction, shopId: string): PolicyRepository {
  const oldestFirst = { orderBy: { number: "asc" as const } };
  const decisionsOf = async (returnId: string): Promise<StoredDecision[]> => {
    const rows = await tx.decision.findMany({ where: { shopId, returnId }, orderBy: { id: "asc" } });
    return rows.map(({ id, policyVersionId, orderGid, lineGid, result, decidedAt }) => ({
      ...{ id, policyVersionId, orderGid, lineGid, returnId, decidedAt },
      decision: decision.parse(result),
    }));
  };
  return {
    versions: async () => (await tx.policyVersion.findMany({ where: { shopId }, ...oldestFirst })).map(toVersion),
    heads: async () => (await tx.policyVersion.findMany({ where: { shopId }, ...oldestFirst, omit: { document: true } })).map(toHead),
    find: async (version) => {
      const row = await tx.policyVersion.findUnique({ where: { shopId_number: { shopId, number: version } } });
      return row ? toVersion(row) : undefined;
    },
    add: async (version) => {
      const data = { shopId, id: version.id, createdAt: version.createdAt, revision: version.revision, ...columns(version) };
      const { count } = await tx.policyVersion.createMany({ data, skipDuplicates: true });
      return count === 1;
    },
    change: async (version) => {
      const where = { shopId, id: version.id, revision: version.revision };
      const { count } = await tx.policyVersion.updateMany({ where, data: { ...columns(version), revision: { increment: 1 } } });
      return count === 1;
    },
    removeDraft: async (revision) => {
      const { count } = await tx.policyVersion.deleteMany({ where: { shopId, status: "draft", revision } });
      return count === 1;
    },
    addDecisions: async (decisions) => {
      const data = decisions.map(({ decision: made, ...about }) => ({
        shopId,
        ...about,
        outcome: made.outcome,
        ruleId: made.ruleId ?? made.decidedBy,
        facts: toJson(made.factsUsed),
        result: toJson(made),
      }));
      await tx.decision.createMany({ data });
    },
    decisionsOf: async (returnId) => (await decisionsOf(returnId)).filter((stored) => !isTakenAgain(stored)),
    decisionsTakenAgain: async (returnId) => (await decisionsOf(returnId)).filter(isTakenAgain),
  };
}

/** Only the inspection knows a grade. */
function isTakenAgain({ decision: { factsUsed } }: StoredDecision): boolean {
  return typeof factsUsed.inspectedCondition === "string";
}

function columns({ version, status, policy, publishedAt, publishedBy, copiedFrom, updatedAt }: StoredPolicyVersion) {
  return { number: version, status, document: toJson(policy), publishedAt, publishedBy: publishedBy ?? null, copiedFrom, updatedAt };
}

function toVersion(row: Row): StoredPolicyVersion {
  const policy = parsePolicy(row.document);
  if (!policy.ok)
    throw new Error(`Policy version ${row.number} does not read: ${policy.error.problems.map(({ path }) => path).join(", ")}`);
  return { ...toHead(row), policy: policy.value };
}

function toHead(row: HeadRow): PolicyVersionHead {
  return {
    id: row.id,
    version: row.number ?? 0,
    status: row.status as PolicyVersion["status"],
    publishedAt: row.publishedAt,
    ...(row.publishedBy ? { publishedBy: row.publishedBy } : {}),
    copiedFrom: row.copiedFrom,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
