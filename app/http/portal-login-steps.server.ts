import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { FindPage } from "#app/ui/portal/view-models.ts";
import { offersOrderChanges } from "#app/use-cases/order-changes/read-order-changes.server.ts";
import { customerOrders } from "#app/use-cases/returns/customer-orders.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { InvalidLogin, LoginStarted, TooManyTries } from "#app/use-cases/returns/start-login.server.ts";
import { CODE_MINUTES, resendLogin, startLogin } from "#app/use-cases/returns/start-login.server.ts";
import { offersGifts } from "#app/use-cases/gifts/gift-code.server.ts";
import { resendGiftLogin } from "#app/use-cases/gifts/start-gift-login.server.ts";
import type { LoginPage } from "#app/use-cases/returns/verify-code.server.ts";
import { readLoginPage, verifyCode } from "#app/use-cases/returns/verify-code.server.ts";
import { textField } from "./portal-form.server.ts";
import { momentIn, returnLinks } from "./portal-moments.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { showItemsStep } from "./portal-items-page.server.ts";

/** The first page: a signed-in customer's orders, or the form for everybody else. */
export async function startStep(call: PortalCall): Promise<PortalAnswer> {
  return call.identity.customerGid ? ordersStep(call) : findStep(call);
}

export async function findStep(call: PortalCall): Promise<PortalAnswer> {
  return { page: await findPage(call, {}) };
}

/** The orders of the customer whom Shopify signed in. */
export async function ordersStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, identity, locale } = call;
  if (!identity.customerGid) return findStep(call);
  const { orders, customerName } = await customerOrders(ctx, identity.customerGid);
  const mayChange = await offersOrderChanges(ctx);
  const cards = orders.map(async ({ gid, name, processedAt, total, itemCount, images, wasSent, isCancelled, returns }) => ({
    ...{ name, total, itemCount, images },
    token: await signAccess(ctx, { orderGid: gid, locale }),
    placedAt: momentIn(ctx, processedAt),
    canReturn: wasSent,
    canChange: !wasSent && !isCancelled && mayChange,
    returns: await returnLinks(ctx, returns, locale),
  }));
  const page = { page: "orders" as const, ...(customerName ? { customerName } : {}), orders: await Promise.all(cards) };
  return { page: { ...page, takesGifts: await offersGifts(ctx) }, at: "orders" };
}

/** Order number and address: the same page follows whether or not there is such an order. */
export async function postFindStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, form, locale, ip } = call;
  const typed = { orderNumber: textField(form, "order"), email: textField(form, "email") };
  const started = await startLogin(ctx, { ...typed, locale, ip });
  return started.ok ? codePage(started.value, {}) : loginRefused(call, started.error, typed);
}

export async function resendStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, token, ip } = call;
  const login = await readLoginPage(ctx, token);
  if (login?.gift) return resendToReceiver(call, { ...login, gift: login.gift });
  const started = await resendLogin(ctx, { token, ip });
  if (started.ok) return codePage(started.value, { resent: true });
  return started.error.code === "link_expired" ? message("link-expired", 403) : loginRefused(call, started.error, {});
}

/** Somebody with a gift's code asked once more; whatever happened to it since is said on the page where it is entered. */
async function resendToReceiver(
  call: PortalCall,
  { email, locale, gift }: LoginPage & { readonly gift: { readonly id: string; readonly name: string } },
): Promise<PortalAnswer> {
  const started = await resendGiftLogin(call.ctx, { giftId: gift.id, name: gift.name, email, locale, ip: call.ip });
  if (started.ok) return codePage(started.value, { resent: true });
  return started.error.code === "too_many_tries" ? tooManyTries(call, started.error) : message("link-expired", 403);
}

export async function showCodeStep({ ctx, token }: PortalCall): Promise<PortalAnswer> {
  const login = await readLoginPage(ctx, token);
  return login ? codePage({ token, email: login.email, expiresInMinutes: CODE_MINUTES }, {}) : message("link-expired", 403);
}

export async function postCodeStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, form, token, ip } = call;
  const verified = await verifyCode(ctx, { token, code: textField(form, "code"), ip });
  if (verified.ok) return showItemsStep({ ...call, access: verified.value, locale: verified.value.locale });
  const { error } = verified;
  if (error.code === "too_many_tries") return tooManyTries(call, error);
  const login = error.code === "link_expired" ? undefined : await readLoginPage(ctx, token);
  if (!login) return message("link-expired", 403);
  const page = { token, email: login.email, expiresInMinutes: CODE_MINUTES };
  return { ...codePage(page, { errors: [codeError(error)] }), status: 422 };
}

function codeError(error: { readonly code: string; readonly left?: number }): FieldError {
  if (error.code === "code_wrong" && error.left) return { field: "code", code: "code-wrong", values: { left: error.left } };
  return { field: "code", code: error.code === "code_invalid" ? "code-invalid" : "code-expired" };
}

export function codePage(
  { token, email, expiresInMinutes }: LoginStarted,
  more: { resent?: boolean; errors?: FieldError[] },
): PortalAnswer {
  return { page: { page: "code", email, expiresInMinutes, errors: [], ...more }, token };
}

async function loginRefused(call: PortalCall, error: InvalidLogin | TooManyTries, typed: Partial<FindPage>): Promise<PortalAnswer> {
  if (error.code === "too_many_tries") return tooManyTries(call, error);
  const errors = error.problems.map((problem): FieldError =>
    problem === "email_invalid" ? { field: "email", code: "email-invalid" } : { field: "order", code: "order-number-invalid" },
  );
  return { page: await findPage(call, { ...typed, errors }), status: 422 };
}

export function tooManyTries({ ctx }: PortalCall, { retryAt }: TooManyTries): PortalAnswer {
  return message("too-many-tries", 429, { retryAt: momentIn(ctx, retryAt) });
}

async function findPage({ ctx, base }: PortalCall, more: Partial<FindPage>): Promise<FindPage> {
  const signInUrl = `/account/login?return_url=${encodeURIComponent(`${base}/orders`)}`;
  return { page: "find", signInUrl, takesGifts: await offersGifts(ctx), errors: [], ...more };
}
