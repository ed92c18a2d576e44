import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SettingName } from "#app/domain/shops/shop-settings.ts";
import type { SettingDocuments } from "#app/use-cases/shops/read-settings.server.ts";
import type { UsualTexts } from "#app/ui/settings/help-fields.tsx";
import type { SettingsSummary } from "#app/ui/settings/settings-summary.ts";
import { compensationDocument, compensationForm } from "#app/ui/settings/compensation-form.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];

let app: TestApp;
const pages = {
  index: () => import("#app/routes/app.settings._index.tsx"),
  compensation: () => import("#app/routes/app.settings.compensation.tsx"),
  delivery: () => import("#app/routes/app.settings.delivery.tsx"),
  playbooks: () => import("#app/routes/app.settings.playbooks.tsx"),
  messages: () => import("#app/routes/app.settings.messages.tsx"),
  hours: () => import("#app/routes/app.settings.hours.tsx"),
  labels: () => import("#app/routes/app.settings.labels.tsx"),
  inspection: () => import("#app/routes/app.settings.inspection.tsx"),
  help: () => import("#app/routes/app.settings.help.tsx"),
  portal: () => import("#app/routes/app.settings.portal.tsx"),
};
type Saving = "compensation" | "delivery" | "playbooks" | "messages" | "hours" | "labels" | "help";

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS], isWorking: false });
});
afterAll(() => app.close());
beforeEach(async () => {
  const { inShop } = await import("#app/adapters/prisma/tenant.server.ts");
  const { shopId } = (await app.ctx(MINE)).shop;
  await inShop(app.app.database.prisma, shopId, (tx) => tx.shopSetting.deleteMany({ where: { shopId } }));
});

/** What the loaders of the pages answer with, each its part. */
interface Loaded extends SettingDocuments<SettingName> {
  readonly summaries: readonly SettingsSummary[];
  readonly usual: UsualTexts;
  readonly proxyPath: string;
  readonly editorUrl: string;
}

const open = async (page: keyof typeof pages, call: AdminCall = {}): Promise<Loaded> => {
  const module = await pages[page]();
  const loaded: Promise<unknown> = module.loader(await adminCall(app, `/app/settings/${page}`, call));
  return (await bodyOf(loaded)) as Loaded;
};
const send = async (page: Saving, form: Record<string, string>, call: AdminCall = {}) => {
  const module = await pages[page]();
  return module.action(await adminCall(app, `/app/settings/${page}`, { ...call, form }));
};
const save = async (page: Saving, documents: Record<string, { value: unknown; version: number }>, call: AdminCall = {}) => {
  const response = await send(page, { documents: JSON.stringify(documents), revision: "7" }, call);
  return { status: response.status, body: await response.json() };
};

describe("the languages shoppers are spoken to in", () => {
  test("are all of them, then those chosen; none at all or one without texts is refused", async () => {
    expect((await open("messages")).languages).toEqual({ value: { offered: ["en", "zh-CN", "de", "fr", "es", "ja"] }, version: 0 });
    expect((await save("messages", { languages: { value: { offered: ["en", "de"] }, version: 0 } })).status).toBe(200);
    expect((await open("messages")).languages).toEqual({ value: { offered: ["en", "de"] }, version: 1 });
    for (const offered of [[], ["nl"]]) {
      expect((await save("messages", { languages: { value: { offered }, version: 1 } })).status).toBe(422);
    }
  });
});

describe("the answers before a question", () => {
  test("begin with the app's own words in the shop's languages, and are kept as the merchant writes, orders and switches them", async () => {
    const { help, usual } = await open("help");
    expect(help.value.cards.map(({ topic }) => topic)).toEqual(["late", "fit", "damaged", "money", "change"]);
    expect(usual.de?.money.title).toBe("Wann bekomme ich mein Geld?");
    const cards = [
      { ...help.value.cards[3], title: { en: " My money? " } },
      { ...help.value.cards[0], isOn: false },
    ];
    expect((await save("help", { help: { value: { order: "own", cards }, version: 0 } })).status).toBe(200);
    expect((await open("help")).help.value).toMatchObject({ order: "own", cards: [{ title: { en: "My money?" } }, { isOn: false }] });
    const long = [{ ...help.value.cards[0], answer: { en: "a".repeat(601) } }];
    const refused = await save("help", { help: { value: { cards: long }, version: 1 } });
    expect(refused.body.error).toMatchObject({ problems: [{ path: "help.cards.0.answer.en", code: "too_long" }] });
  });
});

