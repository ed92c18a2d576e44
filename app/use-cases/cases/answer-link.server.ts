import { after, DAY } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

const PURPOSE = "case-answer";

/** A customer may take up an old conversation for this long after the mail. */
const LINK_DAYS = 180;

/** Where the customer reads the conversation and answers, without signing in: whoever has the mail may answer it. */
export async function answerLink(ctx: Pick<ShopContext, "tokens" | "links" | "clock">, caseId: string): Promise<string> {
  const token = await ctx.tokens.sign(PURPOSE, { case: caseId }, after(ctx.clock.now(), LINK_DAYS * DAY));
  return ctx.links.app(`/answer/${token}`);
}

/** The case that a link was made for, or undefined for anything forged, too old, or of another shop. */
export async function caseOfAnswerToken(ctx: Pick<ShopContext, "tokens">, token: string): Promise<string | undefined> {
  return (await ctx.tokens.verify(PURPOSE, token))?.case;
}
