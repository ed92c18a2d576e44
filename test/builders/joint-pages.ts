import type { JointProgress } from "#app/ui/portal/joint-views.ts";
import type { PortalPage } from "#app/ui/portal/view-models.ts";
import { aConfirmPage, anItemsPage, anOptionsPage, aRefundOption, aStatusPage } from "./portal-pages.ts";

const at = (day: string) => ({ at: `${day}T15:00:00Z`, zone: "America/New_York" });
const usd = (minor: number) => ({ minor, currency: "USD" });

/** A return of several orders on its way to be confirmed. */
export function joining(): Record<string, PortalPage> {
  return {
    "confirm several orders": aConfirmPage({
      option: aRefundOption(),
      change: { step: "items", token: "one" },
      leaveOut: { step: "confirm", token: "two" },
      further: [
        {
          order: { name: "#1002", placedAt: at("2026-11-08") },
          items: aConfirmPage().items,
          option: { ...aRefundOption(), approval: "by-staff" },
          change: { step: "items", token: "two" },
          leaveOut: { step: "confirm", token: "one" },
        },
      ],
      totals: [usd(7790), { minor: 1500, currency: "EUR" }],
      moreToken: "more",
    }),
    "status of several orders": aStatusPage({
      joined: [
        {
          ...{ orderName: "#1002", returnName: "#1002-R1", state: "requested", items: aStatusPage().items, token: "second" },
          money: [{ kind: "refund", amount: usd(3895), paidAt: at("2026-11-20") }],
          declineNote: "Worn.",
        },
      ],
      canCancelAll: true,
      packing: { addressLines: ["12 Dock Street"], reference: "#1001-R1", orders: ["#1001", "#1003"], waitsFor: ["#1002"] },
    }),
    together: {
      page: "together",
      base: { name: "#1001", placedAt: at("2026-11-06") },
      orders: [
        {
          id: "gid://shopify/Order/2",
          name: "#1002",
          placedAt: at("2026-11-08"),
          total: usd(3800),
          itemCount: 1,
          images: [{ url: "/images/shirt.svg", alt: "" }],
          isChosen: true,
        },
      ],
      errors: [{ field: "with", code: "orders-too-many", values: { max: 5 } }],
    },
    "together with nothing": { page: "together", orders: [], errors: [{ field: "with", code: "orders-required" }] },
    "items of the second of three orders": anItemsPage({ joint: aJointProgress() }),
    "options of the second of three orders": anOptionsPage({ joint: aJointProgress() }),
    "items of one of several orders": anItemsPage({ canJoin: true }),
  };
}

function aJointProgress(): JointProgress {
  return {
    orders: [
      { name: "#1001", state: "ready" },
      { name: "#1002", state: "current" },
      { name: "#1003", state: "next" },
    ],
    current: "#1002",
    leaveOut: { step: "items", token: "third" },
  };
}
