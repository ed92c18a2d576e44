import { expect, test } from "vitest";
import { aBoughtOrder } from "#test/builders/a-bought-order.ts";
import { PHONE } from "#test/support/browser.ts";
import { arrive, chooseItem, enterByCode, look, press, type Shopper, words } from "./portal-walk.ts";
import { aShopperOf, paidFor } from "./shopper.ts";
import { openAdmin, openReturn } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();

/** One more order of the same person, who has no account. */
async function buyAgain({ email }: Shopper, title: string, variant: string): Promise<string> {
  const order = aBoughtOrder(story.world.standIn, { email, items: [{ title, variant }] });
  const { orders } = (await story.control("/control/orders", order)) as { orders: readonly { name: string }[] };
  return orders[0]?.name ?? "";
}

async function solve(shopper: Shopper, item: string, kind: string): Promise<void> {
  await chooseItem(shopper, { item, reason: "changed-my-mind" });
  await shopper.page.locator(`input[name="resolution"][value="${kind}"]`).check();
  await press(shopper, "options.submit");
}

test(
  "on a phone without scripts a guest sends two orders back in one parcel, which one slip finds in the warehouse",
  { timeout: STORY_MS },
  async () => {
    const nora = await aShopperOf(story, {
      name: "several-orders",
      email: "nora.berg@example.com",
      items: [{ title: "Everyday Tee", variant: "Sage / M" }],
      browser: { width: PHONE, javaScript: false },
    });
    const { page } = nora;
    const second = await buyAgain(nora, "Wool Throw", "Mustard");
    await enterByCode(nora, "link");
    await page.getByRole("link", { name: words(nora, "together.link") }).click();
    await arrive(nora, "together.heading");
    await page.getByLabel(words(nora, "frame.order", { name: second })).check();
    await look(nora, "orders-put-together");
    await press(nora, "together.submit");
    await arrive(nora, "together.bar");
    await solve(nora, "Everyday Tee", "refund");
    await arrive(nora, "items.heading");
    await look(nora, "second-order");
    await solve(nora, "Wool Throw", "store-credit");
    await arrive(nora, "confirm.heading");
    await look(nora, "confirm-both");
    // 28.00 to the card; 89.00 and 5 % on top, 4.45, as credit.
    const totals = await page.locator(".amends-total").allInnerTexts();
    expect(totals.map((total) => total.replace(/\s+/g, " "))).toEqual(["You get $28.00", "You get $93.45", "You get $121.45"]);
    await press(nora, "confirm.submit");
    await arrive(nora, "status.heading", { name: `${nora.order}-R1` });
    await page.getByText(words(nora, "together.oneParcel", { orders: `${nora.order}, ${second}` })).waitFor();
    await look(nora, "status-of-both");
    await story.calm();
    const mails = (await story.mailsTo(nora.email)).filter(({ subject }) => subject.includes("is approved"));
    expect(mails.map(({ subject }) => subject)).toEqual([`Your return ${nora.order}-R1, ${second}-R1 is approved`]);

    const staff = await openAdmin(story, "several-orders-staff", "/app/inspect");
    await staff.app.getByRole("textbox").fill(`${nora.order}-R1`);
    await staff.app.getByRole("button", { name: "Find", exact: true }).click();
    await staff.app.getByRole("heading", { name: `Order ${second}` }).waitFor();
    // A line that has its grade asks for no other.
    const asNew = staff.app.getByRole("button", { name: /^As new/ });
    for (let left = await asNew.count(); left > 0; left -= 1) await asNew.first().click();
    await staff.look("both-orders-looked-at");
    await staff.app.getByRole("button", { name: "Finish inspection" }).click();
    await staff.app.getByText(`${nora.order}-R1, ${second}-R1`).first().waitFor();
    await staff.look("inspection-finished");
    await story.calm();
    const office = await openAdmin(story, "several-orders-office", "/app/returns");
    await office.look("list");
    await openReturn(office, `${nora.order}-R1`);
    await office.app.getByRole("link", { name: `${second}-R1, of another order, in the same parcel` }).waitFor();
    await office.look("return-with-its-company");
    expect(await paidFor(story, nora.order)).toEqual([]);
  },
);
