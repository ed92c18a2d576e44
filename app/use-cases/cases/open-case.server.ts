import type { Case } from "#app/domain/cases/case.ts";
import { priorityOf, type CasePriority } from "#app/domain/cases/case-priority.ts";
import { isConversation, type CaseType } from "#app/domain/cases/case-type.ts";
import { firstReplyDueAt } from "#app/domain/cases/first-reply-clock.ts";
import type { HelpTopic } from "#app/domain/help/solution-cards.ts";
import { topicOfCase } from "#app/domain/help/solution-cards.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { recordMetric } from "#app/use-cases/insights/record-metric.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { planCaseOpened } from "./case-messages.server.ts";
import { readFirstReplyRules } from "./first-reply-rules.server.ts";
import { noteCustomerWrote } from "./note-customer-wrote.server.ts";
import type { CaseRecord } from "./ports.ts";

/** What a case is opened for. */
export interface NewCase {
  /** What it is about, unique per shop, such as `question:{formKey}`: the same thing never opens two cases. */
  readonly key: string;
  readonly type: CaseType;
  /** What the customer said that it is about, if they did. */
  readonly topic?: HelpTopic | undefined;
  /** The customer's words in short; "" for a case that the app opens by itself, which is then named by its type. */
  readonly subject: string;
  /** The whole text, shown as the first entry; null when there is none. */
  readonly body: string | null;
  readonly orderGid?: OrderGid | undefined;
  readonly orderName?: string | undefined;
  readonly returnId?: string | undefined;
  readonly customerGid?: CustomerGid | undefined;
  readonly customerName?: string | undefined;
  readonly email?: string | undefined;
  readonly locale: string;
  readonly priority?: CasePriority | undefined;
  /** CSAT 1 to 5 that led to the case. */
  readonly score?: number | undefined;
  readonly ownerId?: string | undefined;
  /** Figures that staff need to see; kept with the first entry. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly number: number;
  /** False when the same key was opened before, or the words were added to the conversation that is open about the order. */
  readonly isNew: boolean;
}

/**
 * Opens a case in the caller's own transaction, once per key, with the clock of its first reply running: one hour of the shop's working
 * time unless set otherwise, and tells the customer that their words arrived. A customer who writes again about an order whose conversation is still open goes on in that one.
 */
export async function openCase(tx: Repositories, ctx: ShopContext, asked: NewCase): Promise<OpenedCase> {
  const input = { ...asked, body: asked.body === null ? null : plainText(asked.body) };
  const known = await tx.cases.claim(input.key);
  if (known) return { caseId: known.id, number: known.number, isNew: false };
  const open = isConversation(input.type) && input.orderGid ? await tx.cases.claimConversation(input.orderGid) : undefined;
  if (open) {
    await noteCustomerWrote(tx, ctx, { record: open, key: input.key, body: input.body ?? input.subject });
    return { caseId: open.id, number: open.number, isNew: false };
  }
  const record = await addCase(tx, ctx, input);
  if (isConversation(record.type)) await planCaseOpened(tx, ctx, { record, body: input.body });
  return { caseId: record.id, number: record.number, isNew: true };
}

async function addCase(tx: Repositories, ctx: ShopContext, input: NewCase): Promise<CaseRecord> {
  const now = ctx.clock.now();
  const rules = await readFirstReplyRules(tx, ctx.shop);
  const opened = { ...whoAndWhat(input), status: "open", openedAt: now, firstRepliedAt: null, closedAt: null, pauses: [] } as const;
  const record: CaseRecord = {
    ...opened,
    id: ctx.ids.next(),
    number: await tx.shop.nextNumber("case"),
    priority: input.priority ?? (await firstPriority(tx, input)),
    firstReplyDueAt: firstReplyDueAt(opened, rules),
    reopenedCount: 0,
    version: 1,
    updatedAt: now,
  };
  await tx.cases.add(record);
  const isFromCustomer = isConversation(input.type);
  await tx.cases.addEvent({
    id: ctx.ids.next(),
    caseId: record.id,
    kind: "opened",
    actor: isFromCustomer ? "customer" : "system",
    at: now,
    body: input.body,
    detail: {
      ...input.detail,
      ...(input.topic ? { topic: input.topic } : {}),
      ...(input.score === undefined ? {} : { score: input.score }),
    },
  });
  if (record.firstReplyDueAt) {
    const { id: caseId, orderGid, customerGid, firstReplyDueAt: dueAt } = record;
    await tx.cases.addPromise({ id: ctx.ids.next(), caseId, stretch: 0, orderGid, customerGid, zone: rules.hours.zone, dueAt, at: now });
  }
  const topic = input.topic ?? topicOfCase(record.type);
  const dimensions = { case_type: record.type, ...(topic ? { topic } : {}) };
  await recordMetric(tx, { key: `case:${record.id}`, metric: "cases_opened", at: now, value: 1, dimensions });
  return record;
}

type WhoAndWhat = Omit<Case, "id" | "number" | "priority" | "status" | "openedAt" | "firstRepliedAt" | "closedAt" | "pauses"> &
  Pick<CaseRecord, "key" | "subject" | "orderName" | "returnId" | "customerName" | "email" | "locale">;

/** Longer first lines are cut in lists; the whole text is in the history. */
const SUBJECT_LENGTH = 140;

function whoAndWhat(input: NewCase): WhoAndWhat {
  return {
    key: input.key,
    type: input.type,
    subject: plainText(input.subject).slice(0, SUBJECT_LENGTH),
    orderGid: input.orderGid ?? null,
    orderName: input.orderName ?? null,
    returnId: input.returnId ?? null,
    customerGid: input.customerGid ?? null,
    customerName: input.customerName ?? null,
    email: input.email ?? null,
    locale: input.locale,
    ownerId: input.ownerId ?? null,
  };
}

async function firstPriority(tx: Repositories, input: NewCase): Promise<CasePriority> {
  const hasBrokenPromise = input.orderGid ? await tx.cases.hasBrokenPromise(input.orderGid) : false;
  return priorityOf({ type: input.type, score: input.score ?? null, isVip: false, hasBrokenPromise });
}
