import type { MessageStatus } from "#app/domain/messages/message-status.ts";
import type { MessageView } from "#app/domain/messages/message-views.ts";
import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import type { MessageKind, TemplateKey } from "#app/domain/messages/template.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { Brand } from "#app/domain/shops/brand.ts";

/** What a text may be filled with, as plain JSON; it is put into words of the customer's language only when the mail is written. */
export type MailValue =
  | string
  | number
  | null
  | { readonly money: Money }
  /** One for each currency. */
  | { readonly sums: readonly Money[] }
  /** A calendar date, "2026-11-20". */
  | { readonly date: string }
  /** An ISO 8601 instant on wall clocks in `zone`. */
  | { readonly moment: { readonly at: string; readonly zone: string } }
  | { readonly basisPoints: number }
  /** A text of the app's own, by its name under `terms` in mail.json: "store_credit". */
  | { readonly term: string }
  /** Each may say by a term what becomes of it. */
  | { readonly items: readonly { readonly title: string; readonly quantity: number; readonly term?: string }[] }
  /** Buttons of the message, about the subject it was sent for (a fulfillment gid). */
  | { readonly choices: readonly ReplyChoice[] }
  /** The five scores of a survey, by its id. */
  | { readonly survey: string };

/** By the Liquid names of domain/messages/template.ts. */
export type MailVariables = Readonly<Record<string, MailValue>>;

/** What a message hangs on, beside its columns. */
export interface MessageAbout {
  /** What a button's answer is about: a fulfillment gid. */
  readonly subject?: string;
  /** The customer's IANA zone, for quiet hours. */
  readonly zone?: string;
  readonly returnId?: string;
}

export interface MessageRecord {
  readonly id: string;
  /** What it is sent for, unique per shop: the same thing is never said twice. */
  readonly key: string;
  readonly direction: "out" | "in";
  readonly channel: "email";
  readonly kind: MessageKind;
  readonly template: TemplateKey;
  readonly customerGid?: CustomerGid;
  readonly orderGid?: OrderGid;
  readonly caseId?: string;
  /** In the form of `normalizeEmail`, or empty when none is known. */
  readonly address: string;
  readonly locale: string;
  readonly variables: MailVariables;
  readonly about: MessageAbout;
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly status: MessageStatus;
  readonly reason?: string;
  /** When to look at it again by itself; absent while nothing is left to do. */
  readonly dueAt?: Date;
  readonly sentAt?: Date;
  readonly providerId?: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What may change in a message after it was planned. */
export type MessageChange = Partial<Pick<MessageRecord, "subject" | "html" | "text" | "reason" | "sentAt" | "providerId" | "attempts">> & {
  readonly status: MessageStatus;
  readonly dueAt: Date | null;
};

/** Who a message is said to. */
export interface ConversationOf {
  readonly customerGid?: CustomerGid;
  readonly address?: string;
}

export interface MessageRepository {
  /** Adds the messages whose keys are new; answers the ids of those. */
  addAll(messages: readonly MessageRecord[]): Promise<ReadonlySet<string>>;
  find(id: string): Promise<MessageRecord | undefined>;
  findByKey(key: string): Promise<MessageRecord | undefined>;
  /** Changes it when its status is still `from`; answers whether it was. */
  change(id: string, from: MessageStatus, change: MessageChange): Promise<boolean>;
  /** Takes messages that are due until `now`, and has them come up again at `again` in case nobody finishes them. Answers their ids. */
  claimDue(now: Date, again: Date, limit: number): Promise<string[]>;
  /** When courtesy and marketing messages went to this address since a moment. */
  sentSince(address: string, since: Date): Promise<Date[]>;
  ofOrder(orderGid: OrderGid): Promise<MessageRecord[]>;
  /** Keeps the customer's first answer by button; answers whether this was it. */
  addReply(reply: MessageReply): Promise<boolean>;
  replyTo(messageId: string): Promise<MessageReply | undefined>;
  /** Addresses are kept as keyed hashes. */
  hasUnsubscribed(emailHash: string): Promise<boolean>;
  unsubscribe(entry: { readonly emailHash: string; readonly at: Date; readonly source: string }): Promise<void>;
  resubscribe(emailHash: string): Promise<void>;
  /** Whether a case of this customer is open right now. */
  hasOpenCase(of: ConversationOf): Promise<boolean>;
}

export interface MessageSearch {
  readonly view: MessageView;
  /** Found in address and subject, and in the name of the order. */
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
}

/** A message with what people call its order. */
export interface ListedMessage extends MessageRecord {
  readonly orderName?: string;
}

export interface MessageListRepository {
  /** One page, newest first, and how many there are in all. */
  search(search: MessageSearch): Promise<{ messages: ListedMessage[]; total: number }>;
}

export interface MessageReply {
  readonly messageId: string;
  readonly choice: ReplyChoice;
  readonly at: Date;
}

/** Subject and body in Liquid. */
export interface MailTexts {
  readonly subject: string;
  readonly body: string;
}

/** A merchant's own text in place of the one that comes with the app. */
export interface StoredTemplate extends MailTexts {
  readonly key: TemplateKey;
  readonly locale: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy?: string;
}

export interface TemplateRepository {
  find(key: TemplateKey, locale: string): Promise<StoredTemplate | undefined>;
  all(): Promise<StoredTemplate[]>;
  /** Saves when the stored version is still `expectedVersion` (0 for none); answers whether it was. */
  save(template: Omit<StoredTemplate, "version">, expectedVersion: number): Promise<boolean>;
  remove(key: TemplateKey, locale: string): Promise<void>;
}

/** A button with its address; what stands on it is the renderer's, in the language of the mail. */
export interface ChoiceLink {
  readonly choice: ReplyChoice;
  readonly url: string;
}

export interface ScoreLink {
  readonly score: number;
  readonly url: string;
}

/** Everything that a mail is made of. */
export interface MailToRender {
  readonly texts: MailTexts;
  readonly locale: string;
  readonly brand: Brand;
  readonly shopUrl: string;
  readonly variables: MailVariables;
  readonly choices: readonly ChoiceLink[];
  readonly scores: readonly ScoreLink[];
  readonly unsubscribeUrl?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The text cannot be read or uses something that does not exist; `message` says what, in the words of the template engine. */
export interface TemplateInvalid {
  readonly code: "template_invalid";
  readonly field: keyof MailTexts;
  readonly message: string;
}

/** Writes mails: Liquid with escaped values and without access to anything else, inside the shop's layout. */
export interface MailRenderer {
  /** The languages that every text exists in. */
  readonly locales: readonly [string, ...string[]];
  /** The text that comes with the app. */
  defaults(key: TemplateKey, locale: string): MailTexts;
  /** What stands on a button. */
  choiceLabel(choice: ReplyChoice, locale: string): string;
  /** Example values for every variable of a template, for previews. */
  sample(
    key: TemplateKey,
    like: { readonly locale: string; readonly currency: string; readonly zone: string; readonly now: Date },
  ): MailVariables;
  render(mail: MailToRender): Promise<Result<RenderedMail, TemplateInvalid>>;
}
