import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { must } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
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

/** The beginning of a film as a phone writes it, padded to a length. */
function aVideo(brand: "isom" | "qt  ", bytes = 64): Blob {
  const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}${brand}`)]);
  return new Blob([head, Buffer.alloc(Math.max(0, bytes - head.length))], { type: "text/plain" });
}

/** The beginning of a film as a browser records it: a Matroska file of the kind "webm". */
function aWebM(): Blob {
  const kind = "webm";
  const header = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 | kind.length]), Buffer.from(kind)]);
  return new Blob([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | header.length]), header, Buffer.alloc(64)], { type: "video/webm" });
}

async function signedIn(email: string): Promise<{ items: Visit; name: string }> {
  const { name } = seedShirtOrder(amends.standIn, { email });
  const code = await visitor.post("/find", { order: name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  return { items: await visitor.post("/code", { t: code.token, code: typed }), name };
}

function shown(items: Visit, video: Blob): FormData {
  const form = new FormData();
  const fields = { t: items.token, linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa", notea: "" };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("photoa", video, "film.jpg");
  return form;
}

async function allow(videoMaxMegabytes: number): Promise<void> {
  const ctx = await amends.ctx();
  const { evidence } = await readSettings(ctx, ["evidence"]);
  const changes = [{ name: "evidence" as const, value: { videoMaxMegabytes }, version: evidence.version }];
  must(await saveSettings(ctx, { changes, actor: "staff:1" }));
}

describe("videos", () => {
  test("are kept by what their bytes say, whatever they are called, and expire as photos do", async () => {
    const { items, name } = await signedIn("film@example.com");
    expect(items.text).toContain("Or videos (MP4, MOV, WebM) up to 25 MB.");
    const form = shown(items, aVideo("isom"));
    form.append("photoa", aVideo("qt  "), "film.png");
    form.append("photoa", aWebM(), "film.txt");
    const options = await visitor.post("/items", form);
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    const ctx = await amends.ctx();
    const kept = await ctx.transaction(async (tx) => {
      const record = await tx.returns.findNamed({ name: `${name}-R1` });
      return record ? tx.evidence.ofReturn(record.id) : [];
    });
    expect(kept.map(({ mimeType }) => mimeType)).toEqual(["video/mp4", "video/quicktime", "video/webm"]);
    expect(kept.map(({ expiresAt, createdAt }) => (expiresAt.getTime() - createdAt.getTime()) / 86_400_000)).toEqual([90, 90, 90]);
  });

  test("one that is larger than the shop allows is refused with the limit", async () => {
    await allow(1);
    const { items } = await signedIn("long@example.com");
    const refused = await visitor.post("/items", shown(items, aVideo("isom", 1_000_001)));
    expect([refused.status, refused.text]).toEqual([413, expect.stringContaining("A video may have up to 1 MB.")]);
    const taken = await visitor.post("/items", shown(items, aVideo("isom", 1_000_000)));
    expect(taken.text).toContain("How may we make it right?");
  });

  test("a shop that takes none says nothing of them and refuses them", async () => {
    await allow(0);
    const { items } = await signedIn("none@example.com");
    expect(items.text).not.toContain("videos");
    const refused = await visitor.post("/items", shown(items, aVideo("isom")));
    expect([refused.status, refused.text]).toEqual([415, expect.stringContaining("not a photo we can read")]);
  });
});
