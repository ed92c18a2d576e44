import type { Page } from "playwright-core";
import type { Mail } from "#test/shopify-stand-in/mail/mailbox.ts";
import type { Story, StoryPage } from "./story.ts";

/** The words of a mail, without the line breaks of its plain text. */
export function plain({ text }: Mail): string {
  return text.replace(/\s+/g, " ");
}

/** Opens the mailbox's page in a window, then the mail in it. */
export async function openMail(story: Story, reader: StoryPage, { mail, what }: { mail: Mail; what: string }): Promise<void> {
  const { page } = reader;
  await page.goto(`${story.world.standInUrl}/mailbox?to=${encodeURIComponent(mail.to[0] ?? "")}`);
  await page.getByRole("link", { name: mail.subject }).first().click();
  await page.frameLocator("iframe").locator("body").waitFor();
  await reader.look(what);
}

/** Follows a link of the mail that is open, into a window of its own as mail programs do. */
export async function followLink({ page }: StoryPage, name: string | RegExp): Promise<Page> {
  const opened = page.waitForEvent("popup");
  await page.frameLocator("iframe").getByRole("link", { name }).first().click();
  const followed = await opened;
  await followed.waitForLoadState();
  return followed;
}
