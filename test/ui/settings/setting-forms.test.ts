import { describe, expect, test } from "vitest";
import { parseSetting } from "#app/domain/shops/setting-problems.ts";
import { readShopSettings, type SettingName } from "#app/domain/shops/shop-settings.ts";
import { compensationDocument, compensationForm } from "#app/ui/settings/compensation-form.ts";
import { deliveryDocument, deliveryForm, usableRows } from "#app/ui/settings/delivery-form.ts";
import { hoursDocument, hoursForm, usableHours } from "#app/ui/settings/hours-form.ts";
import { playbookDocuments, playbookForm } from "#app/ui/settings/playbook-form.ts";
import { sendingDocuments, sendingForm } from "#app/ui/settings/sending-form.ts";
import { settingsSummaries } from "#app/ui/settings/settings-summary.ts";

const SHOP = { name: "Field & Thread", zone: "America/New_York" };
const defaults = readShopSettings({}, SHOP);
const usd = (minor: number) => ({ minor, currency: "USD" });

/** What is stored when the form of these settings is saved untouched. */
function saved(name: SettingName, document: object): unknown {
  const parsed = parseSetting(name, document, SHOP);
  return parsed.ok ? parsed.value : parsed.error;
}

describe("a form that nobody touched saves what was there", () => {
  test("compensation, with and without limits", () => {
    const strict = { ...defaults.compensation, creditExpiryDays: 90, dailyBudget: usd(10_050), approvalAbove: usd(0) };
    for (const settings of [defaults.compensation, strict])
      expect(saved("compensation", compensationDocument(compensationForm(settings), "USD"))).toEqual(settings);
  });

  test("delivery promises; an empty product type is any", () => {
    const table = [
      { country: "*", productType: "*", days: 5, unit: "workdays", from: "shipped" },
      { country: "DE", productType: "Shirts", days: 3, unit: "calendar_days", from: "ordered" },
    ] as const;
    const settings = { ...defaults.deliveryPromises, table };
    expect(deliveryForm(settings).rows.map(({ productType }) => productType)).toEqual(["", "Shirts"]);
    expect(saved("deliveryPromises", deliveryDocument(deliveryForm(settings), SHOP.zone))).toEqual(settings);
  });

  test("playbooks, silence and surveys", () => {
    const settings = {
      playbooks: { switchedOff: ["case_closed"], repairFollowUpDays: 14 },
      silence: defaults.silence,
      surveys: defaults.surveys,
    };
    const documents = playbookDocuments(playbookForm(settings));
    for (const name of ["playbooks", "silence", "surveys"] as const) expect(saved(name, documents[name])).toEqual(settings[name]);
  });

  test("sender, sending and languages; an empty address is the shop's own", () => {
    const languages = { offered: ["en", "de"] } as const;
    for (const sending of [defaults.sending, { ...defaults.sending, frequencyCap: null }]) {
      const documents = sendingDocuments(sendingForm({ brand: defaults.brand, sending, languages }));
      expect(saved("languages", documents.languages)).toEqual(languages);
      expect(saved("brand", documents.brand)).toEqual(defaults.brand);
      expect(saved("sending", documents.sending)).toEqual(sending);
    }
  });

  test("business hours; a shift until midnight is shown as clocks show it", () => {
    const week = { ...defaults.cases.hours.week, saturday: [{ from: "18:00", to: "24:00" }] };
    const settings = { ...defaults.cases, hours: { ...defaults.cases.hours, week } };
    expect(hoursForm(settings).week.saturday).toEqual([{ from: "18:00", to: "00:00" }]);
    expect(saved("cases", hoursDocument(hoursForm(settings), SHOP.zone))).toEqual(settings);
  });
});

describe("a form with something unfinished", () => {
  test("keeps what was typed, so that the field can be named", () => {
    const form = { ...compensationForm(defaults.compensation), rate: "two", monthlyBudget: "1.005" };
    const parsed = parseSetting("compensation", compensationDocument(form, "USD"), SHOP);
    expect(parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "compensation.lateDelivery.rateBp percent_needed",
      "compensation.monthlyBudget.minor amount_invalid",
    ]);
  });

  test("answers with the rows and hours that can be used as they are", () => {
    const form = deliveryForm(defaults.deliveryPromises);
    const rows = [
      { country: "*", productType: "", days: "soon", unit: "workdays", from: "shipped" },
      { country: "US", productType: "", days: "2", unit: "workdays", from: "shipped" },
    ] as const;
    expect(usableRows({ ...form, rows })).toEqual([
      { index: 1, row: { country: "US", productType: "*", days: 2, unit: "workdays", from: "shipped" } },
    ]);
    const hours = hoursForm(defaults.cases);
    expect(usableHours(hours, SHOP.zone)).toEqual(defaults.cases.hours);
    expect(usableHours({ ...hours, week: { ...hours.week, monday: [{ from: "", to: "18:00" }] } }, SHOP.zone)).toBeNull();
  });
});

test("every settings page says in one line how it is set", () => {
  const lines = settingsSummaries(defaults, "https://shop.example/apps/returns/").map(({ page, text }) => `${page} ${text}`);
  expect(lines).toEqual([
    "compensation on",
    "delivery none",
    "playbooks all",
    "messages quiet",
    "hours reply",
    "labels shopify",
    "inspection plain",
    "abuse on",
    "help on",
    "portal off",
  ]);
});
