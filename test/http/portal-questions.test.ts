import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { returnView } from "#app/http/return-json.server.ts";
import { readReturnDossier } from "#app/use-cases/returns/read-return-dossier.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { aPhoto } from "#test/builders/a-photo.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

/** A guest on the page of items, in one language. */
async function signedIn(email: string, locale = "en", promisedOn?: string): Promise<{ items: Visit; name: string }> {
  const { name, gid, fulfillmentGid } = seedShirtOrder(amends.standIn, { email });
  if (promisedOn && fulfillmentGid) await breakPromise({ orderGid: gid, subject: fulfillmentGid, promisedOn });
  const code = await visitor.post("/find", { order: name, email, locale });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  return { items: await visitor.post("/code", { t: code.token, code: typed }), name };
}

/** The parcel was promised for a day on which it did not come. */
async function breakPromise(late: { orderGid: OrderGid; subject: string; promisedOn: string }): Promise<void> {
  const ctx = await amends.ctx();
  const at = new Date(`${late.promisedOn}T23:59:00Z`);
  const promise = { ...late, id: ctx.ids.next(), kind: "delivered_by" as const, zone: "UTC", source: "table", dueAt: at, createdAt: at };
  await ctx.transaction((tx) => tx.promises.add({ ...promise, status: "breached", settledAt: at, detail: {} }));
}

/** What a browser without scripts sends: nothing of what is hidden. */
function damaged(items: Visit, asked: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const fields = {
    t: items.token,
    linea: items.field("linea"),
    takea: "1",
    quantitya: "1",
    reasona: "damaged-or-defective",
    notea: "torn",
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [question, answer] of Object.entries(asked)) {
    form.append("askeda", question);
    if (answer !== "") form.append(`answer${question}a`, answer);
  }
  form.append("photoa", aPhoto(), "seam.png");
  return form;
}

/** The labels of the questions that are open on a page. */
function open({ markup }: Visit): string[] {
  const fields = [...markup.matchAll(/<fieldset[^>]*amends-question"([^>]*)>(.*?)<\/fieldset>/g)];
  return fields.flatMap(([, attributes = "", inside = ""]) =>
    attributes.includes("disabled") ? [] : (/<(?:legend|label)[^>]*>([^<]*?) ?</.exec(inside)?.[1] ?? []),
  );
}

describe("questions without scripts", () => {
  test("the reason's question is asked next, then the one its answer leads to; staff read both with the return", async () => {
    const { items, name } = await signedIn("asked@example.com");
    expect(open(items)).toEqual([]);
    const first = await visitor.post("/items", damaged(items));
    expect([first.status, open(first)]).toEqual([200, ["What is damaged?"]]);
    expect(first.text).toContain("One more question What is damaged?");
    const second = await visitor.post("/items", damaged(items, { ab: "item" }));
    expect([second.status, open(second)]).toEqual([200, ["What is damaged?", "Was the parcel damaged when it arrived?"]]);
    expect(second.markup).toMatch(/checked="" value="item"|value="item" checked/);
    const options = await visitor.post("/items", damaged(items, { ab: "item", ac: "yes" }));
    expect(options.text).toContain("How may we make it right?");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(status.text).toContain(`Return ${name}-R1`);
    const ctx = await amends.ctx();
    const record = await ctx.transaction(async (tx) => (await tx.returns.findNamed({ name: `${name}-R1` })) ?? null);
    const dossier = record && (await readReturnDossier(ctx, record.id));
    if (!dossier?.ok) throw new Error("The return is there");
    const view = returnView(dossier.value, { id: "1", actor: "staff:1" });
    expect(view.lines[0]?.answers).toEqual([
      { questionId: "damaged-what", question: "What is damaged?", choiceId: "item", answer: "The item itself" },
      { questionId: "damaged-parcel", question: "Was the parcel damaged when it arrived?", choiceId: "yes", answer: "Yes" },
    ]);
    expect(view.lines[0]?.decision?.factsUsed.answers).toEqual({ "damaged-what": "item", "damaged-parcel": "yes" });
  });

  test("an answer to a question that is not asked counts for nothing, and one that is not offered is refused", async () => {
    const { items } = await signedIn("other@example.com");
    const other = await visitor.post("/items", damaged(items, { ab: "stopped", ac: "yes", ad: "" }));
    expect(other.text).toContain("How may we make it right?");
    const made = await visitor.post("/items", damaged(items, { ab: "everything" }));
    expect([made.status, made.text]).toEqual([422, expect.stringContaining("Please answer: What is damaged?")]);
  });

  test("what a reason asks for is not called optional with it; for other reasons it is", async () => {
    const { items } = await signedIn("needs@example.com");
    const optional = ({ markup }: Visit, field: string) =>
      new RegExp(`<label for="[^"]*${field}"[^>]*>[^<]*<span class="amends-muted"([^>]*)>`).exec(markup)?.[1] ?? "none";
    expect(optional(items, "photoa")).toMatch(/data-amends-when="reasona (?!.*damaged-or-defective).*too-small.*" hidden/);
    const chosen = { t: items.token, linea: items.field("linea"), takea: "1", quantitya: "1", notea: "" };
    const damagedOne = await visitor.post("/items", { ...chosen, reasona: "damaged-or-defective" });
    expect([optional(damagedOne, "photoa"), optional(damagedOne, "notea")]).toEqual([
      expect.stringMatching(/ hidden/),
      expect.stringMatching(/ hidden/),
    ]);
    const tooMany = await visitor.post("/items", { ...chosen, reasona: "too-small", quantitya: "9" });
    expect(optional(tooMany, "photoa")).not.toMatch(/ hidden|^none/);
    expect(optional(tooMany, "notea")).not.toMatch(/ hidden|^none/);
  });

  test("the questions speak the shopper's language", async () => {
    const { items } = await signedIn("deutsch@example.com", "de");
    expect(open(await visitor.post("/items", damaged(items)))).toEqual(["Was ist beschädigt?"]);
  });
});

describe("the reason that the order suggests", () => {
  test("a parcel that came after its promised day suggests so, says why, and can be contradicted", async () => {
    const { items } = await signedIn("late@example.com", "en", "2026-03-03");
    expect(items.text).toContain("We suggest “It arrived too late”: the parcel was promised for Mar 3, 2026 and came on Mar 5, 2026.");
    expect(items.markup).toContain('<option value="arrived-late" selected="">');
    const options = await visitor.post("/items", damaged(items, { ab: "stopped", ad: "" }));
    expect(options.text).toContain("How may we make it right?");
  });

  test("a parcel that came in time suggests nothing", async () => {
    const { items } = await signedIn("punctual@example.com");
    expect(items.text).not.toContain("We suggest");
    expect(items.markup).toContain('<option value="" selected="">');
  });
});
