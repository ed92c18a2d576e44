import { EU_MEMBERS } from "#app/domain/shared/european-union.ts";
import type { RefusalReason } from "./policy.ts";

/** What a law grants a consumer who bought at a distance and changed their mind. */
export interface WithdrawalRight {
  readonly law: "eu" | "uk" | "cn";
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries: readonly string[];
  /** Days after the day of delivery, the last one included: as `windowDays` counts. */
  readonly days: number;
  /** Refusals that the law knows for goods. */
  readonly exceptions: readonly RefusalReason[];
  /** Whether the price has to be paid back without any deduction for taking the goods back. */
  readonly owesFullPrice: boolean;
}

/**
 * The statutory rights of withdrawal of the European Union, the United Kingdom and mainland China. Final sale is no exception in any
 * of them: reduced goods can be sent back as others can.
 *
 * EU: Directive 2011/83/EU, Art. 9(1) and (2)(b): 14 days after the day on which the consumer gets the goods; exceptions in Art. 16: made
 * to order (c), perishable (d), sealed goods unsealed that are not suitable for return for health or hygiene reasons (e), digital
 * content (m); Art. 13(1) with 14(1): everything is paid back, the consumer bears at most the direct cost of sending back. Holds in
 * the European Economic Area (text with EEA relevance).
 *
 * UK: Consumer Contracts (Information, Cancellation and Additional Charges) Regulations 2013, reg. 30: 14 days after the day of delivery;
 * exceptions in reg. 28(1) (made to order, perishable) and 28(3) (unsealed for health or hygiene), digital content in reg. 37; reg. 34.
 *
 * China: Law on the Protection of Consumer Rights and Interests, Art. 25: 7 days from receipt without a reason; exceptions: made to order,
 * fresh and perishable, digital goods and unsealed recordings and software, newspapers; and goods that by their nature are not
 * suitable for return, if the consumer confirmed it when buying, which hygiene is taken for. The price is paid back, the consumer
 * pays for sending back unless agreed otherwise.
 */
export const WITHDRAWAL_RIGHTS: readonly WithdrawalRight[] = [
  {
    law: "eu",
    countries: [...EU_MEMBERS, "IS", "LI", "NO"],
    days: 14,
    exceptions: ["made_to_order", "perishable", "hygiene", "digital"],
    owesFullPrice: true,
  },
  { law: "uk", countries: ["GB"], days: 14, exceptions: ["made_to_order", "perishable", "hygiene", "digital"], owesFullPrice: true },
  { law: "cn", countries: ["CN"], days: 7, exceptions: ["made_to_order", "perishable", "hygiene", "digital"], owesFullPrice: true },
];
