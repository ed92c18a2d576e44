import { spawn } from "node:child_process";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "#test/support/browser.ts";
import { freeWorldPorts } from "#test/support/world-ports.ts";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { demoFaces, type Faces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { PRESETS } from "#test/shopify-stand-in/seed/presets.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";
import { displayStatus } from "#test/shopify-stand-in/state/derive-order.ts";
import type { OrderRecord } from "#test/shopify-stand-in/state/records.ts";

const browser = useBrowser();
const NOW = new Date("2026-11-22T10:00:00Z");
let standIn: StandIn;
let faces: Faces | undefined;
let base: string;

beforeAll(async () => {
  standIn = await createStandIn({
    now: NOW,
    frozen: true,
    shops: ["field-and-thread.myshopify.com"],
    ports: { main: 0 },
    appTarget: () => Promise.resolve(new Response("ok")),
    faces: [demoFaces({ localAppUrl: "http://localhost:1" }, (made) => (faces = made))],
  });
  plantDemoShop(standIn.world.firstShop, { now: NOW, imageBase: "https://field-and-thread.myshopify.com" });
  base = `http://localhost:${standIn.ports.main ?? 0}`;
});

afterAll(() => standIn.close());

const lastOrder = (): OrderRecord => [...standIn.world.firstShop.orders.values()].at(-1) ?? expect.fail("no order");
const post = (name: string, form: Record<string, string>): Promise<Response> =>
  fetch(`${base}/control-page/${name}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

describe("the mailbox", () => {
  beforeAll(() => {
    const mail = {
      from: "Field & Thread <hello@fieldandthread.example>",
      headers: { "list-unsubscribe": "<https://field-and-thread.myshopify.com/apps/returns/stop?t=1>" },
      links: [],
    };
    standIn.world.mailbox.add({
      ...mail,
      id: "one",
      at: NOW.toISOString(),
      to: ["jonah.reyes@example.org"],
      subject: "Your code",
      text: "123456",
      html: null,
    });
    standIn.world.mailbox.add({
      ...mail,
      id: "two",
      at: NOW.toISOString(),
      to: ["lea.keller@example.org"],
      subject: "Your parcel is late",
      text: "New date: Tuesday",
      html: `<h1>New date: Tuesday</h1><script>document.title="ran"</script><a href="https://field-and-thread.myshopify.com/apps/returns?t=1">Follow it</a>`,
    });
  });

  test("lists the newest mail first and finds mails by address", async () => {
    const list = await (await fetch(`${base}/mailbox`)).text();
    expect(list.indexOf("Your parcel is late")).toBeLessThan(list.indexOf("Your code"));
    const found = await (await fetch(`${base}/mailbox?to=jonah`)).text();
    expect(found).toContain("Your code");
    expect(found).not.toContain("Your parcel is late");
  });

  test("shows a mail without running it, its links lead to the stand-in in a tab of their own, and its headers are there", async () => {
    const { page, context, screenshot } = await browser.open({
      width: 390,
      expectedErrors: [/Blocked script execution|404|Content Security Policy/],
    });
    await page.goto(`${base}/mailbox`);
    await screenshot("stand-in/mailbox-390");
    await page.getByRole("link", { name: /Your parcel is late/ }).click();
    const mail = page.frameLocator("iframe");
    await mail.getByRole("heading", { name: "New date: Tuesday" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const opened = context.waitForEvent("page");
    await mail.getByRole("link", { name: "Follow it" }).click();
    expect((await opened).url()).toBe(`${base}/apps/returns?t=1`);
    await page.getByRole("link", { name: "Text" }).click();
    await page.getByText("New date: Tuesday").waitFor();
    await page.getByRole("link", { name: "Headers" }).click();
    await page.getByText("list-unsubscribe").waitFor();
  });
});

describe("the control page", () => {
  test("moves the clock", async () => {
    const { page, screenshot } = await browser.open();
    const before = standIn.now().getTime();
    await page.goto(`${base}/control`);
    await page.getByRole("button", { name: "+12 hours" }).click();
    await page.getByRole("status").waitFor();
    expect(standIn.now().getTime() - before).toBe(12 * 3_600_000);
    await screenshot("stand-in/control-1280");
  });

  test.each(PRESETS)("places the order “$label”", async (preset) => {
    const answer = await post("order", { preset: preset.name, email: "" });
    expect(answer.headers.get("location")).toMatch(/\?said=/);
    const order = lastOrder();
    expect(order.shippingAddress?.countryCode).toBe(preset.country);
    const [parcel] = order.fulfillments;
    expect(parcel !== undefined).toBe(preset.shippedHoursAgo !== undefined);
    if (preset.deliveredHoursAgo !== undefined && parcel) expect(displayStatus(parcel)).toBe("DELIVERED");
    const topics = standIn.world.webhooks.deliveries.filter(({ body }) => body.includes(order.name)).map(({ topic }) => topic);
    expect(topics).toContain("orders/create");
  });

  test("a late parcel goes on travelling when the clock moves, and arrives", async () => {
    await post("order", { preset: "late", email: "" });
    const [parcel] = lastOrder().fulfillments;
    if (!parcel) expect.fail();
    expect(displayStatus(parcel)).not.toBe("DELIVERED");
    await post("clock", { advance: "P5D" });
    expect(displayStatus(parcel)).toBe("DELIVERED");
    const arrived = parcel.events.at(-1)?.happenedAt ?? "";
    expect(new Date(arrived).getTime()).toBeGreaterThan(new Date(parcel.estimatedDeliveryAt ?? "").getTime());
  });

  test("an order of the storefront is packed, sent and delivered with the days", async () => {
    await post("fate", { fate: "on-time" });
    await fetch(`${base}/checkout`, {
      method: "POST",
      body: new URLSearchParams({ variant: "44100000000040", quantity: "1", email: "ann@example.com", first_name: "Ann", country: "US" }),
      redirect: "manual",
    });
    const order = lastOrder();
    expect(order.email).toBe("ann@example.com");
    expect(order.fulfillments).toHaveLength(0);
    await post("clock", { advance: "P2D" });
    expect(order.fulfillments).toHaveLength(1);
    await post("clock", { advance: "P8D" });
    expect(order.fulfillments.map(displayStatus)).toEqual(["DELIVERED"]);
  });

  test("adds what the carrier says, and then tells no other story of that parcel", async () => {
    await post("order", { preset: "on-its-way", email: "" });
    const [parcel] = lastOrder().fulfillments;
    if (!parcel) expect.fail();
    await post("event", { parcel: parcel.id.split("/").at(-1) ?? "", status: "delayed", city: "Louisville", expected: "2027-01-05" });
    expect(displayStatus(parcel)).toBe("DELAYED");
    expect(parcel.events.at(-1)?.estimatedDeliveryAt).toBe("2027-01-05T22:00:00Z");
    await post("clock", { advance: "P10D" });
    expect(displayStatus(parcel)).toBe("DELAYED");
  });

  test("switches faults, the theme's block and the app itself", async () => {
    await post("faults", { drop: "25", delay: "10" });
    expect(standIn.world.faults.get()).toMatchObject({ drop: { rate: 0.25 }, delay: { rate: 0.1, by: "PT10M" } });
    await post("faults", {});
    expect(standIn.world.faults.get().drop).toBeUndefined();
    await post("theme", { handle: "returns", active: "0" });
    expect(faces?.storefront.theme.settings.isActive("returns")).toBe(false);
    await post("theme", { handle: "returns", active: "1" });
    await post("app", { installed: "0" });
    expect(standIn.world.firstShop.installation.installed).toBe(false);
    expect(await (await fetch(`${base}/admin/apps/amends`)).text()).toContain("Install app");
    await post("app", { installed: "1" });
    expect(standIn.world.firstShop.installation.installed).toBe(true);
  });

  test("says what is wrong instead of failing", async () => {
    const answer = await post("clock", { at: "1999-01-01T00:00" });
    expect(decodeURIComponent(answer.headers.get("location") ?? "")).toContain("only moves forward".replaceAll(" ", "+"));
  });
});

describe("npm run demo", () => {
  const start = fileURLToPath(new URL("../demo/start.mjs", import.meta.url));
  const run = (args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [start, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
      child.once("close", (code) => resolve({ code: code ?? -1, output }));
    });

  test("names a port that is taken, the first as well as the last, and the way out", async () => {
    const ports = await freeWorldPorts();
    for (const [port, purpose] of [[ports.main, "storefront and admin"] as const, [ports.carrier, "carrier"] as const]) {
      const server = net.createServer();
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
      const { code, output } = await run(["--port", String(ports.main)]);
      await new Promise((resolve) => server.close(resolve));
      expect(code).toBe(1);
      expect(output).toContain(`Port ${port} (${purpose}) is taken`);
      expect(output).toContain("--port");
    }
  });

  test("ends when what started it is gone, as npm is that passes no signal on", async () => {
    const watcher = fileURLToPath(new URL("../demo/follow-parent.mjs", import.meta.url));
    const script = `import { followParent } from ${JSON.stringify(watcher)}; setInterval(() => {}, 1000); followParent(() => process.exit()); console.log("up")`;
    const shell = spawn("sh", ["-c", '"$0" --input-type=module -e "$1"; true', process.execPath, script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => shell.stdout.once("data", resolve));
    // Only the end of the last process that holds the pipe closes it.
    const closed = new Promise((resolve) => shell.stdout.once("close", resolve));
    shell.kill("SIGKILL");
    await closed;
  });

  test("explains itself and refuses what it does not know", async () => {
    expect((await run(["--help"])).output).toContain("--fresh");
    expect(await run(["--nonsense"])).toMatchObject({ code: 1, output: expect.stringContaining("Unknown option --nonsense") as string });
    expect(await run(["--port", "none"])).toMatchObject({ code: 1 });
  });
});
