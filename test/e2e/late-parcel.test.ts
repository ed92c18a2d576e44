import { expect, test } from "vitest";
import { aBoughtOrder, type BoughtItem } from "#test/builders/a-bought-order.ts";
import { PHONE } from "#test/support/browser.ts";
import { followLink, openMail, plain } from "./mailbox.ts";
import { openAdmin } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

/** Ten in the morning in New York, which is five hours behind UTC in November. */
const story = useStory({ now: new Date("2026-11-10T15:00:00Z") });
const PROMISED = "2026-11-12T18:00:00-05:00";
/** The promised day ends with this moment, so the clock of lateness starts here. */
const DUE = Date.parse("2026-11-13T05:00:00Z");
const HOUR = 3_600_000;

interface Seeded {
  readonly name: string;
  readonly customerId: string;
}

/** Somebody in Brooklyn waits for a parcel that leaves now and is promised for 12 November. */
async function parcelTo(email: string, item: BoughtItem, percentOff = 0): Promise<Seeded> {
  const order = aBoughtOrder(story.world.standIn, { email, items: [item], percentOff });
  const parcel = {
    tracking_company: "UPS",
    tracking_number: "1Z999AA10123456784",
    estimated_delivery_at: PROMISED,
    events: [
      { status: "in_transit", happened_at: story.world.standIn.now().toISOString(), estimated_delivery_at: PROMISED, city: "Albany" },
    ],
  };
  const { orders } = (await story.control("/control/orders", { ...order, fulfillments: [parcel] })) as { orders: [Seeded] };
  return orders[0];
}

async function clockTo(hoursLate: number): Promise<void> {
  await story.control("/control/clock", { at: new Date(DUE + hoursLate * HOUR).toISOString() });
}

async function deliver({ name }: Seeded, hoursLate: number): Promise<void> {
  const happened_at = new Date(DUE + hoursLate * HOUR).toISOString();
  await story.control("/control/events", { order_name: name, status: "delivered", happened_at, city: "Brooklyn" });
  await story.calm();
}

/** Cents by the rule as it is published: 2 % for every 12 hours that are over, at most 10 %, half a cent up. */
function owed(goods: number, hoursLate: number): number {
  const percent = Math.min(2 * Math.floor(hoursLate / 12), 10);
  return Math.floor((goods * percent + 50) / 100);
}

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;

interface Ledger {
  readonly orders: readonly unknown[];
  readonly discountCodes: readonly unknown[];
  readonly storeCredits: readonly { readonly customerId: string; readonly amount: string; readonly currency: string }[];
}

/** What Shopify has, as "customer amount". */
async function credited(): Promise<string[]> {
  const { orders, discountCodes, storeCredits } = (await story.control("/control/ledger")) as Ledger;
  expect([orders, discountCodes]).toEqual([[], []]);
  return storeCredits.map(({ customerId, amount, currency }) => `${customerId} ${amount} ${currency}`).sort();
}

test("a late parcel is told of, made good to the cent, and never twice", { timeout: STORY_MS }, async () => {
  const jonas = await parcelTo("jonas.weber@example.com", { title: "Selvedge Jeans", variant: "Indigo / 32" }, 10);
  const rosa = await parcelTo("rosa.diaz@example.com", { title: "Wool Throw", variant: "Mustard" });
  const punctual = await parcelTo("tim.early@example.com", { title: "Market Tote", variant: "Oat" });
  await story.calm();
  await deliver(punctual, -40);
  // At night nobody is written to; at ten in the morning they have it.
  await clockTo(1);
  expect(await story.mailsTo("jonas.weber@example.com")).toEqual([]);
  await clockTo(10);
  const late = await story.mailTo("jonas.weber@example.com", /later than promised/);
  expect(plain(late)).toContain("by November 12, 2026");
  expect(plain(late)).toContain("for every 12 hours it is late you get 2%");
  const reader = await story.open("late-parcel", { width: PHONE });
  await openMail(story, reader, { mail: late, what: "late-mail" });
  for (const choice of ["I will wait for it", "Please chase the carrier", "I want to talk to a person"])
    await reader.page.frameLocator("iframe").getByRole("link", { name: choice }).waitFor();
  const answer = await followLink(reader, "I will wait for it");
  await answer.getByRole("button", { name: "Yes, please" }).waitFor();
  await reader.lookAt(answer, "answer");
  await answer.getByRole("button", { name: "Yes, please" }).click();
  await answer.getByText("Thank you for your patience.").waitFor();
  await reader.lookAt(answer, "answered");

  await clockTo(31);
  await deliver(jonas, 31);
  await clockTo(80);
  // 118.00 less 10 % are 106.20, two blocks late; 89.00 never came, and five blocks are the most.
  const [forJonas, forRosa] = [owed(10_620, 31), owed(8_900, 80)];
  expect([forJonas, forRosa]).toEqual([425, 890]);
  const credits = [`${jonas.customerId} ${(forJonas / 100).toFixed(2)} USD`, `${rosa.customerId} ${(forRosa / 100).toFixed(2)} USD`].sort();
  expect(await credited()).toEqual(credits);
  const made = await story.mailTo("jonas.weber@example.com", /for the wait/);
  expect(made.subject).toBe(`${dollars(forJonas)} for the wait`);
  expect(plain(made)).toContain("came on November 14, 2026");
  await openMail(story, reader, { mail: made, what: "credit-mail" });
  expect((await story.mailTo("rosa.diaz@example.com", /for the wait/)).subject).toBe(`${dollars(forRosa)} for the wait`);
  expect(await story.mailsTo("tim.early@example.com")).toEqual([]);

  const movements = [`${jonas.name} Store credit Paid ${dollars(forJonas)}`, `${rosa.name} Store credit Paid ${dollars(forRosa)}`];
  expect(await ledgerPage("ledger")).toEqual(movements);
  const before = await story.mailsTo("jonas.weber@example.com");

  await deliver(rosa, 100);
  await story.control("/control/events", {
    order_name: jonas.name,
    status: "delivered",
    happened_at: new Date(DUE + 31 * HOUR).toISOString(),
  });
  await story.control("/control/clock", { advance: "P6D" });
  expect(await credited()).toEqual(credits);
  expect(await ledgerPage("ledger-six-days-later")).toEqual(movements);
  expect(await story.mailsTo("jonas.weber@example.com")).toEqual(before);
});

/** The movements that the app shows to staff, as "order kind state amount". */
async function ledgerPage(what: string): Promise<string[]> {
  const staff = await openAdmin(story, "late-parcel-staff", "/app/promises/compensation?view=all");
  await staff.app.locator("tbody tr").first().waitFor();
  await staff.look(`${what}-compensation`);
  await staff.page.goto(`${story.world.standInUrl}/admin/apps/amends/app/promises/ledger`);
  await staff.app.locator("tbody tr").first().waitFor();
  await staff.look(what);
  const rows = await staff.app.locator("tbody tr").all();
  // A badge says its tone to screen readers, in a line before its text.
  const cells = await Promise.all(rows.map((row) => row.locator("td").allInnerTexts()));
  return cells.map((cell) => [0, 1, 5, 6].map((at) => cell[at]?.trim().split("\n").at(-1)).join(" ")).sort();
}
