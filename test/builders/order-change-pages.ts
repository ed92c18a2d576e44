import type { ChangeBlocker } from "#app/domain/orders/order-change.ts";
import { CANCEL_REASONS } from "#app/domain/orders/order-change.ts";
import type { ChangeOutcome, OrderChangedPage } from "#app/ui/portal/order-change-views.ts";
import type { PortalPage } from "#app/ui/portal/view-models.ts";
import { anItemsPage } from "./portal-pages.ts";

const at = (day: string) => ({ at: `${day}T15:00:00Z`, zone: "America/New_York" });
const order = { name: "#1001", placedAt: at("2026-11-20") };
const refund = { minor: 4900, currency: "USD" };

const OUTCOMES: readonly ChangeOutcome[] = [
  "cancelled",
  "cancelling",
  "with-staff",
  "address-changed",
  "address-same",
  "left-meanwhile",
  "not-possible",
  "under-way",
];

const BLOCKERS: readonly ChangeBlocker[] = [
  "switched_off",
  "cancelled",
  "sent",
  "being_prepared",
  "on_hold",
  "has_return",
  "no_address",
  "too_late",
];

/** The pages on which an order is changed before it leaves, each with everything it can show. */
export function changingOrders(): Record<string, PortalPage> {
  const outcomes = OUTCOMES.map((outcome): [string, OrderChangedPage] => [
    `order ${outcome}`,
    { page: "order-changed", order, outcome, refund, address: ["Jane Doe", "12 Elm St", "Troy NY 12180"] },
  ]);
  const blocked = BLOCKERS.map((because): [string, OrderChangedPage] => [
    `order not changed: ${because}`,
    { page: "order-changed", order, outcome: "not-possible", because },
  ]);
  const offers = { cancel: { until: at("2026-11-21") }, address: { until: null } };
  return {
    "items of an order that has not left": { ...nothingToReturn(), change: offers },
    ...Object.fromEntries(
      (["cancelling", "cancelled", "with-staff"] as const).map((state) => [`items, ${state}`, { ...nothingToReturn(), change: { state } }]),
    ),
    "cancel order": aCancelPage(),
    "change address": anAddressPage(),
    ...Object.fromEntries([...outcomes, ...blocked]),
  };
}

function nothingToReturn(): Extract<PortalPage, { page: "items" }> {
  const page = anItemsPage();
  return { ...page, lines: page.lines.filter(({ eligibility }) => eligibility.kind === "ineligible") };
}

function aCancelPage(): PortalPage {
  return {
    page: "cancel-order",
    order,
    until: at("2026-11-21"),
    lines: [{ title: "Linen shirt", variantTitle: "M", quantity: 2, image: { url: "/images/shirt.svg", alt: "A shirt" } }],
    refund,
    reasons: CANCEL_REASONS,
    errors: [{ field: "reason", code: "reason-required" }],
  };
}

function anAddressPage(): PortalPage {
  const typed = { firstname: "Jane", lastname: "", company: "", street: "1 Main St", extra: "", city: "Albany", zip: "1", phone: "" };
  return {
    page: "change-address",
    order,
    until: null,
    typed,
    needsZip: true,
    region: "New York, United States",
    errors: [
      { field: "lastname", code: "address-required" },
      { field: "street", code: "address-too-long" },
      { field: "zip", code: "address-not-taken" },
    ],
  };
}
