import type { Chance } from "./random.ts";

export interface Route {
  carrier: string;
  promisedDays: number;
  hubs: readonly string[];
  tracking: (number: string) => string;
  number: (chance: Chance) => string;
}

const ups: Omit<Route, "promisedDays" | "hubs"> = {
  carrier: "UPS",
  tracking: (number) => `https://www.ups.com/track?tracknum=${number}`,
  number: (chance) => `1Z${chance.digits(6)}03${chance.digits(8)}`,
};
const usps: Omit<Route, "promisedDays" | "hubs"> = {
  carrier: "USPS",
  tracking: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  number: (chance) => `9400${chance.digits(18)}`,
};

export const ROUTES: Readonly<Record<string, readonly Route[]>> = {
  US: [
    { ...ups, promisedDays: 4, hubs: ["Secaucus", "Louisville"] },
    { ...usps, promisedDays: 5, hubs: ["Jersey City", "Memphis"] },
  ],
  DE: [
    {
      carrier: "DHL",
      promisedDays: 7,
      hubs: ["New York", "Leipzig", "Hamburg"],
      tracking: (number) => `https://www.dhl.de/en/privatkunden.html?piececode=${number}`,
      number: (chance) => `00340${chance.digits(15)}`,
    },
  ],
  CN: [
    {
      carrier: "SF Express",
      promisedDays: 9,
      hubs: ["Los Angeles", "Shenzhen", "Shanghai"],
      tracking: (number) => `https://www.sf-express.com/us/en/dynamic_function/waybill/#search/bill-number/${number}`,
      number: (chance) => `SF${chance.digits(13)}`,
    },
  ],
  JP: [
    {
      carrier: "Yamato",
      promisedDays: 8,
      hubs: ["Los Angeles", "Tokyo"],
      tracking: (number) => `https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number=${number}`,
      number: (chance) => chance.digits(12),
    },
  ],
};
