import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { launchChromium, type ChromiumOptions } from "./chromium.ts";

const SCREENSHOTS = fileURLToPath(new URL("../../test-output/screenshots/", import.meta.url));

export const DESKTOP = 1280;
export const PHONE = 390;

export interface PageOptions {
  /** Width of the window: 1280 (the default) or 390. */
  width?: typeof DESKTOP | typeof PHONE;
  locale?: string;
  timezoneId?: string;
  /** False shows the page as a browser with JavaScript switched off does. */
  javaScript?: boolean;
  /** Address of the stand-in's TLS-ending proxy; its throw-away certificates are then accepted. */
  proxy?: string;
  /** Console errors that the story expects, such as the browser's own line about a 404 that is asked for. */
  expectedErrors?: readonly RegExp[];
}

export interface TestPage {
  page: Page;
  context: BrowserContext;
  /** Writes `test-output/screenshots/{name}.jpg` (the whole page unless told otherwise) and answers its path. */
  screenshot: (name: string, options?: { fullPage?: boolean }) => Promise<string>;
  /** What the console and uncaught exceptions said since it was last asked, without the expected ones. */
  errors: () => string[];
}

export interface TestBrowser {
  open: (options?: PageOptions) => Promise<TestPage>;
}

/**
 * One Chromium for the test file: `const browser = useBrowser()` at the top, then `await browser.open()` in a test. After each
 * test its pages are closed (unless they are to be used for the whole file), and any unexpected console error or uncaught exception
 * fails that test.
 */
export function useBrowser({ pagesFor = "test", ...chromium }: { pagesFor?: "test" | "file" } & ChromiumOptions = {}): TestBrowser {
  let launched: Promise<Browser> | undefined;
  let opened: TestPage[] = [];

  afterEach(async () => {
    const pages = opened;
    if (pagesFor === "test") {
      opened = [];
      await Promise.all(pages.map(({ context }) => context.close()));
    }
    expect(
      pages.flatMap((each) => each.errors()),
      "console errors",
    ).toEqual([]);
  });
  afterAll(async () => {
    await (await launched)?.close();
  });

  return {
    async open(options = {}) {
      launched ??= launchChromium(chromium);
      const testPage = await openPage(await launched, options);
      opened.push(testPage);
      return testPage;
    },
  };
}

async function openPage(browser: Browser, options: PageOptions = {}): Promise<TestPage> {
  const context = await browser.newContext(contextOptions(browser, options));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors = collectErrors(context, options.expectedErrors ?? []);
  return { page, context, errors, screenshot: (name, shot) => saveScreenshot(page, name, shot?.fullPage ?? true) };
}

function contextOptions(browser: Browser, options: PageOptions): BrowserContextOptions {
  const width = options.width ?? DESKTOP;
  return {
    viewport: { width, height: width === PHONE ? 844 : 900 },
    isMobile: width === PHONE,
    hasTouch: width === PHONE,
    deviceScaleFactor: width === PHONE ? 2 : 1,
    locale: options.locale ?? "en-US",
    timezoneId: options.timezoneId ?? "America/New_York",
    javaScriptEnabled: options.javaScript ?? true,
    // Remix's bot check answers "HeadlessChrome" with 410 Gone.
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`,
    ...(options.proxy ? { proxy: { server: options.proxy, bypass: "localhost,127.0.0.1" }, ignoreHTTPSErrors: true } : {}),
  };
}

function collectErrors(context: BrowserContext, expected: readonly RegExp[]): () => string[] {
  const seen: string[] = [];
  const note = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) seen.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => note(String(error.error())));
  return () => seen.splice(0);
}

/** Writes `test-output/screenshots/{name}.jpg` and answers its path. */
export async function saveScreenshot(page: Page, name: string, fullPage = true): Promise<string> {
  const file = path.join(SCREENSHOTS, `${name}.jpg`);
  mkdirSync(path.dirname(file), { recursive: true });
  // A picture of a long page takes a quarter of the time that a PNG of it takes.
  await page.screenshot({ path: file, type: "jpeg", quality: 85, fullPage, animations: "disabled" });
  return file;
}
