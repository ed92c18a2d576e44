import { after, DAY } from "#app/domain/shared/time.ts";
import { SCORES, type Score } from "#app/domain/surveys/survey.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

const PURPOSE = "survey";

/** Links outlive the survey by far, so that a late customer is told that it is over instead of that the link is wrong. */
const LINK_DAYS = 400;

/**
 * The addresses behind the five scores of a survey's mail. Each opens a page with that score chosen; nothing is answered before the
 * customer confirms it there, so a mail scanner that opens every link answers nothing.
 */
export async function surveyLinks(
  ctx: Pick<ShopContext, "tokens" | "links" | "clock">,
  surveyId: string,
): Promise<{ score: Score; url: string }[]> {
  const token = await ctx.tokens.sign(PURPOSE, { survey: surveyId }, after(ctx.clock.now(), LINK_DAYS * DAY));
  return SCORES.map((score) => ({ score, url: ctx.links.app(`/survey/${token}`, { score: String(score) }) }));
}

/** The survey that a link was made for, or undefined for anything forged, made for another shop or for something else. */
export async function surveyOfToken(ctx: Pick<ShopContext, "tokens">, token: string): Promise<string | undefined> {
  return (await ctx.tokens.verify(PURPOSE, token))?.survey;
}