describe("settings pages", () => {
  test("every page opens for a shop that has set nothing", async () => {
    expect((await open("index")).summaries.map(({ page }) => page)).toEqual([
      "compensation",
      "delivery",
      "playbooks",
      "messages",
      "hours",
      "labels",
      "inspection",
      "abuse",
      "help",
      "portal",
    ]);
    expect((await open("compensation")).compensation).toMatchObject({ version: 0, value: { lateDelivery: { rateBp: 200 } } });
    expect((await open("delivery")).deliveryPromises.value.table).toEqual([]);
    expect((await open("playbooks")).silence.value.workdays).toBe(3);
    expect((await open("messages")).brand.value.name).toBe("field-and-thread");
    expect((await open("hours")).cases.value.firstReplyMinutes).toBe(60);
    const portal = await open("portal");
    expect(portal.proxyPath).toBe("/apps/returns");
    expect(portal.editorUrl).toContain("addAppBlockId=test-key/returns");
  });

  test("what is saved is there afterwards, under the next version, and in the audit log with who did it", async () => {
    const { compensation } = await open("compensation");
    const form = { ...compensationForm(compensation.value), rate: "2.5", dailyBudget: "99.90" };
    const answer = await save(
      "compensation",
      { compensation: { value: compensationDocument(form, "USD"), version: 0 } },
      { staff: "71000001" },
    );
    expect(answer).toEqual({ status: 200, body: { revision: 7 } });
    expect((await open("compensation")).compensation).toMatchObject({
      version: 1,
      value: { lateDelivery: { rateBp: 250 }, dailyBudget: { minor: 9_990, currency: "USD" } },
    });
    const ctx = await app.ctx(MINE);
    const trail = await ctx.transaction((tx) => tx.shop.auditTrail("settings:compensation"));
    expect(trail.at(-1)).toMatchObject({ actor: "staff:71000001", action: "settings.change" });
  });

  test("wrong input is refused beside its field and nothing is saved", async () => {
    const { compensation } = await open("compensation");
    const form = { ...compensationForm(compensation.value), rate: "-2", blockHours: "0", monthlyBudget: "1,005.00" };
    const { status, body } = await save("compensation", { compensation: { value: compensationDocument(form, "USD"), version: 0 } });
    expect(status).toBe(422);
    expect(body.error).toEqual({
      code: "invalid_settings",
      problems: [
        { path: "compensation.lateDelivery.blockHours", code: "at_least", params: { minimum: 1 } },
        { path: "compensation.lateDelivery.rateBp", code: "percent_needed", params: {} },
        { path: "compensation.monthlyBudget.minor", code: "amount_invalid", params: {} },
      ],
    });
    expect((await open("compensation")).compensation.version).toBe(0);
  });

  test("an amount in another currency than the shop's is refused, whatever the form says", async () => {
    const value = { approvalAbove: { minor: 500, currency: "EUR" } };
    const { status, body } = await save("compensation", { compensation: { value, version: 0 } });
    expect([status, body.error]).toEqual([
      422,
      { code: "invalid_settings", problems: [{ path: "compensation.approvalAbove", code: "amount_in_other_currency", params: {} }] },
    ]);
  });

  test("who saves second is told, and overwrites nothing", async () => {
    expect((await save("hours", { cases: { value: { firstReplyMinutes: 30 }, version: 0 } })).status).toBe(200);
    expect(await save("hours", { cases: { value: { firstReplyMinutes: 90 }, version: 0 } })).toEqual({
      status: 409,
      body: { revision: 7, error: { code: "stale" } },
    });
    expect((await open("hours")).cases).toMatchObject({ version: 1, value: { firstReplyMinutes: 30 } });
  });

  test("documents of one page are saved together or not at all", async () => {
    await save("messages", { sending: { value: {}, version: 0 } });
    const both = { brand: { value: { name: "Thread" }, version: 0 }, sending: { value: {}, version: 0 } };
    expect((await save("messages", both)).status).toBe(409);
    expect((await open("messages")).brand).toMatchObject({ version: 0, value: { name: "field-and-thread" } });
    const problems = (await save("messages", { brand: { value: { accentColor: "blue" }, version: 0 }, sending: { value: {}, version: 1 } }))
      .body;
    expect(problems.error).toMatchObject({ problems: [{ path: "brand.accentColor", code: "hex_color" }] });
    expect((await open("messages")).sending.version).toBe(1);
  });

  test("a return address stays as it was typed; one that is too long is said beside its field", async () => {
    const returnAddress = "Returns desk\n1 Harbour St";
    expect((await save("labels", { labels: { value: { returnAddress }, version: 0 } })).status).toBe(200);
    expect((await open("labels")).labels).toMatchObject({ version: 1, value: { returnAddress, instructions: "" } });
    const tooLong = await save("labels", { labels: { value: { returnAddress: "x".repeat(301) }, version: 1 } });
    expect(tooLong.body.error).toMatchObject({ problems: [{ path: "labels.returnAddress", code: "too_long" }] });
  });

  test("a delivery promise of the shop's own and a playbook that is switched off stay so", async () => {
    const table = [{ country: "DE", productType: "*", days: 3, unit: "workdays", from: "shipped" }];
    await save("delivery", { deliveryPromises: { value: { table }, version: 0 } });
    await save("playbooks", { playbooks: { value: { switchedOff: ["case_closed"] }, version: 0 } });
    expect((await open("index")).summaries).toMatchObject([
      {},
      { text: "rows", values: { count: 1 } },
      { text: "some", values: { count: 1 } },
      {},
      {},
      {},
      {},
      { text: "on", values: { rateBp: 6_000 } },
      { text: "on", values: { count: 5 } },
      {},
    ]);
    const unknown = await save("playbooks", { playbooks: { value: { switchedOff: ["everything"] }, version: 1 } });
    expect(unknown.body.error).toMatchObject({ problems: [{ path: "playbooks.switchedOff.0", code: "choice_unknown" }] });
  });

  test("forms that no page sends are refused", async () => {
    for (const documents of [
      "",
      "{",
      "[]",
      '{"cases":{"version":0}',
      '{"cases":{"value":{},"version":-1}}',
      '{"staff":{"value":{},"version":0}}',
    ])
      expect(await statusOf(send("hours", { documents }))).toBe(400);
    expect(await statusOf(send("compensation", { documents: '{"brand":{"value":{},"version":0}}' }))).toBe(400);
  });

  test("nobody without a session token gets in, and every shop has its own settings", async () => {
    await save("hours", { cases: { value: { firstReplyMinutes: 15 }, version: 0 } });
    expect((await open("hours", { shop: THEIRS })).cases).toMatchObject({ version: 0, value: { firstReplyMinutes: 60 } });
    const module = await pages.hours();
    const call = await adminCall(app, "/app/settings/hours");
    const request = new Request(call.request.url, { headers: { authorization: "Bearer forged" } });
    expect(await statusOf(module.loader({ ...call, request }))).toBe(401);
  });
});
