import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { drawSlip } from "#app/adapters/labels/packing-slip.server.ts";
import { aSlipSheet } from "#test/builders/a-slip-sheet.ts";
import { PHONE } from "#test/support/browser.ts";
import { filmOfSlip, photoOfSlip, type SlipView } from "#test/support/slip-film.ts";
import { aFilmedVideo } from "./filmed-video.ts";
import { arrive, chooseSolution, enterByCode, press, words, type Shopper } from "./portal-walk.ts";
import { aShopperOf } from "./shopper.ts";
import { openAdmin, openReturn, type Staff } from "./staff.ts";
import { STORY_MS, useStory, type StoryPage } from "./story.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "amends-camera-"));
const film = path.join(folder, "camera.y4m");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ten in the morning in New York: mails go out at once. */
const story = useStory({ now: new Date("2026-11-10T15:00:00Z"), film });
/** Whoever waits for what the page does by itself; a slow machine alone fails no story. */
const SOON = { timeout: 60_000 };
/** Somebody whose connection was lost sees the browser's own line about it. */
const LOST = [/Failed to load resource/, /net::ERR_/];

/** Puts a slip before the camera that a page opens next. */
function show(pdf: Uint8Array, view: SlipView): void {
  writeFileSync(film, filmOfSlip(pdf, view));
}

/** Somebody who sends a tee back because it is another one: the shop wants to see it. */
async function sendBackWrong(): Promise<Shopper> {
  const items = [{ title: "Everyday Tee", variant: "Sage / M" }];
  const shopper = await aShopperOf(story, {
    name: "evidence",
    email: "film@example.com",
    items,
    browser: { width: PHONE, expectedErrors: LOST },
  });
  const { page } = shopper;
  await enterByCode({ ...shopper, look: () => Promise.resolve() }, "page");
  const card = page.locator(".amends-item", { hasText: "Everyday Tee" });
  await card.locator('input[name^="take"]').check();
  await card.getByLabel(words(shopper, "items.reason")).selectOption("received-the-wrong-item");
  await press(shopper, "items.submit");
  await card.getByText(words(shopper, "errors.evidence-required")).waitFor();
  await shopper.look("evidence-missing");
  const files = card.locator('input[type="file"]');
  await files.setInputFiles([{ name: "seam.mp4", mimeType: "video/mp4", buffer: Buffer.from("no film at all") }]);
  await press(shopper, "items.submit");
  await card.getByText(words(shopper, "errors.evidence-wrong-type")).waitFor();
  await files.setInputFiles([{ name: "seam.webm", mimeType: "video/webm", buffer: await aFilmedVideo(page) }]);
  await press(shopper, "items.submit");
  await arrive(shopper, "options.heading");
  await chooseSolution({ ...shopper, look: () => Promise.resolve() }, "refund");
  return shopper;
}

/** Opens the video of a return's page and waits until the browser plays it. */
async function watchVideo({ app, look }: Staff): Promise<void> {
  await app.getByRole("button", { name: "Play video 1 of Everyday Tee" }).click();
  const video = app.locator("video");
  await video.waitFor();
  await expect.poll(() => video.evaluate((player: HTMLVideoElement) => player.play().then(() => player.videoWidth)), SOON).toBe(64);
  await look("video");
}

