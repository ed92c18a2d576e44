import type { Brand } from "#app/domain/shops/brand.ts";
import { PORTAL_ASSET_VERSION } from "#app/ui/portal/assets.ts";
import type { PortalStep } from "#app/ui/portal/fields.ts";
import { portalLink, portalPath } from "#app/ui/portal/fields.ts";
import { renderPortalPage } from "#app/ui/portal/render.tsx";
import type { MessageKind, PortalFrame, PortalPage } from "#app/ui/portal/view-models.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { offeredLanguages } from "#app/domain/shops/languages.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { keepFolder } from "./portal-addresses.server.ts";
import type { PortalCall } from "./portal-request.server.ts";

/** A page with how it is to be answered. */
export interface PortalAnswer {
  readonly page: PortalPage;
  /** 200 unless something is to be put right. */
  readonly status?: number;
  /** What the page's forms carry on; signed afresh for every page. */
  readonly access?: PortalAccess;
  /** A state of another kind, instead of an access. */
  readonly token?: string;
  /** Where a GET shows this page again. */
  readonly at?: PortalStep;
}

/**
 * A page inside the theme: Shopify runs the answer as Liquid, in which the page is inert. A script that asked gets the page alone. Nothing
 * is ever cached.
 */
export async function respond(call: PortalCall, answer: PortalAnswer): Promise<Response> {
  const { ctx, isFragment } = call;
  const { brand, languages, help } = await readSettings(ctx, ["brand", "languages", "help"]);
  const offered = offeredLanguages(languages.value, ctx.shop.locale);
  const token = answer.access ? await signAccess(ctx, answer.access) : answer.token;
  // Only who may see an order takes it along; everybody else reads the answers alone.
  const helpUrl = help.value.cards.some(({ isOn }) => isOn)
    ? portalLink(call.base, "help", answer.access && !answer.access.gift ? token : undefined)
    : undefined;
  const inLanguage = (locale: string) => {
    const frame = frameOf({ ...call, locale }, { brand: brand.value, token, at: answer.at, helpUrl });
    return keepFolder(renderPortalPage(answer.page, frame, { fragment: isFragment }), call.folder);
  };
  const markup =
    call.isLocaleGuessed && !call.isPost && !isFragment ? inTheThemesLanguage(inLanguage, offered, call.locale) : inLanguage(call.locale);
  const body = isFragment ? `{% layout none %}${markup}` : markup;
  const headers = { "Content-Type": "application/liquid; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "same-origin" };
  return new Response(body, { status: answer.status ?? 200, headers });
}

/** The theme knows which language the shopper reads when the request does not say it: Shopify picks the page as it runs the Liquid. */
function inTheThemesLanguage(inLanguage: (locale: string) => string, offered: readonly string[], otherwise: string): string {
  const languages = offered.map((locale) => `{% when "${locale.slice(0, 2)}" %}${inLanguage(locale)}`).join("");
  return `{% assign amends_language = request.locale.iso_code | slice: 0, 2 %}{% case amends_language %}${languages}{% else %}${inLanguage(otherwise)}{% endcase %}`;
}

interface FrameParts {
  readonly brand: Brand;
  readonly token: string | undefined;
  readonly at: PortalStep | undefined;
  readonly helpUrl: string | undefined;
}

function frameOf({ ctx, base, locale }: PortalCall, { brand, token, at, helpUrl }: FrameParts): PortalFrame {
  const supportEmail = brand.replyTo ?? ctx.shop.email;
  return {
    locale,
    base,
    ...(token ? { token } : {}),
    ...(at ? { address: portalLink(base, at, token) } : {}),
    shopName: brand.name,
    ...(supportEmail ? { supportEmail } : {}),
    ...(helpUrl ? { helpUrl } : {}),
    policyUrl: portalPath(base, "policy"),
    privacyUrl: "/policies/privacy-policy",
    assetVersion: PORTAL_ASSET_VERSION,
  };
}

/** One thing said, and nothing to fill in. */
export function message(kind: MessageKind, status: number, more: Partial<Extract<PortalPage, { page: "message" }>> = {}): PortalAnswer {
  return { page: { page: "message", kind, ...more }, status };
}
