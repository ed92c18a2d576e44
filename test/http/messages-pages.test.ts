import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MessageRowData } from "#app/ui/messages/message-row.tsx";
import type { EditedTemplate } from "#app/ui/messages/template-editor.tsx";
import type { TemplateRow } from "#app/ui/messages/template-list.tsx";
import type { PreviewAnswer } from "#app/ui/messages/use-preview.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];

let app: TestApp;
const listModule = () => import("#app/routes/app.messages._index.tsx");
const editorModule = () => import("#app/routes/app.messages.$key.tsx");
const previewModule = () => import("#app/routes/app.messages.preview.ts");
const sentModule = () => import("#app/routes/app.messages.sent._index.tsx");
const messageModule = () => import("#app/routes/app.messages.sent.$id.tsx");

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  await app.settled();
});
afterAll(() => app.close());

const at = (key: string, language = "") => `/app/messages/${key}${language ? `?language=${language}` : ""}`;
const list = async (call: AdminCall = {}) => {
  const loaded: unknown = await bodyOf((await listModule()).loader(await adminCall(app, "/app/messages", call)));
  return (loaded as { templates: readonly TemplateRow[] }).templates;
};
const load = async (key: string, language = "", call: AdminCall = {}) =>
  (await editorModule()).loader(await adminCall(app, at(key, language), { ...call, params: { key } }));
const open = async (key: string, language = "", call: AdminCall = {}) => {
  const loaded: unknown = await bodyOf(load(key, language, call));
  return loaded as { template: EditedTemplate; preview: PreviewAnswer; testAddress: string };
};
const submit = async (key: string, form: Record<string, string>, language = "") =>
  (await editorModule()).action(await adminCall(app, at(key, language), { params: { key }, form }));
const answerTo = async (key: string, form: Record<string, string>, language = "") => {
  const response = await submit(key, form, language);
  return { status: response.status, body: await response.json() };
};
const preview = async (form: Record<string, string>) => {
  const body: unknown = await bodyOf((await previewModule()).action(await adminCall(app, "/app/messages/preview", { form })));
  return body as PreviewAnswer;
};

describe("the list of messages", () => {
  test("names every template and the languages that a shop has its own text in", async () => {
    const version = String((await open("case_reply", "zh-CN")).template.version);
    await submit("case_reply", { intent: "save", subject: "回复", body: "{{ reply }}", version }, "zh-CN");
    expect((await list()).find(({ key }) => key === "case_reply")).toMatchObject({ kind: "transactional", changedIn: ["zh-CN"] });
    expect((await list({ shop: THEIRS })).flatMap(({ changedIn }) => changedIn)).toEqual([]);
  });
});

describe("the editor of a message", () => {
  test("opens in the shop's language with the text that comes with the app, previewed with example values", async () => {
    const { template, preview: shown } = await open("late_delivery");
    expect(template).toMatchObject({ key: "late_delivery", locale: "en", version: 0 });
    expect(template.variables).toContain("promised_on");
    expect(shown).toMatchObject({ subject: "Your order #1042 is later than promised" });
    expect("html" in shown && shown.html).toContain("I will wait for it");
    expect((await open("late_delivery", "zh-CN")).template.locale).toBe("zh-CN");
  });

  test("does not open what does not exist", async () => {
    for (const key of ["nope", "__proto__", ""]) expect(await statusOf(load(key))).toBe(404);
    expect(await statusOf(load("late_delivery", "tlh"))).toBe(404);
  });

  test("saves the shop's own text, tells who comes second, and goes back to the default", async () => {
    const form = { intent: "save", subject: "Late: {{ order_name }}", body: "Sorry.\r\n\r\n{{ items }}", version: "0", revision: "3" };
    expect(await answerTo("late_delivery", form)).toEqual({ status: 200, body: { revision: 3 } });
    expect((await open("late_delivery")).template).toMatchObject({
      version: 1,
      subject: "Late: {{ order_name }}",
      body: "Sorry.\n\n{{ items }}",
    });
    expect((await open("late_delivery", "", { shop: THEIRS })).template.version).toBe(0);
    expect(await answerTo("late_delivery", form)).toEqual({ status: 409, body: { revision: 3, error: { code: "stale" } } });
    expect((await answerTo("late_delivery", { intent: "reset" })).status).toBe(200);
    expect((await open("late_delivery")).template).toMatchObject({
      version: 0,
      subject: "Your order {{ order_name }} is later than promised",
    });
  });

  test("names the field and the line of what cannot be filled in, and saves nothing", async () => {
    const body = "Hi {{ customer_name }},\n\nit is {{ weather }}.";
    const { status, body: answer } = await answerTo("late_delivery", { intent: "save", subject: "x", body, version: "0" });
    const problem = { path: "body", code: "template_variable", params: { line: 3, name: "weather" } };
    expect([status, answer]).toEqual([422, { revision: 0, error: { code: "template_invalid", problems: [problem] } }]);
    expect(await preview({ key: "late_delivery", locale: "en", subject: "x", body })).toEqual({ problem });
    expect(await preview({ key: "late_delivery", locale: "en", subject: "{% if x", body: "" })).toMatchObject({
      problem: { path: "subject" },
    });
    expect((await open("late_delivery")).template.version).toBe(0);
    const long = { intent: "save", subject: "x", body: "y".repeat(10_001), version: "0" };
    expect((await answerTo("late_delivery", long)).body.error?.problems?.[0]?.code).toBe("template_too_long");
  });

  test("shows markup and scripts of a text as words", async () => {
    const shown = await preview({ key: "case_reply", locale: "en", subject: "<b>x</b>", body: "<script>alert(1)</script> {{ reply }}" });
    expect("html" in shown && shown.html).toContain("&lt;script&gt;");
    expect("html" in shown && shown.html).not.toContain("<script>");
  });

  test("sends the text as it stands to one address; a wrong address is told beside the field", async () => {
    const text = { intent: "test", subject: "Hello {{ customer_name }}", body: "{{ items }}" };
    expect((await answerTo("late_delivery", { ...text, to: "owner@example.com" })).status).toBe(200);
    expect(app.mailsTo("owner@example.com").at(-1)).toContain("Hello Maya");
    const { status, body } = await answerTo("late_delivery", { ...text, to: "owner@" });
    expect([status, body.error?.problems]).toEqual([422, [{ path: "to", code: "test_invalid_address", params: {} }]]);
    for (let sent = 1; sent < 20; sent += 1) await answerTo("late_delivery", { ...text, to: "owner@example.com" });
    expect((await answerTo("late_delivery", { ...text, to: "owner@example.com" })).body.error?.problems?.[0]?.code).toBe("test_too_many");
    expect(await statusOf(submit("late_delivery", { intent: "destroy" }))).toBe(400);
  });

  test.each([
    ["a\n{{ weather }}", "template_variable", { line: 2, name: "weather" }],
    ["{{ order_name | nope }}", "template_filter", { line: 1, name: "nope" }],
    ["\n\n\n{% nope %}", "template_tag", { line: 4, name: "nope" }],
    ["{% if order_name %}x", "template_unclosed", { line: 1, name: "{% if order_name %}" }],
    ["{{ order_name ", "template_unclosed", { line: 1, name: "{{ order_name " }],
    ["{% if a %}{% else %}{% elsif %}{% endif %}", "template_syntax", { line: 1, message: "unexpected elsif after else" }],
  ])("says what is wrong with %j: %s", async (body, code, params) => {
    const shown = await preview({ key: "late_delivery", locale: "en", subject: "x", body });
    expect(shown).toEqual({ problem: { path: "body", code, params } });
  });
});

