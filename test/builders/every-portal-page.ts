import { HELP_TOPICS } from "#app/domain/help/solution-cards.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import type { MessageKind, MessagePage, OrdersPage, PortalPage } from "#app/ui/portal/view-models.ts";
import { aCondition, anEligibleOutcome, aPolicy, aRule } from "./a-policy.ts";
import { giftPages } from "./gift-pages.ts";
import { changingOrders } from "./order-change-pages.ts";
import { joining } from "./joint-pages.ts";
import { aConfirmPage, anExchangeOption, anItemLine, anItemsPage, anOptionsPage, aStatusPage } from "./portal-pages.ts";

const at = (day: string) => ({ at: `${day}T15:00:00Z`, zone: "America/New_York" });
const usd = (minor: number) => ({ minor, currency: "USD" });

const MESSAGES: readonly MessageKind[] = [
  "link-expired",
  "too-many-tries",
  "photo-too-large",
  "photo-wrong-type",
  "nothing-eligible",
  "return-exists",
  "order-not-shipped",
  "not-found",
  "not-installed",
  "unavailable",
];

/** Each kind of page once, with everything it can show. */
export function everyPortalPage(): Record<string, PortalPage> {
  const messages = MESSAGES.map((kind): [string, MessagePage] => [
    `message ${kind}`,
    {
      page: "message",
      kind,
      retryAt: kind === "too-many-tries" ? at("2026-11-21") : undefined,
      maxBytes: 8_000_000,
      returns: kind === "return-exists" ? [{ name: "#1001-R1", status: "done", token: "r" }] : undefined,
      reference: kind === "unavailable" ? "K7Q2" : undefined,
    },
  ]);
  return {
    ...lookingUp(),
    ...asking(),
    ...choosing(),
    ...joining(),
    ...changingOrders(),
    ...giftPages(),
    ...following(),
    ...Object.fromEntries(messages),
  };
}

function lookingUp(): Record<string, PortalPage> {
  return {
    find: { page: "find", signInUrl: "/account/login", errors: [] },
    "find with errors": {
      page: "find",
      orderNumber: "??",
      email: "mia@",
      errors: [
        { field: "order", code: "order-number-invalid" },
        { field: "email", code: "email-invalid" },
      ],
    },
    orders: anOrdersPage(),
    policy: aPolicyTextPage(),
    code: { page: "code", email: "mia@example.com", expiresInMinutes: 10, errors: [] },
    "code with errors": {
      page: "code",
      email: "mia@example.com",
      expiresInMinutes: 10,
      resent: true,
      errors: [{ field: "code", code: "code-wrong", values: { left: 3 } }],
    },
  };
}

/** Every sentence that a policy page can have in a voice of its own. */
function aPolicyTextPage(): PortalPage {
  const tagged = aRule({ conditions: [aCondition({ on: "customer_tag", oneOf: ["vip"] })], outcome: anEligibleOutcome() });
  const reviewed = anEligibleOutcome({ approval: "review", labelPaidBy: "customer", refundsShippingAtFault: true });
  const rules = [aRule({ conditions: [aCondition()] }), tagged];
  const transit = { days: 5, byCountry: [{ country: "JP", days: 9 }] };
  return { page: "policy", text: policyPageText(aPolicy({ rules, otherwise: reviewed, transit })), validFrom: at("2026-11-01") };
}

function asking(): Record<string, PortalPage> {
  const cards = HELP_TOPICS.map((topic) => ({ topic, action: { kind: "return" as const, url: "/apps/returns/items?t=x" } }));
  const written = {
    topic: "late" as const,
    title: "Parcel?",
    answer: "It comes.",
    action: { kind: "track" as const, url: "https://track.example/1" },
  };
  const question = { page: "question" as const, topics: cards, topic: "fit" as const, questionMax: 2_000 };
  return {
    help: { page: "help", cards, canAsk: true },
    "help that solved it": { page: "help", cards: [written], canAsk: true, notice: "solved" },
    "help for a stranger": { page: "help", cards: [{ topic: "change", action: { kind: "find", url: "/apps/returns" } }], canAsk: false },
    question: { ...question, errors: [] },
    "question with errors": { ...question, question: "?", errors: [{ field: "question", code: "question-required" }] },
  };
}

