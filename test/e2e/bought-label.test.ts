import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import { chooseItem, chooseSolution, enterByCode, look, press, words, type Shopper } from "./portal-walk.ts";
import { aShopperOf } from "./shopper.ts";
import { openAdmin, type Staff } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();

const WAREHOUSE = [
  ["Name or company", "Field & Thread"],
  ["Street", "63 Flushing Ave"],
  ["City", "Brooklyn"],
  ["State or province", "NY"],
  ["Postal code", "11205"],
] as const;

/** Connects an account of EasyPost and lets the shop buy labels and send carriers to the door. */
async function connectCarrier(sam: Staff): Promise<void> {
  const { page, app } = sam;
  await app.getByLabel("EasyPost API key").fill("EZTK0000000000000000demo");
  await app.getByRole("button", { name: "Connect", exact: true }).click();
  await app.getByText("EasyPost account …demo").waitFor();
  await app.getByLabel("Buy a label as soon as a return is approved").check();
  await app.getByLabel("Let customers have the parcel collected").check();
  for (const [label, typed] of WAREHOUSE) await app.getByLabel(label, { exact: true }).fill(typed);
  await app.getByLabel("Country", { exact: true }).selectOption("US");
  await sam.look("labels-set");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Settings saved").waitFor();
}

/** The page of the return, reloaded as the mail about the label tells. */
async function openByMail({ page, email }: Shopper, subject: RegExp): Promise<void> {
  const { links } = await story.mailTo(email, subject);
  const status = links.find((link) => link.includes("/status?")) ?? "";
  await page.goto(status.replace(`https://${story.world.standIn.shop}`, story.world.standInUrl));
}

async function bookPickup(ada: Shopper): Promise<string> {
  const { page } = ada;
  await page.getByText(words(ada, "parcels.pickup"), { exact: true }).click();
  await page.getByLabel(words(ada, "parcels.window")).selectOption("12-17");
  await page.getByLabel(words(ada, "parcels.confirmAddress")).check();
  await look(ada, "about-to-book");
  await press(ada, "parcels.submit");
  await page.getByText(words(ada, "status.notice.pickup-booked")).waitFor();
  await look(ada, "pickup-booked");
  return page
    .locator("section", { hasText: words(ada, "parcels.confirmation") })
    .locator("code")
    .first()
    .innerText();
}

test(
  "on a phone without scripts a shopper shows a QR code instead of printing, and has the parcel collected",
  { timeout: STORY_MS },
  async () => {
    const sam = await openAdmin(story, "bought-label-staff", "/app/settings/labels");
    await connectCarrier(sam);
    const ada = await aShopperOf(story, {
      name: "bought-label",
      email: "ada.moor@example.com",
      items: [{ title: "Everyday Tee", variant: "Sage / M" }],
      browser: { width: PHONE, javaScript: false },
    });
    const { page } = ada;
    await enterByCode(ada, "link");
    const photo = await page.locator(".amends-thumb").first().screenshot();
    await chooseItem(ada, { item: "Everyday Tee", reason: "damaged-or-defective", note: "A seam is open.", photo });
    await chooseSolution(ada, "refund");
    await story.calm();
    await sam.page.goto(`${story.world.standInUrl}/admin/apps/amends/app/returns`);
    const name = `${ada.order}-R1`;
    await sam.look("returns");
    await sam.app.getByRole("link", { name, exact: true }).click();
    await sam.app.getByRole("heading", { name, exact: true }).waitFor();
    if (await sam.app.getByRole("button", { name: "Approve", exact: true }).first().isVisible()) {
      await sam.app.getByRole("button", { name: "Approve", exact: true }).first().click();
      await sam.app.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
      await story.calm();
    }

    await openByMail(ada, /^Your label/);
    await look(ada, "label-and-code");
    expect(await page.getByRole("link", { name: words(ada, "status.label"), exact: true }).count()).toBe(1);
    const code = await page.getByRole("link", { name: words(ada, "status.qr"), exact: true }).getAttribute("href");
    const picture = await fetch(code ?? "");
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    const confirmation = await bookPickup(ada);
    expect(confirmation).toMatch(/^WTC\d+$/);
    expect((await story.mailTo(ada.email, /^Pickup booked/)).text).toContain(confirmation);

    await sam.page.reload();
    await sam.app
      .getByText(new RegExp(`confirmation ${confirmation}`))
      .first()
      .waitFor();
    await sam.app.getByText("Cost $7.10").waitFor();
    await sam.look("return-with-label-and-pickup");
    const [shipment] = story.world.easyPost.state.shipments;
    await story.world.easyPost.scan(shipment?.id ?? "", "in_transit");
    await story.calm();
    await page.reload();
    await look(ada, "on-its-way");
    await expect.poll(() => page.getByText(words(ada, "parcels.pickup"), { exact: true }).count()).toBe(0);
  },
);
