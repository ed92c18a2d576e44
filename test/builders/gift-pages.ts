import type { GiftCodeView } from "#app/ui/portal/gift-views.ts";
import type { PortalPage } from "#app/ui/portal/view-models.ts";
import { aConfirmPage, anItemsPage, anOptionsPage, aStatusPage } from "./portal-pages.ts";

const order = { name: "#1001", placedAt: { at: "2026-11-20T15:00:00Z", zone: "America/New_York" } };
const mug = { title: "Stoneware mug", variantTitle: "Blue", quantity: 2, image: { url: "/images/mug.svg", alt: "A mug" } };

function aGift(state: GiftCodeView["state"]): GiftCodeView {
  return { id: `0190a000-0000-7000-8000-0000000000${state.length}`, code: "ABCD-EFGH-JKLM", state, until: "2026-12-24", items: [mug] };
}

/** The pages of whoever gave a gift and of whoever got it, each with everything it can show. */
export function giftPages(): Record<string, PortalPage> {
  const states = ["open", "revoked", "expired"] as const;
  return {
    gift: { page: "gift", nameMax: 100, errors: [] },
    "gift with errors": {
      page: "gift",
      code: "ABCD",
      name: "",
      email: "robin@",
      nameMax: 100,
      errors: [
        { field: "giftcode", code: "gift-unknown" },
        { field: "giftcode", code: "gift-revoked" },
        { field: "giftcode", code: "gift-expired" },
        { field: "giftcode", code: "gift-used" },
        { field: "name", code: "required" },
        { field: "email", code: "email-invalid" },
      ],
    },
    "gift codes": {
      page: "gift-codes",
      order,
      lines: [
        { ...mug, key: "a", id: "gid://shopify/LineItem/1" },
        { title: "Linen shirt", quantity: 1, key: "b", id: "gid://shopify/LineItem/2" },
      ],
      codes: states.map(aGift),
      notice: "revoked",
      errors: [
        { field: "lines", code: "nothing-chosen" },
        { field: "lines", code: "too-many-gifts" },
      ],
    },
    "no gift codes": { page: "gift-codes", order, lines: [], codes: [], errors: [] },
    "gift receipt": { page: "gift-receipt", gift: aGift("open"), url: "https://demo.example/apps/returns/gift?giftcode=ABCD-EFGH-JKLM" },
    ...receivers(),
  };
}

/** What the receiver sees on the way to their return: no price and no order. */
function receivers(): Record<string, PortalPage> {
  const { order: _items, ...items } = anItemsPage();
  const { order: _options, ...options } = anOptionsPage();
  const { order: _confirm, ...confirm } = aConfirmPage();
  const { order: _status, ...status } = aStatusPage();
  const lines = items.lines.map(({ unitPrice: _unit, fullUnitPrice: _full, ...line }) => line);
  const given = options.items.map(({ price: _price, ...item }) => item);
  return {
    "items of a gift": { ...items, lines },
    "options of a gift": { ...options, items: given },
    "confirm a gift": { ...confirm, items: given },
    "status of a gift": { ...status, items: given },
    "items that can be given": { ...items, order, canGive: true },
    "find with gifts": { page: "find", takesGifts: true, errors: [] },
  };
}
