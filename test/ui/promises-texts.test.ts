import { expect, test } from "vitest";
import { COMPENSATION_METHODS } from "#app/domain/compensation/compensation-settings.ts";
import { COMPENSATION_STATUSES } from "#app/domain/compensation/compensation-status.ts";
import { COMPENSATION_VIEWS } from "#app/domain/compensation/compensation-views.ts";
import { LEDGER_PHASES, MOVEMENT_KINDS } from "#app/domain/compensation/ledger.ts";
import { MESSAGE_STATUSES } from "#app/domain/messages/message-status.ts";
import { MESSAGE_VIEWS } from "#app/domain/messages/message-views.ts";
import { REPLY_CHOICES } from "#app/domain/messages/reply-choice.ts";
import { MESSAGE_KINDS, TEMPLATE_KEYS, variablesOf } from "#app/domain/messages/template.ts";
import { READY_MADE_PLAYBOOKS } from "#app/domain/playbooks/ready-made.ts";
import { WEEKDAYS } from "#app/domain/promises/business-time.ts";
import { DELIVERY_VIEWS } from "#app/domain/promises/delivery-views.ts";
import { PROMISE_STATUSES } from "#app/domain/promises/promise-status.ts";
import { SETTING_PROBLEM_CODES } from "#app/domain/shops/setting-problems.ts";
import { TOUCHPOINTS } from "#app/domain/surveys/touchpoint.ts";
import { createTranslator, LOCALES } from "#app/ui/i18n.ts";
import { DECISIONS } from "#app/ui/promises/decisions.ts";

const under = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix}.${name}`);
const REASONS = [
  ...["above_approval_limit", "over_daily_budget", "over_monthly_budget", "limit_in_other_currency", "not_late", "already_settled"],
  ...["switched_off", "order_cancelled", "order_refunded", "order_gone", "parcel_cancelled", "rejected"],
];

/** Every text that is looked up by a name which the domain gives. */
const KEYS = [
  ...under("settingproblem", SETTING_PROBLEM_CODES),
  ...under("template", TEMPLATE_KEYS).flatMap((key) => [`${key}.name`, `${key}.when`]),
  ...under("variable", [...new Set(TEMPLATE_KEYS.flatMap(variablesOf))]),
  ...under("messageStatus", MESSAGE_STATUSES),
  ...under("messageView", MESSAGE_VIEWS),
  ...under("messages.kind", MESSAGE_KINDS),
  ...under("choice", REPLY_CHOICES),
  ...under("suppression", ["no_address", "outdated", "unsubscribed", "no_consent", "already_talking", "too_many"]),
  ...under("promiseStatus", PROMISE_STATUSES),
  ...under("deliveryView", DELIVERY_VIEWS),
  ...under("compensationStatus", COMPENSATION_STATUSES),
  ...under("compensationView", COMPENSATION_VIEWS),
  ...under("compensationMethod", COMPENSATION_METHODS),
  ...under("compensationReason", REASONS),
  ...under("compensationReasonHelp", REASONS),
  ...under("compensationDecision", DECISIONS),
  ...under("compensationDone", DECISIONS),
  ...under("ledgerPhase", LEDGER_PHASES),
  ...under("movementKind", MOVEMENT_KINDS),
  ...under("movementState", ["pending", "paid", "failed", "voided", "reversed"]),
  ...under("weekday", WEEKDAYS),
  ...under("language", LOCALES),
  ...under("settings.playbooks.touchpoint", TOUCHPOINTS),
  ...READY_MADE_PLAYBOOKS.flatMap(({ id, steps }) => [
    ...under(`playbook.${id}`, ["name", "when"]),
    ...steps.map((_, index) => `playbook.${id}.step${index + 1}`),
  ]),
];

test.each(LOCALES)("every name that the domain gives has a text for staff (%s)", (locale) => {
  const missing: string[] = [];
  const { t } = createTranslator(locale, ["admin-promises"], { onMissingKey: (key) => missing.push(key) });
  const shown = KEYS.filter((key) => t(key, { count: 2 }) === key);
  expect([...missing, ...shown]).toEqual([]);
});
