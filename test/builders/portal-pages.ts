import type { ChosenItem, ConfirmPage, OptionsPage, ResolutionOption } from "#app/ui/portal/solution-views.ts";
import type { StatusPage } from "#app/ui/portal/status-views.ts";
import type { ItemLine, ItemsPage, PortalFrame } from "#app/ui/portal/view-models.ts";
import { aParcelsView } from "./a-parcels-view.ts";

const ZONE = "America/New_York";
const at = (day: string) => ({ at: `${day}T15:00:00Z`, zone: ZONE });
const usd = (minor: number) => ({ minor, currency: "USD" });
const PHOTOS = { maxBytes: 8_000_000, maxCount: 3, types: ["image/jpeg", "image/png", "image/webp", "image/heic"] };

export function aPortalFrame(overrides: Partial<PortalFrame> = {}): PortalFrame {
  return {
    locale: "en",
    base: "/apps/returns",
    token: "signed-state",
    shopName: "Harbor Goods",
    supportEmail: "care@harbor.example",
    policyUrl: "/policies/refund-policy",
    privacyUrl: "/policies/privacy-policy",
    assetVersion: "abc123",
    ...overrides,
  };
}

export function anItemLine(overrides: Partial<ItemLine> = {}): ItemLine {
  return {
    key: "a",
    id: "gid://shopify/FulfillmentLineItem/1",
    title: "Linen shirt",
    variantTitle: "M / Sand",
    image: { url: "/images/shirt.svg", alt: "Linen shirt, sand" },
    quantity: 2,
    returnedQuantity: 0,
    unitPrice: usd(4250),
    fullUnitPrice: usd(5000),
    deliveredAt: at("2026-11-12"),
    eligibility: { kind: "eligible", maxQuantity: 2, returnBy: "2026-12-12" },
    reasons: [
      { value: "too-small", label: "Too small" },
      { value: "too-big", label: "Too big" },
      { value: "damaged-or-defective", label: "Damaged or defective" },
    ],
    photo: "optional",
    ...overrides,
  };
}

export function anItemsPage(overrides: Partial<ItemsPage> = {}): ItemsPage {
  return {
    page: "items",
    order: { name: "#1001", placedAt: at("2026-11-06") },
    lines: [
      anItemLine(),
      anItemLine({
        key: "b",
        id: "gid://shopify/FulfillmentLineItem/2",
        title: "Canvas tote bag",
        variantTitle: undefined,
        image: { url: "/images/tote.svg", alt: "Canvas tote bag" },
        quantity: 1,
        unitPrice: usd(3800),
        fullUnitPrice: undefined,
        eligibility: { kind: "eligible", maxQuantity: 1, returnBy: "2026-12-12" },
        photo: "required",
      }),
      anItemLine({
        key: "c",
        id: "gid://shopify/FulfillmentLineItem/3",
        title: "Swim shorts",
        image: { url: "/images/shorts.svg", alt: "Swim shorts" },
        quantity: 1,
        unitPrice: usd(2900),
        fullUnitPrice: undefined,
        eligibility: { kind: "ineligible", code: "final-sale", instead: ["ask-question", "read-policy"] },
      }),
      anItemLine({
        key: "d",
        id: "gid://shopify/FulfillmentLineItem/4",
        title: "Wool blanket",
        variantTitle: "Large / Grey",
        image: undefined,
        quantity: 1,
        unitPrice: usd(8900),
        fullUnitPrice: undefined,
        deliveredAt: undefined,
        eligibility: { kind: "ineligible", code: "not-delivered", date: "2026-11-24", instead: ["wait-for-delivery"] },
      }),
    ],
    photos: PHOTOS,
    noteMax: 300,
    returns: [{ name: "#1001-R1", status: "in-transit", token: "return-state" }],
    errors: [],
    ...overrides,
  };
}

function aChosenItem(overrides: Partial<ChosenItem> = {}): ChosenItem {
  return {
    title: "Linen shirt",
    variantTitle: "M / Sand",
    image: { url: "/images/shirt.svg", alt: "" },
    quantity: 1,
    reason: "Too small",
    price: usd(4250),
    ...overrides,
  };
}

export function aRefundOption(overrides: Partial<ResolutionOption> = {}): ResolutionOption {
  return {
    kind: "refund",
    parts: [
      { kind: "goods", amount: usd(4250) },
      { kind: "tax", amount: usd(340), rateBp: 800 },
      { kind: "return-shipping-fee", amount: usd(-695) },
    ],
    total: usd(3895),
    paidTo: "Visa •••• 4242",
    time: { after: "arrival", businessDays: [3, 5] },
    approval: "at-once",
    sendBack: true,
    ...overrides,
  };
}

