import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { browserLocale, frameOf, noticeResponse, postedForm, shopOfLink, unknownLink } from "#app/http/notice.server.ts";
import { readUnsubscribeLink, unsubscribe } from "#app/use-cases/messages/unsubscribe.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { speakable } from "#app/use-cases/shops/languages.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";

/** Asks before it switches anything off. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOfLink(args);
  const link = ctx && (await readUnsubscribeLink(ctx, tokenOf(args.request)));
  return ctx && link?.ok ? page(ctx, args.request, link.value.hasUnsubscribed) : unknownLink(args.request);
}

/** Switches off, or on again; mail programs post here without a page (RFC 8058, `List-Unsubscribe=One-Click`). */
export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOfLink(args);
  const form = await postedForm(args.request);
  const source = form.get("List-Unsubscribe") === "One-Click" ? "one_click" : "page";
  const choice = { token: tokenOf(args.request), isWanted: form.get("wanted") === "yes", source } as const;
  const done = ctx && (await unsubscribe(ctx, choice));
  return ctx && done?.ok ? page(ctx, args.request, done.value.hasUnsubscribed) : unknownLink(args.request);
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("t") ?? "";
}

async function page(ctx: ShopContext, request: Request, isDone: boolean): Promise<Response> {
  const { brand } = await readSettings(ctx, ["brand"]);
  return noticeResponse({ kind: "unsubscribe", isDone }, frameOf(brand.value, await speakable(ctx, browserLocale(request))));
}
