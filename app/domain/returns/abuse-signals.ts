import type { PastReturns } from "#app/domain/policies/order-background.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add } from "#app/domain/shared/money.ts";
import type { AbuseSettings } from "./abuse-settings.ts";

/** What is known about whoever asks for a return, beside the order. */
export interface CustomerStanding {
  /** Units of their other orders; null for a guest. */
  readonly past: PastReturns | null;
  /** Worth of their returns whose goods nobody has seen yet, in the shop's currency, without the one that is asked for. */
  readonly onItsWay: Money;
  /** Other customers who sent something back from the same address. */
  readonly sharedAddress: number;
  /** Other customers who asked for a return with the same device lately. */
  readonly sharedDevice: number;
  /** Earlier returns in which units were missing. */
  readonly missingReturns: number;
}

/** Why staff look at a return first, with the figure that was found and the one that it reached. */
export type AbuseSignal =
  | {
      readonly code: "return_share";
      readonly bought: number;
      readonly returned: number;
      readonly lowerBp: number;
      readonly limitBp: number;
    }
  | { readonly code: "value_at_risk"; readonly amount: Money; readonly limit: Money }
  | { readonly code: "shared_address" | "shared_device" | "missing_returns"; readonly found: number; readonly limit: number };

/**
 * What speaks for a look by staff, none of it for a refusal. `worth` is what the return comes to, in the shop's currency.
 *
 * The share counts at the lower end of what is certain: 3 of 3 units back is 4,384 bp, below a limit of 6,000; 6 of 6 is 6,096, above it.
 */
export function abuseSignals(standing: CustomerStanding, worth: Money, settings: AbuseSettings): AbuseSignal[] {
  if (!settings.isEnabled) return [];
  const signals: AbuseSignal[] = [];
  const { past, sharedAddress, sharedDevice, missingReturns } = standing;
  const lowerBp = past ? certainShareBp(past) : 0;
  if (past && lowerBp >= settings.returnShareBp) signals.push({ code: "return_share", ...past, lowerBp, limitBp: settings.returnShareBp });
  const atRisk = standing.onItsWay.currency === worth.currency ? add(standing.onItsWay, worth) : worth;
  const limit = settings.valueAtRisk;
  if (limit && limit.currency === atRisk.currency && atRisk.minor > limit.minor) {
    signals.push({ code: "value_at_risk", amount: atRisk, limit });
  }
  const neighbours = settings.sharedAddress;
  if (neighbours !== null && sharedAddress >= neighbours) signals.push({ code: "shared_address", found: sharedAddress, limit: neighbours });
  const others = settings.sharedDevice;
  if (others !== null && sharedDevice >= others) signals.push({ code: "shared_device", found: sharedDevice, limit: others });
  if (missingReturns >= settings.missingReturns) {
    signals.push({ code: "missing_returns", found: missingReturns, limit: settings.missingReturns });
  }
  return signals;
}

/** Two-sided 95 %. */
const Z = 1.96;

/**
 * The share of bought units that came back, at the lower end of its 95 % confidence interval, in whole basis points rounded down: few
 * orders say little. Nothing bought is a share of nothing; more back than bought counts as all.
 *
 * Wilson score interval: E. B. Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22, 209–212.
 *
 * 1 of 1 back: 2,065 bp; 60 of 100: 5,020 bp.
 */
export function certainShareBp({ bought, returned }: PastReturns): number {
  if (bought <= 0) return 0;
  const share = Math.min(1, Math.max(0, returned / bought));
  const squared = (Z * Z) / bought;
  const centre = share + squared / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / bought + squared / (4 * bought));
  return Math.max(0, Math.floor(((centre - spread) / (1 + squared)) * 10_000));
}

/**
 * An address as a text that is the same however it is typed: no case, accents, spaces or punctuation. Undefined when too little of it is
 * known to tell one house from another. Names are no part of it.
 *
 * "12 Rue de l’Église, 75001 Paris, FR" and "12 rue de l'eglise", "75001", "PARIS", "fr": "12ruedeleglise|75001|paris|fr".
 */
export function addressText(parts: {
  readonly street: string | null | undefined;
  readonly detail?: string | null | undefined;
  readonly zip: string | null | undefined;
  readonly city: string | null | undefined;
  readonly country: string | null | undefined;
}): string | undefined {
  const [street, zip, city] = [bare(parts.street), bare(parts.zip), bare(parts.city)];
  if (street === "" || (zip === "" && city === "")) return undefined;
  return [street + bare(parts.detail), zip, city, bare(parts.country)].join("|");
}

/**
 * A device as a text: a browser on a network. Undefined when either is unknown, because all who tell nothing would be one.
 *
 * "203.0.113.7" and "Mozilla/5.0 …": "203.0.113.7|Mozilla/5.0 …".
 */
export function deviceText({ network, agent }: { readonly network: string | undefined; readonly agent: string }): string | undefined {
  return network === undefined || agent.trim() === "" ? undefined : `${network}|${agent.trim()}`;
}

function bare(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