describe("the list of what was sent", () => {
  const sent = async (query = "", call: AdminCall = {}) => {
    const loaded: unknown = await bodyOf((await sentModule()).loader(await adminCall(app, `/app/messages/sent${query}`, call)));
    return loaded as { rows: readonly MessageRowData[]; total: number };
  };
  const view = async (id: string, call: AdminCall = {}) =>
    (await messageModule()).loader(await adminCall(app, `/app/messages/sent/${id}`, { ...call, params: { id } }));

  test("tells what went out, what waits and what does not go out at all, and why", async () => {
    const { planMessage } = await import("#app/use-cases/messages/plan-message.server.ts");
    const ctx = await app.ctx(MINE);
    const [order] = app.standIn.control.orders({ email: "ada@example.com", line_items: [{ title: "Mug", price: "5.00", quantity: 1 }] });
    await app.settled();
    const orderGid = order?.id as `gid://shopify/Order/${string}`;
    const plan = { orderGid, variables: { case_name: "17", reply: "Yes.", question: null, staff_name: "Sam" } };
    await ctx.transaction(async (tx) => {
      await planMessage(tx, ctx, { ...plan, key: "page:1", template: "case_reply", to: { address: "ada@example.com" } });
      await planMessage(tx, ctx, { ...plan, key: "page:2", template: "case_reply", to: {} });
    });
    await app.settled();
    const { rows, total } = await sent();
    expect(total).toBe(2);
    expect(rows.map(({ status, reason, orderName }) => [status, reason, orderName])).toEqual([
      ["suppressed", "no_address", order?.name],
      ["sent", null, order?.name],
    ]);
    expect((await sent("?view=suppressed")).rows.map(({ address }) => address)).toEqual([""]);
    expect((await sent("?view=failed")).total).toBe(0);
    expect((await sent("?q=ADA%40example")).total).toBe(1);
    expect((await sent(`?q=${encodeURIComponent(order?.name ?? "")}`)).total).toBe(2);
    expect((await sent("?q=%25")).total).toBe(0);
    expect((await sent("?page=2")).rows).toEqual([]);
    const [, mail] = rows;
    expect(await bodyOf(view(mail?.id ?? ""))).toMatchObject({
      message: { address: "ada@example.com", orderName: order?.name, locale: "en" },
    });
  });

  test("another shop sees none of it, and no other id either", async () => {
    const [first] = (await sent()).rows;
    expect((await sent("", { shop: THEIRS })).total).toBe(0);
    expect(await statusOf(view(first?.id ?? "", { shop: THEIRS }))).toBe(404);
    for (const id of ["nope", "", "0190a000-0000-7000-8000-0000000000ff", "'; drop table message; --"])
      expect(await statusOf(view(id))).toBe(404);
  });
});
