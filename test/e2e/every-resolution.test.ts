import { beforeAll, expect, test } from "vitest";
import { DESKTOP, PHONE, saveScreenshot } from "#test/support/browser.ts";
import { addressOf, arrive, chooseItems, enterByCode, press, type Shopper } from "./portal-walk.ts";
import { offerAfterReview } from "./shop-policy.ts";
import { aShopperOf, leftFor, type Left } from "./shopper.ts";
import { approveReturn, openAdmin, openReturn, payOpenReturn, type Staff } from "./staff.ts";
import { STORY_MS, useStory, type StoryPage } from "./story.ts";

/** Ten in the morning in New York: mails go out at once. */
const story = useStory({ now: new Date("2026-11-10T15:00:00Z") });

beforeAll(() =>
  offerAfterReview(story, {
    refund: {},
    store_credit: { bonusBp: 500 },
    gift_card: { bonusBp: 1000 },
    exchange: {},
    replacement: {},
    keep_it: { restockingFeeBp: 5000 },
  }),
);

/** The pages on the way to those that differ have stories of their own. */
function unseen<Who extends StoryPage>(who: Who): Who {
  return { ...who, look: () => Promise.resolve() };
}

/** Notes what is seen in a wide window, and how it looks in a narrow one. */
async function lookTwice({ page, look }: StoryPage, what: string): Promise<void> {
  await page.setViewportSize({ width: PHONE, height: 844 });
  await saveScreenshot(page, `every-resolution/${what}-${PHONE}`);
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  await look(`${what}-${DESKTOP}`);
}

interface Way {
  /** How the portal calls it. */
  readonly kind: string;
  /** What is sent instead of the tee. */
  readonly variant?: string;
  /** What the confirmation promises. */
  readonly promise: string;
  /** Whether staff wait for the tee. */
  readonly isSentBack: boolean;
  readonly left: Partial<Left>;
  /** Subjects of what is mailed once it is done. */
  readonly mails: readonly string[];
}

const TEE = { title: "Everyday Tee", variant: "Sage / M" };
const NOTHING: Left = { refunds: [], credits: [], giftCards: [], sent: [] };

/** The tee was 28.00. */
const WAYS: readonly Way[] = [
  { kind: "refund", promise: "You get $28.00", isSentBack: true, left: { refunds: ["28.00 USD"] }, mails: ["$28.00 is on its way to you"] },
  {
    // 5 % on top are 1.40.
    ...{ kind: "store-credit", promise: "You get $29.40", isSentBack: true },
    ...{ left: { refunds: ["28.00 USD"], credits: ["28.00 USD", "1.40 USD"] }, mails: ["$29.40 is on its way to you"] },
  },
  {
    // 10 % on top are 2.80; Shopify mails the code.
    ...{ kind: "gift-card", promise: "You get $30.80", isSentBack: true },
    ...{
      left: { refunds: ["0.00 USD"], giftCards: ["30.80 USD"] },
      mails: ["Your 30.80 USD gift card from Field & Thread", "$30.80 is on its way to you"],
    },
  },
  {
    ...{ kind: "exchange", variant: "Sage / L", promise: "Even swap", isSentBack: true },
    ...{ left: { refunds: ["0.00 USD"], sent: ["Sage / L"] }, mails: [] },
  },
  {
    ...{ kind: "replacement", promise: "Even swap", isSentBack: false },
    ...{ left: { refunds: ["0.00 USD"], sent: ["Sage / M"] }, mails: [] },
  },
  // Half of it is not given.
  {
    kind: "keep-it",
    promise: "You get $14.00",
    isSentBack: false,
    left: { refunds: ["14.00 USD"] },
    mails: ["$14.00 is on its way to you"],
  },
];

/** Goes on from the page of solutions, where all is chosen, to the status page. */
async function confirm(shopper: Shopper, what: string, promised: readonly string[]): Promise<void> {
  await press(shopper, "options.submit");
  await arrive(shopper, "confirm.heading");
  await lookTwice(shopper, `${what}-confirm`);
  const shown = await shopper.page.locator(".amends-total").allInnerTexts();
  expect(shown.map((text) => text.replace(/\s+/g, " "))).toEqual(promised);
  await press(shopper, "confirm.submit");
  await arrive(shopper, "status.heading", { name: `${shopper.order}-R1` });
}

/** Somebody who asks for one solution for a tee; answers where the return is followed. */
async function askFor({ kind, variant, promise }: Way): Promise<{ shopper: Shopper; status: string }> {
  const shopper = await aShopperOf(story, { name: "every-resolution", email: `${kind}@example.com`, items: [TEE] });
  const { page } = shopper;
  await enterByCode(unseen(shopper), "link");
  await chooseItems(unseen(shopper), [{ item: TEE.title, reason: "too-small" }]);
  await page.locator(`input[name="resolution"][value="${kind}"]`).check();
  if (variant) await choose(shopper, "varianta", variant);
  await confirm(shopper, kind, [promise]);
  return { shopper, status: await addressOf(shopper) };
}

