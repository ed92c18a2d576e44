import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addNote } from "#app/use-cases/cases/add-note.server.ts";
import { answerLink } from "#app/use-cases/cases/answer-link.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { replyToCase } from "#app/use-cases/cases/reply-to-case.server.ts";
import { action, loader } from "#app/routes/answer.$token.tsx";
import { aQuestion } from "#test/builders/a-question.ts";
import { openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

async function conversation(): Promise<{ caseId: string; url: string }> {
  const { caseId } = await shop.tx((tx) => openCase(tx, shop.ctx, aQuestion({ body: "Where <b>is</b> it?" })));
  await replyToCase(shop.ctx, { caseId, version: 1, text: "On its way.", staffId: "71000001", staffName: "Sam" });
  await addNote(shop.ctx, { caseId, actor: "staff:71000001", text: "A difficult one" });
  return { caseId, url: await answerLink(shop.ctx, caseId) };
}

function call(url: string, fields?: Record<string, string>): Promise<Response> {
  const request = new Request(url, fields ? { method: "POST", body: new URLSearchParams(fields) } : {});
  const params = { token: new URL(url).pathname.split("/").at(-1) ?? "" };
  const args = { request, params, context: { app: shop.app } } as unknown as LoaderFunctionArgs;
  return fields ? action(args) : loader(args);
}

const status = async (caseId: string) => (await shop.tx((tx) => tx.cases.find(caseId)))?.status;
const words = async (caseId: string) => (await shop.tx((tx) => tx.cases.events(caseId))).filter(({ kind }) => kind === "customer_wrote");

describe("a customer's own conversation", () => {
  test("shows what was written to and fro, and nothing that staff noted", async () => {
    const { url, caseId } = await conversation();
    const html = await (await call(url)).text();
    expect(html).toContain("Where &lt;b&gt;is&lt;/b&gt; it?");
    expect(html).toContain("On its way.");
    expect(html).toContain("Sam");
    expect(html).not.toContain("A difficult one");
    expect(await status(caseId)).toBe("waiting_for_customer");
  });

  test("goes on when the customer writes, once for each form", async () => {
    const { url, caseId } = await conversation();
    const formkey = /name="formkey" value="([^"]+)"/.exec(await (await call(url)).text())?.[1] ?? "";
    for (const _ of [1, 2]) expect((await call(url, { formkey, text: "And when?" })).status).toBe(303);
    expect(await words(caseId)).toHaveLength(1);
    expect(await status(caseId)).toBe("open");
  });

  test("refuses empty and endless words and keeps what was typed", async () => {
    const { url, caseId } = await conversation();
    expect((await call(url, { text: "   " })).status).toBe(422);
    const long = await call(url, { text: "x".repeat(5_001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("x".repeat(5_001));
    expect(await words(caseId)).toHaveLength(0);
  });

  test("takes 20 texts an hour", async () => {
    const { url, caseId } = await conversation();
    const statuses: number[] = [];
    for (let index = 0; index < 22; index += 1) statuses.push((await call(url, { text: `text ${index}` })).status);
    expect(statuses.filter((each) => each === 303)).toHaveLength(20);
    expect(await words(caseId)).toHaveLength(20);
  });

  test("is nobody else's: forged links and links of another shop open nothing", async () => {
    const { url } = await conversation();
    const elsewhere = url.replace("mine.myshopify.com", "theirs.myshopify.com");
    expect((await call(elsewhere)).status).toBe(404);
    expect((await call(elsewhere, { text: "hi" })).status).toBe(404);
    expect((await call(url.replace("/answer/ey", "/answer/eX"))).status).toBe(404);
  });
});