function aCreditOption(overrides: Partial<ResolutionOption> = {}): ResolutionOption {
  return {
    kind: "store-credit",
    parts: [
      { kind: "goods", amount: usd(4250) },
      { kind: "tax", amount: usd(340), rateBp: 800 },
      { kind: "bonus", amount: usd(459), rateBp: 1000 },
    ],
    total: usd(5049),
    time: { after: "drop-off" },
    approval: "at-once",
    sendBack: true,
    expiresOn: "2027-11-21",
    ...overrides,
  };
}

export function anExchangeOption(overrides: Partial<ResolutionOption> = {}): ResolutionOption {
  return {
    kind: "exchange",
    parts: [],
    total: usd(0),
    time: { after: "arrival", businessDays: [1, 2] },
    approval: "at-once",
    sendBack: true,
    exchange: [
      {
        key: "a",
        title: "Linen shirt",
        variantTitle: "M / Sand",
        quantity: 1,
        variants: [
          { id: "gid://shopify/ProductVariant/11", title: "L / Sand", stock: "in-stock", difference: usd(0) },
          { id: "gid://shopify/ProductVariant/12", title: "XL / Sand", stock: "low", available: 2, difference: usd(500) },
          { id: "gid://shopify/ProductVariant/13", title: "S / Sand", stock: "sold-out", difference: usd(0) },
        ],
      },
    ],
    ...overrides,
  };
}

export function anOptionsPage(overrides: Partial<OptionsPage> = {}): OptionsPage {
  return {
    page: "options",
    order: { name: "#1001", placedAt: at("2026-11-06") },
    items: [aChosenItem()],
    options: [
      aCreditOption(),
      aRefundOption(),
      anExchangeOption(),
      aRefundOption({
        kind: "keep-it",
        parts: [
          { kind: "goods", amount: usd(1275) },
          { kind: "tax", amount: usd(94), rateBp: 800, included: true },
        ],
        total: usd(1275),
        time: { after: "approval", businessDays: [1, 1] },
        approval: "by-staff",
        sendBack: false,
      }),
    ],
    errors: [],
    ...overrides,
  };
}

export function aConfirmPage(overrides: Partial<ConfirmPage> = {}): ConfirmPage {
  return {
    page: "confirm",
    order: { name: "#1001", placedAt: at("2026-11-06") },
    items: [
      aChosenItem(),
      aChosenItem({ title: "Canvas tote bag", variantTitle: undefined, image: { url: "/images/tote.svg", alt: "" }, price: usd(3800) }),
    ],
    option: aRefundOption(),
    formKey: "01980000-0000-7000-8000-000000000001",
    errors: [],
    ...overrides,
  };
}

export function aStatusPage(overrides: Partial<StatusPage> = {}): StatusPage {
  return {
    page: "status",
    order: { name: "#1001", placedAt: at("2026-11-06") },
    returnName: "#1001-R1",
    state: "approved",
    items: [aChosenItem()],
    steps: [
      { key: "requested", state: "done", at: at("2026-11-20") },
      { key: "approved", state: "done", at: at("2026-11-20") },
      { key: "sent", state: "current", expectedOn: "2026-12-04" },
      { key: "received", state: "next" },
      { key: "paid", state: "next", expectedOn: "2026-12-14" },
    ],
    money: { kind: "refund", amount: usd(3895), paidTo: "Visa •••• 4242", expected: { from: "2026-12-09", to: "2026-12-14" } },
    packing: {
      sendBy: "2026-12-04",
      addressLines: ["Harbor Goods Returns", "12 Dock Street", "Portland, ME 04101", "United States"],
      labelUrl: "/apps/returns/label",
      slipUrl: "/apps/returns/slip",
      reference: "#1001-R1",
    },
    parcels: aParcelsView(),
    evidence: [{ id: "p", name: "sleeve.jpg", bytes: 2_400_000, url: "/images/shirt.svg" }],
    conversation: [
      { from: "shopper", text: "Can I drop it at a locker?", at: at("2026-11-20") },
      { from: "shop", text: "Yes, any locker takes it.", at: at("2026-11-21") },
    ],
    photos: PHOTOS,
    questionMax: 1000,
    canCancel: true,
    canAsk: true,
    canAddPhoto: true,
    errors: [],
    ...overrides,
  };
}
