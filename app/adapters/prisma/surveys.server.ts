import type { Prisma } from "@prisma/client";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import { parseScore } from "#app/domain/surveys/survey.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";
import type { SurveyRecord, SurveyRepository } from "#app/use-cases/surveys/ports.ts";
import { isId } from "./case-rows.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

const KIND = "csat";

/** Surveys of one shop with their answers. */
export function surveyRepository(tx: TenantTransaction, shopId: string): SurveyRepository {
  const find = async (where: Prisma.SurveyWhereInput) => {
    const row = await tx.survey.findFirst({ where: { shopId, ...where } });
    if (!row) return undefined;
    return toSurvey(row, await tx.surveyResponse.findUnique({ where: { shopId_surveyId: { shopId, surveyId: row.id } } }));
  };
  return {
    find: async (id) => (isId(id) ? find({ id }) : undefined),
    lock: async (id) => {
      if (!isId(id)) return undefined;
      await tx.$queryRaw`select 1 from survey where shop_id = ${shopId}::uuid and id = ${id}::uuid for update`;
      return find({ id });
    },
    findByKey: (key) => find({ key }),
    add: async ({ askedAt, subject: _subject, response: _response, ...survey }) => {
      const { count } = await tx.survey.createMany({ data: { shopId, ...survey, kind: KIND, createdAt: askedAt }, skipDuplicates: true });
      return count === 1;
    },
    saveResponse: async ({ id: surveyId, response }) => {
      if (response === null) return;
      const { score, comment, answeredAt } = response;
      const changedAt = response.changedAt ?? answeredAt;
      const where = { shopId_surveyId: { shopId, surveyId } };
      const changes = response.changedAt === null ? {} : { changes: { increment: 1 } };
      await tx.surveyResponse.upsert({
        where,
        create: { shopId, surveyId, score, comment, answeredAt, changedAt },
        update: { score, comment, changedAt, ...changes },
      });
    },
    lastAskedAt: async (email) => {
      const where = { shopId, email: { equals: email, mode: "insensitive" as const } };
      return (await tx.survey.findFirst({ where, orderBy: { createdAt: "desc" } }))?.createdAt;
    },
  };
}

type SurveyRow = Prisma.SurveyGetPayload<object>;
type ResponseRow = Prisma.SurveyResponseGetPayload<object>;

function toSurvey(row: SurveyRow, answer: ResponseRow | null): SurveyRecord {
  const score = answer && parseScore(answer.score);
  return {
    id: row.id,
    key: row.key,
    touchpoint: row.touchpoint as Touchpoint,
    subject: row.key.slice(row.touchpoint.length + 1),
    orderGid: row.orderGid as OrderGid | null,
    customerGid: row.customerGid as CustomerGid | null,
    returnId: row.returnId,
    caseId: row.caseId,
    email: row.email,
    locale: row.locale,
    askedAt: row.createdAt,
    expiresAt: row.expiresAt,
    response:
      answer && score
        ? { score, comment: answer.comment, answeredAt: answer.answeredAt, changedAt: answer.changes > 0 ? answer.changedAt : null }
        : null,
  };
}
