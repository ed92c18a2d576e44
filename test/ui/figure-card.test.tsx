import { AppProvider } from "@shopify/polaris";
import polarisEnglish from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { compareToPrevious, weeklySeries, type DailyRow } from "#app/domain/insights/weekly-series.ts";
import { axisText } from "#app/ui/insights/figure-words.ts";
import { FigureCard } from "#app/ui/insights/figure-card.tsx";
import { createTranslator } from "#app/ui/i18n.ts";

function render(rows: readonly DailyRow[]): string {
  const { i18n } = createTranslator("en", ["admin"]);
  const range = { from: "2026-11-02", until: "2026-11-15" };
  const comparison = compareToPrevious("csat", rows, { until: range.until, days: 14 });
  const figure = { metric: "csat", currency: null, points: weeklySeries("csat", rows, range), comparison } as const;
  return renderToString(
    <AppProvider i18n={polarisEnglish}>
      <I18nextProvider i18n={i18n}>
        <FigureCard figure={figure} weeks={2} />
      </I18nextProvider>
    </AppProvider>,
  );
}

describe("a figure of the dashboard, as the server writes it", () => {
  test("has its value, its change, its weeks in words and a table of them, without the picture", () => {
    const html = render([
      { day: "2026-10-20", sum: 3, count: 1 },
      { day: "2026-11-03", sum: 8, count: 2 },
      { day: "2026-11-10", sum: 5, count: 1 },
    ]);
    expect(html).toContain("4.3");
    expect(html).toContain("1.3 more than in the 2 weeks before");
    expect(html).toContain("highest 5.0 in the week of Nov 9, 2026, lowest 4.0 in the week of Nov 2, 2026");
    expect(html).toMatch(/<table[\s\S]*2026-W45, from Nov 2, 2026[\s\S]*4\.0[\s\S]*2026-W46[\s\S]*5\.0/);
    expect(html).not.toContain("recharts");
  });

  test("that is empty says when it will not be", () => {
    const html = render([]);
    expect(html).toContain("Customers are asked after a refund and after a closed case");
    expect(html).toContain('href="/app/settings/messages"');
    expect(html).not.toContain("<table");
  });

  test("with one week says so", () => {
    expect(render([{ day: "2026-11-03", sum: 4, count: 1 }])).toContain("the only week with figures");
  });
});

describe("the scale of a chart", () => {
  test("has room for every amount, long ones in short", () => {
    const kind = { metric: "compensation_paid", currency: "USD" } as const;
    const { t } = createTranslator("en", ["admin"]);
    const texts = (currency: string, locale: string, ...values: number[]) =>
      values.map((value) => axisText({ ...kind, currency }, value, { t, locale }));
    expect(texts("USD", "en", 0, 75, 99_900, 100_000, 12_000_000)).toEqual(["$0.00", "$0.75", "$999.00", "$1K", "$120K"]);
    expect(texts("JPY", "en", 800, 1_250_000)).toEqual(["¥800", "¥1.3M"]);
    expect(texts("USD", "zh-CN", 12_000_000)).toEqual(["US$12万"]);
  });

  test("names no two of its lines alike when replies take a minute", () => {
    const { t } = createTranslator("en", ["admin"]);
    const text = (value: number) => axisText({ metric: "first_reply_seconds", currency: null }, value, { t, locale: "en" });
    expect([0, 60, 80, 600, 5_400].map(text)).toEqual(["0 s", "60 s", "80 s", "10 min", "1.5 h"]);
  });
});
