import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import { mayAsk } from "#app/domain/surveys/may-ask.ts";
import { EXPIRES_AFTER_DAYS } from "#app/domain/surveys/survey.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";
import { isGiftsReturn } from "#app/use-cases/gifts/is-gift.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What a customer is asked about, and who they are. */
export interface Asking {
  readonly touchpoint: Touchpoint;
  /** The refund's gid, or the case's id and how often it was reopened: each is asked about once. */
  readonly subject: string;
  readonly orderGid?: OrderGid | undefined;
  readonly returnId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly customerGid?: CustomerGid | undefined;
  readonly email?: string | undefined;
  readonly locale: string;
  readonly hasUnsubscribed?: boolean | undefined;
}

/**
 * Makes the survey whose five scores a mail shows, in the caller's own transaction: the mail's variable `survey` is `{ survey: id }`. The
 * same touchpoint and subject is one survey, however often it is asked for. Answers undefined when the customer is not to be asked.
 */
export async function askForScore(tx: Repositories, ctx: ShopContext, asking: Asking): Promise<string | undefined> {
  const { touchpoint, subject, hasUnsubscribed = false } = asking;
  const key = `${touchpoint}:${subject}`;
  const known = await tx.surveys.findByKey(key);
  if (known) return known.id;
  const now = ctx.clock.now();
  const lastAskedAt = asking.email ? ((await tx.surveys.lastAskedAt(asking.email)) ?? null) : null;
  const settings = await readSetting(tx, ctx.shop, "surveys");
  if (mayAsk({ touchpoint, lastAskedAt, hasUnsubscribed }, settings, now).kind === "skip") return undefined;
  const id = ctx.ids.next();
  const isAdded = await tx.surveys.add({
    id,
    key,
    touchpoint,
    subject,
    orderGid: (await isGiftsReturn(tx, asking.returnId)) ? null : (asking.orderGid ?? null),
    customerGid: asking.customerGid ?? null,
    returnId: asking.returnId ?? null,
    caseId: asking.caseId ?? null,
    email: asking.email ?? null,
    locale: asking.locale,
    askedAt: now,
    expiresAt: after(now, EXPIRES_AFTER_DAYS * DAY),
    response: null,
  });
  return isAdded ? id : (await tx.surveys.findByKey(key))?.id;
}