function choosing(): Record<string, PortalPage> {
  return {
    items: anItemsPage(),
    "items with errors": anItemsPage({
      lines: [
        anItemLine({
          chosen: {
            quantity: 1,
            reason: "too-small",
            note: "Sleeves too tight",
            evidence: [{ id: "p", name: "sleeve.jpg", bytes: 900_000 }],
          },
        }),
        anItemLine({ key: "b", photo: "required", chosen: { quantity: 2, reason: "", note: "", evidence: [] } }),
      ],
      returns: [],
      errors: [
        { field: "reasonb", code: "reason-required" },
        { field: "photob", code: "photo-required" },
      ],
    }),
    "items with nothing eligible": anItemsPage({ lines: anItemsPage().lines.filter((line) => line.eligibility.kind === "ineligible") }),
    options: anOptionsPage(),
    "options with errors": anOptionsPage({ chosen: "exchange", errors: [{ field: "varianta", code: "variant-required" }] }),
    "options without any": anOptionsPage({ options: [] }),
    confirm: aConfirmPage(),
    "confirm an exchange": aConfirmPage({
      option: anExchangeOption({
        parts: [
          { kind: "goods", amount: usd(4250) },
          { kind: "exchange-goods", amount: usd(-4750) },
        ],
        total: usd(-500),
        approval: "by-staff",
        exchange: anExchangeOption().exchange?.map((line) => ({ ...line, chosen: "gid://shopify/ProductVariant/12" })),
      }),
      errors: [{ code: "amount-changed" }],
    }),
  };
}

function following(): Record<string, PortalPage> {
  return {
    status: aStatusPage({ notice: "approved" }),
    "status declined": aStatusPage({
      state: "declined",
      declineNote: "The shirt shows signs of wear.",
      steps: [
        { key: "requested", state: "done", at: at("2026-11-20") },
        { key: "declined", state: "done", at: at("2026-11-21") },
      ],
      money: undefined,
      packing: undefined,
      canCancel: false,
    }),
    "status paid": aStatusPage({
      state: "done",
      steps: aStatusPage().steps.map((step) => ({ ...step, state: "done", at: at("2026-11-20") })),
      money: { kind: "store-credit", amount: usd(5049), paidAt: at("2026-11-20"), expiresOn: "2027-11-20", code: "HG-7788" },
      packing: undefined,
      canCancel: false,
      errors: [{ field: "question", code: "question-required" }],
    }),
    ...repairing(),
  };
}

/** A repair at each of its stages, alone and as a part of a request. */
function repairing(): Record<string, PortalPage> {
  const none = { money: undefined, packing: undefined, canCancel: false };
  const stages = (["diagnosis", "in-repair", "repaired", "irreparable", "sent-back", "delivered"] as const).map(
    (stage): [string, PortalPage] => [
      `status repair ${stage}`,
      aStatusPage({ ...none, state: "received", repair: { stage, isWhole: true, steps: [], options: [] } }),
    ],
  );
  const steps = (["in-repair", "repaired", "irreparable", "sent-back", "delivered"] as const).map((key) => ({
    key,
    state: "next" as const,
  }));
  const options = [{ kind: "refund", amount: usd(2800) } as const, { kind: "store-credit", amount: usd(2940) } as const];
  const part = {
    stage: "irreparable",
    isWhole: false,
    steps,
    carrier: "DHL",
    trackingNumber: "JD014",
    note: "No spare part left.",
    options,
  } as const;
  return {
    ...Object.fromEntries(stages),
    "status with a repair": aStatusPage({
      ...none,
      repair: part,
      notice: "instead-chosen",
      errors: [{ field: "resolution", code: "resolution-required" }],
    }),
  };
}

function anOrdersPage(overrides: Partial<OrdersPage> = {}): OrdersPage {
  return {
    page: "orders",
    customerName: "Mia",
    orders: [
      {
        name: "#1001",
        token: "order-state",
        placedAt: at("2026-11-06"),
        total: usd(16_100),
        itemCount: 4,
        images: [
          { url: "/images/shirt.svg", alt: "Linen shirt" },
          { url: "/images/tote.svg", alt: "Canvas tote bag" },
        ],
        canReturn: true,
        returns: [{ name: "#1001-R1", status: "requested", token: "return-state" }],
      },
      {
        name: "#0987",
        token: "old-order",
        placedAt: at("2026-07-02"),
        total: usd(3800),
        itemCount: 1,
        images: [],
        canReturn: false,
        returns: [],
      },
    ],
    ...overrides,
  };
}