/** Takes the first choice of a list that says this. */
async function choose({ page }: Shopper, name: string, text: string): Promise<void> {
  const list = page.locator(`select[name='${name}']`);
  await list.selectOption(await list.locator("option", { hasText: text }).first().getAttribute("value"));
}

async function showList({ page, app }: Staff): Promise<void> {
  await page.getByRole("link", { name: "Returns", exact: true }).click();
  await app.getByRole("heading", { name: "Returns", exact: true }).waitFor();
}

/** What was mailed to somebody beside codes to sign in with. */
async function mailed({ email }: Shopper): Promise<string[]> {
  const subjects = (await story.mailsTo(email)).map(({ subject }) => subject);
  return subjects.filter((subject) => !/\d{6}/.test(subject));
}

/** The mails that every request brings. */
const toldOf = ({ order }: Shopper) => [`We have your return ${order}-R1`, `Your return ${order}-R1 is approved`];

test("a tee for each solution: asked for, approved, done, and what left the shop is what was promised", { timeout: STORY_MS }, async () => {
  const asked: { way: Way; shopper: Shopper; status: string }[] = [];
  for (const way of WAYS) asked.push({ way, ...(await askFor(way)) });
  await story.calm();
  for (const { shopper } of asked) expect(leftFor(story, shopper.order)).toEqual(NOTHING);

  const staff = await openAdmin(story, "every-resolution", "/app/returns");
  for (const { shopper } of asked) {
    await approveReturn(unseen(staff), `${shopper.order}-R1`);
    await showList(staff);
  }
  await story.calm();
  for (const { way, shopper } of asked) {
    await openReturn(staff, `${shopper.order}-R1`);
    if (way.isSentBack) await payOpenReturn(unseen(staff));
    await staff.app.getByText("Refunded", { exact: true }).first().waitFor();
    // The same page for each of them; how it looks in a narrow window is seen once, below.
    await staff.look(`${way.kind}-staff-${DESKTOP}`);
    await showList(staff);
  }
  await story.calm();
  for (const { way, shopper, status } of asked) {
    expect(leftFor(story, shopper.order), way.kind).toEqual({ ...NOTHING, ...way.left });
    expect(await mailed(shopper), way.kind).toEqual([...toldOf(shopper), ...way.mails]);
    await shopper.page.goto(status);
    await shopper.page.getByText("Everything is done.").waitFor();
    await lookTwice(shopper, `${way.kind}-done`);
  }
});

test("a tee exchanged, a throw refunded and a beanie kept, in one request", { timeout: STORY_MS }, async () => {
  const items = [TEE, { title: "Wool Throw", variant: "Mustard" }, { title: "Bobble Beanie", variant: "Navy" }];
  const shopper = await aShopperOf(story, { name: "every-resolution", email: "mixed@example.com", items });
  const { page } = shopper;
  await enterByCode(unseen(shopper), "link");
  await chooseItems(
    unseen(shopper),
    items.map(({ title }) => ({ item: title, reason: "changed-my-mind" })),
  );
  await page.locator('input[name="resolution"][value="mixed"]').check();
  await choose(shopper, "choicea", "Sage / L");
  await choose(shopper, "choiceb", "Refund");
  await choose(shopper, "choicec", "Keep it");
  await lookTwice(shopper, "mixed-chosen");
  await confirm(shopper, "mixed", ["You get $89.00", "You get $14.00"]);
  await story.calm();

  const staff = await openAdmin(story, "every-resolution", "/app/returns");
  await approveReturn(unseen(staff), `${shopper.order}-R1`);
  await story.calm();
  // What is kept is paid; what comes back is not here yet.
  expect(leftFor(story, shopper.order)).toEqual({ ...NOTHING, refunds: ["14.00 USD"] });
  await page.reload();
  await page.getByText("What you chose instead is kept for you until").waitFor();
  await payOpenReturn(unseen(staff));
  await lookTwice(staff, "mixed-staff");
  await showList(staff);
  await openReturn(staff, `${shopper.order}-R2`);
  await lookTwice(staff, "mixed-kept-staff");
  await story.calm();
  expect(leftFor(story, shopper.order)).toEqual({ ...NOTHING, refunds: ["14.00 USD", "89.00 USD"], sent: ["Sage / L"] });
  expect(await mailed(shopper)).toEqual([...toldOf(shopper), "$14.00 is on its way to you", "$89.00 is on its way to you"]);
  await page.reload();
  await page.getByText("Everything is done.").waitFor();
  await lookTwice(shopper, "mixed-done");
});