/** The slip of the return whose page is open, as it is printed. */
async function slipOf({ app }: Staff): Promise<Buffer> {
  const bytes = await app.locator("body").evaluate(async ({ ownerDocument }) => {
    const slip = await fetch(`${ownerDocument.location.pathname}/slip.pdf`);
    return [...new Uint8Array(await slip.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

interface Phone extends StoryPage {
  readonly app: FrameLocator;
}

async function openPhone(): Promise<Phone> {
  const opened = await story.open("inspection", { width: PHONE, expectedErrors: LOST });
  await opened.page.addInitScript(NOTE_TRACKS);
  await openPage(opened.page);
  return { ...opened, app: opened.page.frameLocator("iframe.app") };
}

async function openPage(page: Page): Promise<void> {
  await page.goto(`${story.world.standInUrl}/admin/apps/amends/app/inspect`);
}

/** Every camera that a page opens is noted in its `tracks`, and has a lamp whose use is noted in `lamp`. */
const NOTE_TRACKS = `
  globalThis.tracks = [];
  globalThis.lamp = [];
  MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
  MediaStreamTrack.prototype.applyConstraints = async ({ advanced: [{ torch }] }) => void globalThis.lamp.push(torch);
  const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (open) navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    globalThis.tracks.push(...stream.getTracks());
    return stream;
  };`;

/** How many photos of an unfinished parcel the browser has kept. */
const KEPT_PHOTOS = `new Promise((resolve) => {
  const opening = indexedDB.open("amends-parcel-" + shopify.config.shop);
  opening.onsuccess = () => {
    const reading = opening.result.transaction("kept").objectStore("kept").getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result[0]?.photos.length ?? 0);
    };
  };
})`;

/** How the cameras are that the page has opened since it was loaded. */
async function cameras({ app }: Phone): Promise<string[]> {
  const states = await app.locator("body").evaluate("globalThis.tracks.map(({ readyState }) => readyState).join()");
  return String(states).split(",");
}

/** In a frame that keeps the camera from the app: a photo that the phone's own camera has taken is read. */
async function findByPhoto({ page, app, look }: Phone, slip: Buffer, name: string): Promise<void> {
  await scan({ app });
  await app.getByText("Shopify's admin does not let this page use the camera.").waitFor();
  const picture = app.getByLabel("Photograph the slip");
  await picture.setInputFiles([{ name: "table.png", mimeType: "image/png", buffer: await page.screenshot() }]);
  await app.getByText("No barcode or QR code can be read in this photo.").waitFor();
  await look("camera-shut");
  await picture.setInputFiles([{ name: "slip.bmp", mimeType: "image/bmp", buffer: photoOfSlip(slip, { of: "barcode", turned: 90 }) }]);
  await app.getByRole("heading", { name, exact: true }).waitFor();
}

const TRIES = 10;

/** Opens the camera. A page that is drawn may not listen yet: its button is pressed again, as people do. */
async function scan({ app }: Pick<Phone, "app">): Promise<void> {
  const button = app.getByRole("button", { name: "Scan a slip" });
  let isOpen = false;
  for (let left = TRIES; left > 0 && !isOpen; left -= 1) {
    await button.click();
    isOpen = await button.waitFor({ state: "hidden", timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  }
}

/** The next answer to an inspection is lost on its way, after the server has taken it; then nothing comes through. */
async function loseAnswers({ page }: Phone): Promise<void> {
  let isTaken = false;
  await page.route("**/app/inspect/send*", async (route) => {
    if (!isTaken) await route.fetch();
    isTaken = true;
    await route.abort();
  });
}

test(
  "the wrong tee: its video is asked for and seen, its slip scanned, and what was found arrives once over a bad connection",
  { timeout: STORY_MS },
  async () => {
    const shopper = await sendBackWrong();
    const name = `${shopper.order}-R1`;
    await story.calm();
    const staff = await openAdmin(story, "evidence-staff", "/app/returns");
    await openReturn(staff, name);
    const slip = await slipOf(staff);
    await watchVideo(staff);

    const phone = await openPhone();
    const { page, app, look } = phone;
    await findByPhoto(phone, slip, name);
    story.world.faces.admin.allowCamera();
    await openPage(page);
    show(await drawSlip(aSlipSheet({ code: "987654" })), { of: "barcode" });
    await scan(phone);
    await app.getByText("No return of this shop has this number.").waitFor();
    await look("unknown-slip");
    expect(await cameras(phone)).toEqual(["live"]);
    await app.getByRole("button", { name: "Light" }).click();
    await expect.poll(() => app.locator("body").evaluate("globalThis.lamp.join()"), SOON).toBe("true");
    await app.getByRole("button", { name: "Close the camera" }).click();
    await expect.poll(() => cameras(phone), SOON).toEqual(["ended"]);

    show(slip, { of: "barcode", turned: 7 });
    await scan(phone);
    await app.getByRole("heading", { name, exact: true }).waitFor();
    await expect.poll(() => cameras(phone), SOON).toEqual(["ended", "ended"]);
    await app.getByRole("button", { name: "Damaged", exact: true }).click();
    const photo = app.getByLabel("Photo of Everyday Tee", { exact: true });
    await photo.setInputFiles([{ name: "seam.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") }]);
    await app.getByText("This file is no photo.").waitFor();
    await photo.setInputFiles([{ name: "seam.png", mimeType: "image/png", buffer: await page.screenshot() }]);
    await app.getByRole("button", { name: "Remove photo 1 of Everyday Tee" }).waitFor();
    await look("judged");
    await expect.poll(() => app.locator("body").evaluate(KEPT_PHOTOS), SOON).toBe(1);

    await openPage(page);
    await app.getByText("You had not finished this parcel.").waitFor();
    await app.getByRole("button", { name: "Remove photo 1 of Everyday Tee" }).waitFor();
    await loseAnswers(phone);
    await app.getByRole("button", { name: "Finish inspection" }).click();
    await app.getByText(`One inspection waits for a connection: ${name}.`).waitFor();
    await look("waiting");
    show(slip, { of: "qr", turned: 20 });
    await scan(phone);
    await app.getByText("This return is judged on this device already").waitFor();

    await page.context().setOffline(true);
    await expect(openPage(page)).rejects.toThrow();
    await page.context().setOffline(false);
    await page.unroute("**/app/inspect/send*");
    await openPage(page);
    await app.getByText(`${name} is inspected. The customer is told.`).waitFor();
    await look("sent");
    await story.calm();
    const told = (await story.mailsTo(shopper.email)).filter(({ subject }) => /We have looked at your return/.test(subject));
    expect(told.map(({ subject }) => subject)).toHaveLength(1);
    await staff.page.reload();
    await staff.app.getByText("From the inspection").waitFor();
    expect(await staff.app.getByRole("button", { name: "Photo 1 of Everyday Tee" }).count()).toBe(1);
    expect(await staff.app.getByRole("button", { name: "Photo 2 of Everyday Tee" }).count()).toBe(0);
    await staff.look("inspected");
  },
);
