import type { Effect, PlaybookRun } from "#app/domain/playbooks/run.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { planCompensations } from "#app/use-cases/compensation/plan-compensation.server.ts";
import { planMessages, type MessagePlan } from "#app/use-cases/messages/plan-message.server.ts";
import { addressHash } from "#app/use-cases/messages/unsubscribe.server.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { zoneOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import { deliveryVariables } from "#app/use-cases/promises/delivery-messages.server.ts";
import { askForScore } from "#app/use-cases/surveys/ask-for-score.server.ts";
import type { RunAbout } from "./ports.ts";
import type { Scene } from "./scene.server.ts";

/** Something that a run wants done. */
export interface WantedEffect {
  readonly effect: Effect;
  readonly run: PlaybookRun;
  readonly about: RunAbout;
}

type Wanted<Kind extends Effect["kind"]> = WantedEffect & { readonly effect: Extract<Effect, { kind: Kind }> };

/** Does what runs want done, each exactly once by its key, many at once with the same few statements. */
export async function executeEffects(
  tx: Repositories,
  ctx: ShopContext,
  { wanted, scene }: { readonly wanted: readonly WantedEffect[]; readonly scene: Scene },
): Promise<void> {
  const messages: MessagePlan[] = [];
  for (const one of wanted) if (isKind(one, "send_message")) messages.push(await messageFor(tx, ctx, { one, scene }));
  await planMessages(tx, ctx, messages);
  const late = wanted.filter((one) => isKind(one, "compensate")).flatMap(({ run }) => scene.deliveries.get(run.subject) ?? []);
  await planCompensations(tx, ctx, { deliveries: late, rules: scene.rules, now: scene.now });
  for (const one of wanted) if (isKind(one, "open_case")) await openCaseFor(tx, ctx, one);
}

function isKind<Kind extends Effect["kind"]>(one: WantedEffect, kind: Kind): one is Wanted<Kind> {
  return one.effect.kind === kind;
}

async function messageFor(
  tx: Repositories,
  ctx: ShopContext,
  { one, scene }: { readonly one: Wanted<"send_message">; readonly scene: Scene },
): Promise<MessagePlan> {
  const { effect, run, about } = one;
  const delivery = scene.deliveries.get(run.subject);
  const { template, choices } = effect;
  const buttons: MailVariables = choices.length > 0 ? { choices: { choices } } : {};
  const ofParcel = delivery ? deliveryVariables(delivery, scene.rules, { template, choices, now: scene.now }) : buttons;
  return {
    key: effect.key,
    template,
    to: {
      address: about.address ?? null,
      customerGid: about.customerGid ?? null,
      name: about.customerName ?? null,
      locale: about.locale ?? null,
      zone: delivery ? zoneOf(delivery, scene.rules) : null,
    },
    orderGid: about.orderGid ?? null,
    orderName: about.orderName ?? null,
    caseId: about.caseId ?? null,
    returnId: about.returnId ?? null,
    ...(delivery ? { subject: run.subject } : {}),
    variables: { ...ofParcel, ...about.variables, ...(await surveyFor(tx, ctx, one)) },
  };
}

async function surveyFor(tx: Repositories, ctx: ShopContext, { effect, run, about }: Wanted<"send_message">): Promise<MailVariables> {
  if (effect.survey === null) return {};
  const survey = await askForScore(tx, ctx, {
    touchpoint: effect.survey,
    subject: run.subject,
    orderGid: about.orderGid,
    returnId: about.returnId,
    caseId: about.caseId,
    customerGid: about.customerGid,
    email: about.address,
    locale: about.locale ?? ctx.shop.locale,
    hasUnsubscribed: about.address ? await tx.messages.hasUnsubscribed(addressHash(ctx, about.address)) : false,
  });
  return survey === undefined ? {} : { survey: { survey } };
}

async function openCaseFor(tx: Repositories, ctx: ShopContext, { effect, about }: Wanted<"open_case">): Promise<void> {
  await openCase(tx, ctx, {
    key: effect.key,
    type: effect.caseType,
    subject: "",
    body: null,
    orderGid: about.orderGid,
    orderName: about.orderName,
    returnId: about.returnId,
    customerGid: about.customerGid,
    customerName: about.customerName,
    email: about.address,
    locale: about.locale ?? ctx.shop.locale,
  });
}
