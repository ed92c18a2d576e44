import type { Brand } from "#app/domain/shops/brand.ts";
import { closesAt } from "#app/domain/surveys/survey.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { SurveyRecord } from "./ports.ts";

/** A survey as its page shows it. */
export interface OpenedSurvey {
  readonly survey: SurveyRecord;
  readonly orderName: string | null;
  readonly closesAt: Date;
  /** True from `closesAt` on. */
  readonly isClosed: boolean;
}

export interface SurveyPageFacts {
  readonly brand: Brand;
  readonly opened?: OpenedSurvey;
}

/** What the page of a survey shows, and the brand that it is shown in. Reading answers nothing, however often it happens. */
export async function readSurvey(ctx: ShopContext, surveyId: string | undefined): Promise<SurveyPageFacts> {
  return ctx.transaction(async (tx) => {
    const brand = await readSetting(tx, ctx.shop, "brand");
    const survey = surveyId === undefined ? undefined : await tx.surveys.find(surveyId);
    if (!survey) return { brand };
    const order = survey.orderGid ? await tx.orders.find(survey.orderGid) : undefined;
    const until = closesAt(survey);
    return { brand, opened: { survey, orderName: order?.name ?? null, closesAt: until, isClosed: ctx.clock.now() >= until } };
  });
}
