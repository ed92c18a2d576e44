import type { Fate } from "./journeys.ts";

const DAY = 24;

/** An order that a story begins with. Hours count back from now. */
export interface Preset {
  name: string;
  label: string;
  country: string;
  /** Titles of the catalog, with the wanted variant if it matters. */
  items: readonly { title: string; variant?: string; quantity?: number }[];
  code?: { code: string; percent: number };
  /** Import duties of so many percent of the price are charged with it, and a tip in US cents is given. */
  abroad?: { dutyPercent: number; tip: number };
  orderedHoursAgo: number;
  /** Undefined: not sent yet. */
  shippedHoursAgo?: number;
  fate?: Fate;
  /** Hours from now to the promised delivery; without it the carrier's usual time. */
  promisedInHours?: number;
  deliveredHoursAgo?: number;
  /** Nothing was heard of the parcel for this long. */
  silentHours?: number;
}

export const PRESETS: readonly Preset[] = [
  { name: "new", label: "Just ordered, not sent yet", country: "US", items: [{ title: "Field Shirt" }], orderedHoursAgo: 0 },
  {
    name: "on-its-way",
    label: "On its way, due the day after tomorrow",
    country: "US",
    items: [{ title: "Lambswool Crew" }],
    orderedHoursAgo: 3 * DAY,
    shippedHoursAgo: 2 * DAY,
    promisedInHours: 2 * DAY,
  },
  {
    name: "due-today",
    label: "On its way, due today and going to be late",
    country: "US",
    items: [{ title: "Chore Jacket" }, { title: "Bobble Beanie" }],
    orderedHoursAgo: 5 * DAY,
    shippedHoursAgo: 4 * DAY,
    promisedInHours: 1,
    fate: "late",
  },
  {
    name: "late",
    label: "Late since yesterday, still on its way",
    country: "US",
    items: [{ title: "Wool Overcoat" }],
    orderedHoursAgo: 8 * DAY,
    shippedHoursAgo: 7 * DAY,
    promisedInHours: -1 * DAY,
    fate: "late",
  },
  {
    name: "late-eur",
    label: "Late to Germany, euro, 10 % off",
    country: "DE",
    items: [{ title: "Washed Linen Duvet Cover" }, { title: "Linen Pillowcase Pair", quantity: 2 }],
    code: { code: "WELCOME10", percent: 10 },
    orderedHoursAgo: 11 * DAY,
    shippedHoursAgo: 10 * DAY,
    promisedInHours: -2 * DAY,
    fate: "late",
  },
  {
    name: "stuck",
    label: "Stuck: nothing heard for six days",
    country: "US",
    items: [{ title: "Teapot for Two" }],
    orderedHoursAgo: 9 * DAY,
    shippedHoursAgo: 8 * DAY,
    promisedInHours: 1 * DAY,
    fate: "stuck",
    silentHours: 6 * DAY,
  },
  {
    name: "delivered",
    label: "Delivered yesterday, on time",
    country: "US",
    items: [
      { title: "Selvedge Jeans", variant: "Indigo / 32" },
      { title: "Everyday Tee", quantity: 2 },
    ],
    orderedHoursAgo: 6 * DAY,
    shippedHoursAgo: 5 * DAY,
    promisedInHours: 0,
    deliveredHoursAgo: 1 * DAY,
  },
  {
    name: "wrong-size",
    label: "Delivered, and a size too small",
    country: "US",
    items: [{ title: "Field Shirt", variant: "Moss / S" }],
    orderedHoursAgo: 7 * DAY,
    shippedHoursAgo: 6 * DAY,
    promisedInHours: -1 * DAY,
    deliveredHoursAgo: 2 * DAY,
  },
  {
    name: "delivered-late",
    label: "Delivered two and a half days late",
    country: "US",
    items: [{ title: "Harbour Raincoat" }],
    orderedHoursAgo: 10 * DAY,
    shippedHoursAgo: 9 * DAY,
    promisedInHours: -3 * DAY,
    deliveredHoursAgo: 12,
    fate: "late",
  },
  {
    name: "final-sale",
    label: "Delivered, final sale among it",
    country: "US",
    items: [{ title: "Chambray Shirt" }, { title: "Oxford Shirt" }],
    orderedHoursAgo: 7 * DAY,
    shippedHoursAgo: 6 * DAY,
    promisedInHours: -1 * DAY,
    deliveredHoursAgo: 2 * DAY,
  },
  {
    name: "yen",
    label: "Delivered to Japan, tax included, yen",
    country: "JP",
    items: [{ title: "Merino Roll Neck" }, { title: "Wool Gloves" }],
    orderedHoursAgo: 14 * DAY,
    shippedHoursAgo: 13 * DAY,
    promisedInHours: -4 * DAY,
    deliveredHoursAgo: 5 * DAY,
  },
  {
    name: "duties",
    label: "Delivered to China, import duties and a tip paid",
    country: "CN",
    items: [{ title: "Lambswool Crew", quantity: 2 }, { title: "Wool Gloves" }],
    abroad: { dutyPercent: 12, tip: 500 },
    orderedHoursAgo: 15 * DAY,
    shippedHoursAgo: 14 * DAY,
    promisedInHours: -5 * DAY,
    deliveredHoursAgo: 6 * DAY,
  },
  {
    name: "china",
    label: "On its way to China",
    country: "CN",
    items: [{ title: "Stoneware Mug", quantity: 3 }],
    orderedHoursAgo: 4 * DAY,
    shippedHoursAgo: 3 * DAY,
    promisedInHours: 5 * DAY,
  },
];
