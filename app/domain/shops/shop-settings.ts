import { z } from "zod";
import type { CompensationSettings } from "#app/domain/compensation/compensation-settings.ts";
import { compensationSettingsSchema } from "#app/domain/compensation/compensation-settings.ts";
import type { GiftSettings } from "#app/domain/gifts/gift-settings.ts";
import { giftSettingsSchema } from "#app/domain/gifts/gift-settings.ts";
import type { HelpSettings } from "#app/domain/help/solution-cards.ts";
import { helpSettingsSchema } from "#app/domain/help/solution-cards.ts";
import type { InspectionSettings } from "#app/domain/inspection/inspection-settings.ts";
import { inspectionSettingsSchema } from "#app/domain/inspection/inspection-settings.ts";
import type { LabelSettings } from "#app/domain/labels/label-settings.ts";
import { labelSettingsSchema } from "#app/domain/labels/label-settings.ts";
import type { SendingSettings } from "#app/domain/messages/may-send.ts";
import { sendingSettingsSchema } from "#app/domain/messages/may-send.ts";
import type { OrderChangeSettings } from "#app/domain/orders/order-change-settings.ts";
import { orderChangeSettingsSchema } from "#app/domain/orders/order-change-settings.ts";
import type { BusinessHours } from "#app/domain/promises/business-time.ts";
import { businessHoursSchema, officeHours } from "#app/domain/promises/business-time.ts";
import type { PromiseTable } from "#app/domain/promises/promise-table.ts";
import { promiseTableSchema } from "#app/domain/promises/promise-table.ts";
import type { SilenceSettings } from "#app/domain/promises/silence.ts";
import { silenceSettingsSchema } from "#app/domain/promises/silence.ts";
import type { WorkdayCalendar } from "#app/domain/promises/workdays.ts";
import { mondayToFriday, workdayCalendarSchema } from "#app/domain/promises/workdays.ts";
import type { PlaybookSettings } from "#app/domain/playbooks/playbook-settings.ts";
import { playbookSettingsSchema } from "#app/domain/playbooks/playbook-settings.ts";
import type { AbuseSettings } from "#app/domain/returns/abuse-settings.ts";
import { abuseSettingsSchema } from "#app/domain/returns/abuse-settings.ts";
import type { ExchangeSettings } from "#app/domain/returns/exchange-settings.ts";
import { exchangeSettingsSchema } from "#app/domain/returns/exchange-settings.ts";
import type { SurveySettings } from "#app/domain/surveys/may-ask.ts";
import { surveySettingsSchema } from "#app/domain/surveys/may-ask.ts";
import { brandSchema } from "./brand.ts";
import type { Brand } from "./brand.ts";
import { evidenceSettingsSchema } from "./evidence-settings.ts";
import type { EvidenceSettings } from "./evidence-settings.ts";
import { languageSettingsSchema } from "./languages.ts";
import type { LanguageSettings } from "./languages.ts";

/** Everything a merchant has set, with defaults for what they have not. */
export interface ShopSettings {
  readonly brand: Brand;
  readonly cases: CaseSettings;
  readonly deliveryPromises: DeliveryPromiseSettings;
  readonly silence: SilenceSettings;
  readonly labels: LabelSettings;
  readonly inspection: InspectionSettings;
  readonly abuse: AbuseSettings;
  readonly evidence: EvidenceSettings;
  readonly gifts: GiftSettings;
  readonly help: HelpSettings;
  readonly languages: LanguageSettings;
  readonly orderChanges: OrderChangeSettings;
  readonly exchanges: ExchangeSettings;
  readonly compensation: CompensationSettings;
  readonly playbooks: PlaybookSettings;
  readonly sending: SendingSettings;
  readonly surveys: SurveySettings;
}

export interface CaseSettings {
  /** When staff works; the clock of the first reply runs only then. */
  readonly hours: BusinessHours;
  /** Working minutes within which somebody answers. */
  readonly firstReplyMinutes: number;
}

export interface DeliveryPromiseSettings {
  readonly table: PromiseTable;
  /** The days on which parcels move. */
  readonly calendar: WorkdayCalendar;
}

/** What a shop is before its merchant has set anything. */
export interface ShopDefaults {
  readonly name: string;
  /** IANA zone of the shop. */
  readonly zone: string;
}

/** The settings documents by name, as they are stored one by one. */
export type SettingName = keyof ShopSettings;

/** The schema of each document, with defaults from the shop itself: office hours and workdays in its zone, its name as the brand. */
export function settingSchemas(shop: ShopDefaults): ReturnType<typeof schemasFor> {
  const key = JSON.stringify([shop.name, shop.zone]);
  const known = schemas.get(key);
  if (known) return known;
  const made = schemasFor(shop);
  if (schemas.size >= MOST_SCHEMAS) schemas.clear();
  schemas.set(key, made);
  return made;
}

/** Making a schema costs far more than reading a document with it, so those of the shops at hand are kept: never more than this many. */
const MOST_SCHEMAS = 1_000;
const schemas = new Map<string, ReturnType<typeof schemasFor>>();

function schemasFor(shop: ShopDefaults) {
  return {
    brand: brandSchema(shop.name),
    cases: z
      .object({
        hours: businessHoursSchema.default(officeHours(shop.zone)),
        firstReplyMinutes: z.int().min(1).max(10_080).default(60),
      })
      .prefault({}),
    deliveryPromises: z
      .object({
        table: promiseTableSchema.default([]),
        calendar: workdayCalendarSchema.default(mondayToFriday(shop.zone)),
      })
      .prefault({}),
    silence: silenceSettingsSchema.prefault({}),
    labels: labelSettingsSchema.prefault({}),
    inspection: inspectionSettingsSchema.prefault({}),
    abuse: abuseSettingsSchema.prefault({}),
    evidence: evidenceSettingsSchema.prefault({}),
    gifts: giftSettingsSchema.prefault({}),
    help: helpSettingsSchema.prefault({}),
    languages: languageSettingsSchema.prefault({}),
    orderChanges: orderChangeSettingsSchema.prefault({}),
    exchanges: exchangeSettingsSchema.prefault({}),
    compensation: compensationSettingsSchema.prefault({}),
    playbooks: playbookSettingsSchema.prefault({}),
    sending: sendingSettingsSchema.prefault({}),
    surveys: surveySettingsSchema.prefault({}),
  };
}

/**
 * The shop's settings from its stored documents; a document that is not stored is all defaults. Throws on a stored document that its own
 * schema refuses, because running on guessed rules for money is worse than stopping.
 */
export function readShopSettings(documents: Readonly<Partial<Record<SettingName, unknown>>>, shop: ShopDefaults): ShopSettings {
  const own = settingSchemas(shop);
  return {
    brand: own.brand.parse(documents.brand),
    cases: own.cases.parse(documents.cases),
    deliveryPromises: own.deliveryPromises.parse(documents.deliveryPromises),
    silence: own.silence.parse(documents.silence),
    labels: own.labels.parse(documents.labels),
    inspection: own.inspection.parse(documents.inspection),
    abuse: own.abuse.parse(documents.abuse),
    evidence: own.evidence.parse(documents.evidence),
    gifts: own.gifts.parse(documents.gifts),
    help: own.help.parse(documents.help),
    languages: own.languages.parse(documents.languages),
    orderChanges: own.orderChanges.parse(documents.orderChanges),
    exchanges: own.exchanges.parse(documents.exchanges),
    compensation: own.compensation.parse(documents.compensation),
    playbooks: own.playbooks.parse(documents.playbooks),
    sending: own.sending.parse(documents.sending),
    surveys: own.surveys.parse(documents.surveys),
  };
}
