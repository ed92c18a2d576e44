import { addressLines } from "#app/domain/labels/label-settings.ts";
import { WEEKDAYS } from "#app/domain/promises/business-time.ts";
import type { ShopSettings } from "#app/domain/shops/shop-settings.ts";

/** A settings page and one line about what is set there: a text key and what it is filled with. */
export interface SettingsSummary {
  readonly page: "compensation" | "delivery" | "playbooks" | "messages" | "hours" | "portal" | "labels" | "inspection" | "abuse" | "help";
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
}

type Summarized = Pick<
  ShopSettings,
  "compensation" | "deliveryPromises" | "playbooks" | "sending" | "cases" | "labels" | "inspection" | "orderChanges" | "abuse" | "help"
>;

/** One line for each settings page; basis points stay `rateBp` and `capBp` for whoever puts them into words. */
export function settingsSummaries(settings: Summarized, portalUrl: string): SettingsSummary[] {
  const { compensation, deliveryPromises, playbooks, sending, cases, labels, inspection, orderChanges, abuse, help } = settings;
  const { isEnabled, rateBp, capBp, blockHours } = compensation.lateDelivery;
  const { quietHours } = sending;
  const [firstLine = ""] = addressLines(labels.returnAddress);
  const keptBp = Math.max(...inspection.grades.map(({ deductionBp }) => deductionBp));
  const answers = help.cards.filter(({ isOn }) => isOn).length;
  const openDays = WEEKDAYS.filter((day) => cases.hours.week[day].length > 0).length;
  return [
    { page: "compensation", text: isEnabled ? "on" : "off", values: { rateBp, capBp, hours: blockHours } },
    { page: "delivery", text: deliveryPromises.table.length === 0 ? "none" : "rows", values: { count: deliveryPromises.table.length } },
    { page: "playbooks", text: playbooks.switchedOff.length === 0 ? "all" : "some", values: { count: playbooks.switchedOff.length } },
    { page: "messages", text: quietHours.from === quietHours.to ? "never" : "quiet", values: { from: quietHours.from, to: quietHours.to } },
    { page: "hours", text: "reply", values: { count: cases.firstReplyMinutes, days: openDays } },
    { page: "labels", text: firstLine ? "own" : "shopify", values: { first: firstLine } },
    { page: "inspection", text: keptBp > 0 ? "keeps" : "plain", values: { count: inspection.grades.length, rateBp: 0, capBp: keptBp } },
    { page: "abuse", text: abuse.isEnabled ? "on" : "off", values: { rateBp: abuse.returnShareBp, capBp: 0 } },
    { page: "help", text: answers > 0 ? "on" : "off", values: { count: answers } },
    { page: "portal", text: changesText(orderChanges), values: { url: portalUrl } },
  ];
}

/** What shoppers may do to an order that has not left. */
function changesText({ cancel, address }: ShopSettings["orderChanges"]): "off" | "cancel" | "address" | "both" {
  if (cancel.isOn) return address.isOn ? "both" : "cancel";
  return address.isOn ? "address" : "off";
}
