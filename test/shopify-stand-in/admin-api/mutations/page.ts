import type { PageRecord } from "../../state/page-record.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";

interface PageInput {
  title?: string | null;
  handle?: string | null;
  body?: string | null;
  isPublished?: boolean | null;
}

const NAME = "page";
const MOST_BYTES = 512 * 1024;

/** What Shopify says no to; `own` is the page that is changed. */
function problems(wanted: PageInput, ctx: ApiContext, own?: PageRecord): UserError[] {
  const found: UserError[] = [];
  const title = wanted.title ?? own?.title ?? "";
  if (title.trim() === "") found.push(userError(["page", "title"], "Title can't be blank", "BLANK"));
  if (title.length > 255) found.push(userError(["page", "title"], "Title is too long (maximum is 255 characters)", "TOO_LONG"));
  if (Buffer.byteLength(wanted.body ?? "") > MOST_BYTES)
    found.push(userError(["page", "body"], "Body is too big (maximum is 512 KB)", "TOO_BIG"));
  if (wanted.handle && [...ctx.shop.pages.values()].some(({ id, handle }) => handle === wanted.handle && id !== own?.id))
    found.push(userError(["page", "handle"], "Handle has already been taken", "TAKEN"));
  return found;
}

function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** `pageCreate`, `pageUpdate`. The same call again makes another page: Shopify has no key for it. */
export const pageMutations: Fields<unknown> = {
  pageCreate: (_root, args, ctx) => {
    const wanted = input<PageInput>(args, "page");
    const errors = problems(wanted, ctx);
    if (errors.length > 0) return failed(NAME, ...errors);
    const now = ctx.world.nowIso();
    const title = wanted.title ?? "";
    const page: PageRecord = {
      id: ctx.world.ids.gid("Page"),
      handle: wanted.handle ?? handleOf(title),
      title,
      body: wanted.body ?? "",
      isPublished: wanted.isPublished ?? true,
      createdAt: now,
      updatedAt: now,
    };
    ctx.shop.putPage(page);
    ctx.announce();
    return done(NAME, page);
  },
  pageUpdate: (_root, args, ctx) => {
    const page = ctx.shop.pages.get(String(args["id"]));
    if (!page) return failed(NAME, userError(["id"], "Page does not exist", "NOT_FOUND"));
    const wanted = input<PageInput>(args, "page");
    const errors = problems(wanted, ctx, page);
    if (errors.length > 0) return failed(NAME, ...errors);
    page.title = wanted.title ?? page.title;
    page.handle = wanted.handle ?? page.handle;
    page.body = wanted.body ?? page.body;
    page.isPublished = wanted.isPublished ?? page.isPublished;
    page.updatedAt = ctx.world.nowIso();
    ctx.shop.putPage(page);
    ctx.announce();
    return done(NAME, page);
  },
};
