import type { GiftCodeView, GiftItemView, GiftPage } from "#app/ui/portal/gift-views.ts";
import { lineKey, readPostedLines } from "#app/ui/portal/fields.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import type { GiftCodeShown, GiftNotMade, GiftsOfOrder } from "#app/use-cases/gifts/give-gift-code.server.ts";
import { giveGiftCode, readGifts, revokeGiftCode } from "#app/use-cases/gifts/give-gift-code.server.ts";
import { offersGifts } from "#app/use-cases/gifts/gift-code.server.ts";
import { giftLink } from "#app/use-cases/gifts/gift-link.server.ts";
import type { GiftRefused, InvalidGiftForm } from "#app/use-cases/gifts/start-gift-login.server.ts";
import { RECEIVER_NAME_MAX, startGiftLogin } from "#app/use-cases/gifts/start-gift-login.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { isId } from "./admin.server.ts";
import { textField } from "./portal-form.server.ts";
import { codePage, startStep, tooManyTries } from "./portal-login-steps.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";

/** Where the receiver of a gift begins; a shop that takes none back shows its first page. */
export async function giftStep(call: PortalCall): Promise<PortalAnswer> {
  if (!(await offersGifts(call.ctx))) return startStep(call);
  return { page: giftPage({ code: call.giftCode, errors: [] }) };
}

/** Code, name and address: the page that waits for the one-time code follows. */
export async function postGiftStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, form, locale, ip } = call;
  const typed = { code: textField(form, "giftcode"), name: textField(form, "name"), email: textField(form, "email") };
  const started = await startGiftLogin(ctx, { ...typed, locale, ip });
  if (started.ok) return codePage(started.value, {});
  if (started.error.code === "too_many_tries") return tooManyTries(call, started.error);
  return { page: giftPage({ ...typed, errors: giftErrors(started.error) }), status: 422 };
}

function giftPage(typed: Omit<GiftPage, "page" | "nameMax">): GiftPage {
  return { page: "gift", nameMax: RECEIVER_NAME_MAX, ...typed };
}

function giftErrors(error: GiftRefused | InvalidGiftForm): FieldError[] {
  switch (error.code) {
    case "invalid_gift_form":
      return error.problems.map((problem) =>
        problem === "name_missing" ? { field: "name", code: "required" } : { field: "email", code: "email-invalid" },
      );
    case "gift_unknown":
      return [{ field: "giftcode", code: "gift-unknown" }];
    case "gift_revoked":
      return [{ field: "giftcode", code: "gift-revoked" }];
    case "gift_expired":
      return [{ field: "giftcode", code: "gift-expired" }];
    case "gift_used":
      return [{ field: "giftcode", code: "gift-used" }];
  }
}

/** The order whose gifts the visitor may manage; whoever came with a code or by a mail may not. */
function giversAccess({ access }: PortalCall): PortalAccess | undefined {
  return access && !access.isFollowOnly && !access.gift ? access : undefined;
}

/** The giver's codes of an order. */
export async function giftCodesStep(
  call: PortalCall,
  told: { readonly notice?: "revoked"; readonly errors?: readonly FieldError[] } = {},
): Promise<PortalAnswer> {
  const access = giversAccess(call);
  if (!access) return message("link-expired", 403);
  const gifts = await readGifts(call.ctx, access.orderGid);
  if (!gifts.ok) return message("not-found", 404);
  const { errors = [], notice } = told;
  const page = {
    page: "gift-codes" as const,
    order: { name: gifts.value.orderName, placedAt: momentIn(call.ctx, gifts.value.placedAt) },
    lines: gifts.value.lines.map(({ line, units }, index) => ({ ...itemView(line, units), key: lineKey(index), id: line.gid })),
    codes: gifts.value.codes.map((shown) => codeView(call.ctx, shown, gifts.value)),
    ...(notice ? { notice } : {}),
    errors,
  };
  return { page, access, at: "giftcodes", ...(errors.length > 0 ? { status: 422 } : {}) };
}

/** Makes a code and shows what to pass on. Sent twice it shows the same one. */
export async function postGiftCodesStep(call: PortalCall): Promise<PortalAnswer> {
  const access = giversAccess(call);
  if (!access) return message("link-expired", 403);
  const taken = readPostedLines(call.form).filter(({ isTaken }) => isTaken);
  const items = taken.map(({ id, quantity }) => ({ lineGid: id, quantity: /^\d{1,9}$/.test(quantity) ? Number(quantity) : Number.NaN }));
  const made = await giveGiftCode(call.ctx, { orderGid: access.orderGid, items, actor: "shopper" });
  if (made.ok) return giftReceiptStep({ ...call, giftId: made.value.id });
  const { code } = made.error;
  if (code === "gifts_off" || code === "order_gone") return message("not-found", 404);
  return giftCodesStep(call, { errors: [{ field: "lines", code: NOT_MADE[code] }] });
}

const NOT_MADE: Readonly<Record<GiftNotMade["code"], FieldError["code"]>> = {
  nothing_chosen: "nothing-chosen",
  quantity_invalid: "nothing-chosen",
  too_many_codes: "too-many-gifts",
};

/** A code as it is given to somebody: without prices, and without the order. */
export async function giftReceiptStep(call: PortalCall): Promise<PortalAnswer> {
  const access = giversAccess(call);
  if (!access) return message("link-expired", 403);
  const gifts = await readGifts(call.ctx, access.orderGid);
  const shown = gifts.ok
    ? gifts.value.codes.find(({ gift, state }) => gift.id === call.giftId && (state === "open" || state === "used"))
    : undefined;
  if (!gifts.ok || !shown) return giftCodesStep(call);
  const page = { page: "gift-receipt" as const, gift: codeView(call.ctx, shown, gifts.value), url: giftLink(call.ctx, shown.code) };
  return { page, access };
}

export async function giftRevokeStep(call: PortalCall): Promise<PortalAnswer> {
  const access = giversAccess(call);
  if (!access) return message("link-expired", 403);
  if (!isId(call.giftId)) return message("not-found", 404);
  const revoked = await revokeGiftCode(call.ctx, { orderGid: access.orderGid, giftId: call.giftId, actor: "shopper" });
  return revoked.ok ? giftCodesStep(call, { notice: "revoked" }) : message("not-found", 404);
}

function codeView({ shop }: ShopContext, { gift, code, state }: GiftCodeShown, { allLines }: GiftsOfOrder): GiftCodeView {
  return {
    id: gift.id,
    code,
    // Whether the gift was returned is not the giver's to know.
    state: state === "used" ? "open" : state,
    // It is good until the end of that day.
    until: dateIn(shop.timezone, new Date(gift.expiresAt.getTime() - 1)),
    items: gift.items.flatMap(({ lineGid, quantity }) => {
      const line = allLines.find(({ gid }) => gid === lineGid);
      return line ? [itemView(line, quantity)] : [];
    }),
  };
}

function itemView({ title, variantTitle, imageUrl }: OrderLine, quantity: number): GiftItemView {
  return {
    title,
    ...(variantTitle ? { variantTitle } : {}),
    ...(imageUrl ? { image: { url: imageUrl, alt: title } } : {}),
    quantity,
  };
}
