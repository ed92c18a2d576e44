import type { LoaderFunctionArgs } from "@remix-run/node";
import ipaddr from "ipaddr.js";
import type { PortalStep } from "#app/ui/portal/fields.ts";
import { FRAGMENT_FIELD, LOCALE_FIELD, TOKEN_FIELD } from "#app/ui/portal/fields.ts";
import { withoutNul } from "#app/domain/shared/plain-text.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { speakable } from "#app/use-cases/shops/languages.server.ts";
import { videoLimit } from "#app/use-cases/returns/add-evidence.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readLoginPage } from "#app/use-cases/returns/verify-code.server.ts";
import type { ProxyIdentity } from "./app-proxy.server.ts";
import { verifyProxy } from "./app-proxy.server.ts";
import { splitBase } from "./portal-addresses.server.ts";
import type { PostedForm } from "./portal-form.server.ts";
import { readPostedForm, textField } from "./portal-form.server.ts";

/** A verified request of a page of the portal. */
export interface PortalCall {
  readonly ctx: ShopContext;
  readonly identity: ProxyIdentity;
  /** Where the portal lives on the storefront, without the folder of a language: "/apps/returns". */
  readonly base: string;
  /** "/zh-cn" when the request says it; Shopify knows it in any case. */
  readonly folder: string;
  readonly step: PortalStep | undefined;
  readonly isPost: boolean;
  /** The fields of a posted form; empty for a GET. */
  readonly form: FormData;
  readonly problem: Extract<PostedForm, { problem: string }>["problem"] | undefined;
  readonly token: string;
  /** Which picture is asked for. */
  readonly pictureId: string;
  /** Which of the giver's codes is meant. */
  readonly giftId: string;
  /** Of a gift, as a link brings it along. */
  readonly giftCode: string;
  /** What a question is about. */
  readonly topic: string;
  readonly access: PortalAccess | undefined;
  /** Any language tag. */
  readonly locale: string;
  /** The request does not say the language; the theme may know it. */
  readonly isLocaleGuessed: boolean;
  readonly isFragment: boolean;
  readonly ip: string;
}

const STEPS: readonly PortalStep[] = [
  "find",
  "policy",
  "orders",
  "together",
  "code",
  "resend",
  "cancelorder",
  "address",
  "items",
  "options",
  "confirm",
  "status",
  "slip",
  "picture",
  "help",
  "question",
  "solved",
  "cancel",
  "ask",
  "appeal",
  "instead",
  "photo",
  "label",
  "pickup",
  "pickupcancel",
  "gift",
  "giftcodes",
  "giftreceipt",
  "giftrevoke",
];

/** Turns a request into a call, or answers why it is none: not signed by Shopify just now, or no such page. */
export async function portalCall({ context, request, params }: LoaderFunctionArgs): Promise<PortalCall | Response> {
  const { app } = context;
  const url = new URL(request.url);
  const identity = verifyProxy(url, { secret: app.env.SHOPIFY_API_SECRET, now: app.clock.now() });
  // Nothing of the request is repeated: its query carries a signature.
  if (!identity.ok) return plain(identity.error.code === "malformed" ? 400 : 401);
  const ctx = await app.contextForDomain(identity.value.domain);
  if (!ctx) return plain(404);
  const path = (params["*"] ?? "").replace(/\/+$/, "");
  const step = STEPS.find((one) => one === path);
  if (path !== "" && !step) return plain(404);
  const isPost = request.method === "POST";
  const isUpload = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  const posted: PostedForm = isPost ? await readPostedForm(request, isUpload ? await videoLimit(ctx) : 0) : { form: new FormData() };
  const form = "form" in posted ? posted.form : new FormData();
  const field = (name: string) => textField(form, name) || withoutNul(url.searchParams.get(name) ?? "");
  const token = field(TOKEN_FIELD);
  const opened = token ? await readAccess(ctx, token) : undefined;
  const ip = addressOf(request);
  const access = opened && { ...opened, device: { network: networkOf(ip), agent: request.headers.get("user-agent") ?? "" } };
  const login = token && !access ? await readLoginPage(ctx, token) : undefined;
  const { folder, path: base } = splitBase(identity.value.base);
  // Markets put the language first: "/zh-cn/apps/returns".
  const told = field(LOCALE_FIELD) || access?.locale || login?.locale || folder.slice(1);
  return {
    ctx,
    identity: identity.value,
    base,
    folder,
    step,
    isPost,
    form,
    problem: "problem" in posted ? posted.problem : undefined,
    token,
    pictureId: field("picture"),
    giftId: field("gift"),
    giftCode: field("giftcode"),
    topic: field("topic"),
    access,
    locale: await speakable(ctx, told || ctx.shop.locale),
    isLocaleGuessed: !told,
    isFragment: field(FRAGMENT_FIELD) === "1",
    ip,
  };
}

/** Shopify names the visitor first; everything after it was added by machines on the way here. */
function addressOf(request: Request): string {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
}

const HOUSEHOLD_BITS = 64;

/** The same text for every device behind one connection: of an IPv6 address the part that a provider gives to a household. */
function networkOf(ip: string): string | undefined {
  if (!ipaddr.isValid(ip)) return undefined;
  const address = ipaddr.process(ip);
  return address.kind() === "ipv6"
    ? address
        .toByteArray()
        .slice(0, HOUSEHOLD_BITS / 8)
        .join(".")
    : address.toString();
}

function plain(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
