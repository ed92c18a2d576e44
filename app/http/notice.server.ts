import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Brand } from "#app/domain/shops/brand.ts";
import type { PageFrame } from "#app/ui/mail-pages/page-document.tsx";
import { renderNoticePage, type NoticeView } from "#app/ui/messages/notice-page.tsx";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** The shop that a mail's link names, while it has the app. What the link may do says its token alone. */
export async function shopOfLink({ context, request }: Pick<LoaderFunctionArgs, "context" | "request">): Promise<ShopContext | undefined> {
  const ctx = await context.app.contextForDomain(new URL(request.url).searchParams.get("shop") ?? "");
  return ctx && !ctx.shop.uninstalledAt ? ctx : undefined;
}

/** What was posted behind a mail's link; nothing where it is no form, as mail programs and scanners send it. */
export async function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

/** The language that the browser prefers, for pages of nobody known. */
export function browserLocale(request: Request): string {
  return request.headers.get("accept-language")?.split(",")[0] ?? "en";
}

/** The frame of a shop's page. */
export function frameOf({ name, logoUrl, accentColor }: Brand, locale: string): PageFrame {
  return { locale, shopName: name, logoUrl, accentColor };
}

/** One page that asks before it does something, or says that it was done. */
export function noticeResponse(view: NoticeView, frame: PageFrame): Response {
  return pageResponse(renderNoticePage(view, frame), view.kind === "unknown" ? 404 : 200);
}

/** A page behind a mail's link: never kept, never indexed, in nobody's frame; the address with its token goes to nobody else. */
export function pageResponse(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}

/** The answer to a link that is forged, too old or another shop's; all three look the same. */
export function unknownLink(request: Request): Response {
  return noticeResponse({ kind: "unknown" }, { locale: browserLocale(request), shopName: "", logoUrl: null, accentColor: "#1a1a1a" });
}
