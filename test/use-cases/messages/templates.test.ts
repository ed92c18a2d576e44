import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEMPLATE_KEYS } from "#app/domain/messages/template.ts";
import {
  listTemplates,
  previewTemplate,
  readTemplate,
  resetTemplate,
  saveTemplate,
  sendTest,
  templateLocales,
} from "#app/use-cases/messages/templates.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
let ctx: ShopContext;
beforeAll(async () => {
  world = await startTestApp();
  ctx = await world.ctx();
});
afterAll(() => world.close());

describe("templates", () => {
  test.each(TEMPLATE_KEYS)("%s comes with texts that can be previewed in every language", async (key) => {
    for (const locale of await templateLocales(ctx)) {
      const { subject, body } = await readTemplate(ctx, { key, locale });
      const shown = await previewTemplate(ctx, { key, locale, subject, body });
      expect(shown).toMatchObject({ ok: true });
      if (!shown.ok) return;
      expect(shown.value.subject).not.toBe("");
      expect(shown.value.html).toContain(`lang="${locale}"`);
      expect(`${shown.value.subject}${shown.value.text}`).not.toMatch(/[{}\u{E000}-\u{F8FF}]|undefined|\[object/u);
    }
  });

  const at = { key: "late_delivery", locale: "en" } as const;

  test("a text of the merchant's own is used once it is saved, by one person at a time, until it is taken back", async () => {
    const own = {
      ...at,
      subject: "Sorry, {{ customer_name }}",
      body: "Wait for **{{ promised_on }}**.\n\n{{ choices }}",
      actor: "staff:1",
    };
    expect(await saveTemplate(ctx, { ...own, version: 0 })).toMatchObject({ ok: true });
    expect(await saveTemplate(ctx, { ...own, version: 0 })).toMatchObject({ error: { code: "stale" } });
    expect(await readTemplate(ctx, at)).toMatchObject({ subject: own.subject, version: 1 });
    expect((await listTemplates(ctx)).find(({ key }) => key === "late_delivery")?.changedIn).toEqual(["en"]);
    await resetTemplate(ctx, { ...at, actor: "staff:1" });
    const read = await readTemplate(ctx, at);
    expect(read).toMatchObject({ version: 0, subject: read.defaults.subject });
  });

  test.each([
    ["a variable that does not exist", "{{ card_number }}", /undefined variable/],
    ["a tag that reads files", '{% include "/etc/passwd" %}', /ENOENT|not found|include/i],
    ["broken Liquid", "{% if %}", /./],
    ["a filter that does not exist", "{{ shop_name | shell }}", /undefined filter/],
    ["a loop without end", "{% for i in (1..100000000) %}x{% endfor %}", /limit/],
  ])("%s is refused before it is saved", async (_what, body, problem) => {
    const saved = await saveTemplate(ctx, { ...at, subject: "Hello", body, version: 0, actor: "staff:1" });
    expect(saved).toMatchObject({ ok: false, error: { code: "template_invalid", field: "body" } });
    if (!saved.ok && saved.error.code === "template_invalid") expect(saved.error.message).toMatch(problem);
  });

  test("a test goes to the address that was given, with example values", async () => {
    const { subject, body } = await readTemplate(ctx, { key: "compensation_issued", locale: "zh-CN" });
    const given = { key: "compensation_issued", locale: "zh-CN", subject, body } as const;
    expect(await sendTest(ctx, { ...given, to: "nobody" })).toMatchObject({ error: { code: "invalid_address" } });
    expect(await sendTest(ctx, { ...given, to: "owner@example.com" })).toMatchObject({ ok: true });
    expect(world.mailsTo("owner@example.com")[0]).toContain("补偿");
  });
});
