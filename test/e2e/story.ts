import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { seriousProblems } from "#test/support/accessibility.ts";
import { saveScreenshot, useBrowser, type PageOptions } from "#test/support/browser.ts";
import type { BuiltWorld } from "#test/support/built-world.ts";
import type { ChromiumOptions } from "#test/support/chromium.ts";
import type { Mail } from "#test/shopify-stand-in/mail/mailbox.ts";
import { openStoryWorld, type StoryWorldOptions } from "./story-world.ts";

/** Building the app, starting it and reading a shop's history, on a machine that is busy. */
const OPENING_MS = 240_000;
const CALM_MS = 120_000;
/** The same pages on another engine have the same markup, so that axe looks at them once. */
const IS_EMBEDDED = !process.env.TEST_DATABASE_URL;

/** Each look costs the app as much as a small page. */
const LOOK_EVERY_MS = 100;
/** What a page may take to show itself; a slow machine alone fails no story. */
const SHOWN_MS = 60_000;
/** A story goes through many pages of two browsers, and a server works for each; on a busy machine that takes minutes. */
export const STORY_MS = 300_000;

/** A page that somebody of the story looks at. */
export interface StoryPage {
  readonly page: Page;
  /** Notes what is seen: a screenshot under the story's next number, and nothing serious for axe to find, in frames neither. */
  look(what: string): Promise<void>;
  /** The same for a window that the page has opened. */
  lookAt(page: Page, what: string): Promise<void>;
}

export interface Story {
  readonly world: BuiltWorld;
  /** A window of somebody's browser; screenshots go to `screenshots/{name}/`. */
  open(name: string, options?: PageOptions): Promise<StoryPage>;
  /** Waits until every webhook is delivered and the app has nothing left to do. */
  calm(): Promise<void>;
  /** Asks the stand-in's control API, as anybody outside could. */
  control(path: string, body?: object): Promise<unknown>;
  /** What was mailed to an address, oldest first. */
  mailsTo(address: string): Promise<Mail[]>;
  /** The newest mail to the address whose subject fits, as soon as it is there. */
  mailTo(address: string, subject: RegExp): Promise<Mail>;
}

/** One world and one browser for the test file: `const story = useStory()` at its top. */
export function useStory({ film, ...options }: StoryWorldOptions & ChromiumOptions = {}): Story {
  const browser = useBrowser(film ? { film } : {});
  const worlds: BuiltWorld[] = [];
  beforeAll(async () => {
    worlds.push(await openStoryWorld(options));
  }, OPENING_MS);
  afterAll(async () => {
    for (const world of worlds) await world.close();
  });
  const world = () => {
    const [opened] = worlds;
    if (!opened) throw new Error("The world is not there yet");
    return opened;
  };
  const shots = new Map<string, number>();
  const mailsTo = async (address: string) => {
    const { mails } = (await ask(world(), `/control/mailbox?to=${encodeURIComponent(address)}`)) as { mails: Mail[] };
    return mails;
  };
  return {
    get world() {
      return world();
    },
    open: async (name, pageOptions) => {
      const { page, context } = await browser.open(pageOptions);
      context.setDefaultTimeout(SHOWN_MS);
      const lookAt = async (seen: Page, what: string) => {
        const number = (shots.get(name) ?? 0) + 1;
        shots.set(name, number);
        await saveScreenshot(seen, `${name}/${String(number).padStart(2, "0")}-${what}`);
        if (IS_EMBEDDED) expect(await seriousProblems(seen, pageOptions?.javaScript !== false), `${what} at ${seen.url()}`).toEqual([]);
      };
      return { page, lookAt, look: (what) => lookAt(page, what) };
    },
    calm: () => calm(world()),
    control: (path, body) => ask(world(), path, body),
    mailsTo,
    mailTo: (address, subject) =>
      until(
        async () => (await mailsTo(address)).filter((mail) => subject.test(mail.subject)).at(-1),
        `a mail like ${subject} to ${address}`,
      ),
  };
}

async function ask({ standInUrl }: BuiltWorld, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(standInUrl + path, body ? { method: "POST", body: JSON.stringify(body) } : {});
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

interface Work {
  readonly now: string;
  readonly nextDueAt: string | null;
  readonly jobs: { readonly waiting: number; readonly active: number };
  readonly inbox: { readonly pending: number };
}

/** Quiet twice: what one job has Shopify tell may be on its way between two looks. */
async function calm({ standIn, webUrl }: BuiltWorld): Promise<void> {
  let quiet = 0;
  await until(async () => {
    await standIn.world.webhooks.settled();
    const { now, nextDueAt, jobs, inbox } = (await (await fetch(`${webUrl}/ops/work`)).json()) as Work;
    const isDue = nextDueAt !== null && nextDueAt <= now;
    quiet = jobs.waiting + jobs.active + inbox.pending === 0 && !isDue ? quiet + 1 : 0;
    return quiet >= 2 ? true : undefined;
  }, "the app to have nothing left to do");
}

/** What a look finds as soon as it finds something. */
async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + CALM_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}
