import type { Finding } from "./lint-finding.ts";
import type { Reach } from "./lint-reach.ts";
import type { Box } from "./lint-space.ts";
import { oneText, overlap } from "./lint-space.ts";

/**
 * Countries that the shop sells to and the policy forgot: where no rule lets anything come back, and, for a rule with return shipping
 * fees by country and none for everywhere, where no fee is taken. Fees for DE and FR, sold to DE, FR and JP: JP returns free.
 */
export function lintCountries(reaches: readonly Reach[], countries: readonly string[]): Finding[] {
  const closed = countries.filter(
    (country) => !reaches.some((reach) => reach.outcome.kind === "eligible" && isReachedFrom(reach, country)),
  );
  const without: Finding[] =
    closed.length === 0 ? [] : [{ code: "country_without_returns", tone: "problem", ruleId: null, params: { countries: closed } }];
  return [...without, ...reaches.flatMap((reach) => feeGaps(reach, countries))];
}

function feeGaps(reach: Reach, countries: readonly string[]): Finding[] {
  const { rule, outcome } = reach;
  if (outcome.kind === "ineligible" || !outcome.resolutions.some(({ takesReturnShippingFee }) => takesReturnShippingFee)) return [];
  const fees = outcome.returnShippingFees;
  if (fees.length === 0 || fees.some((fee) => fee.countries.length === 0)) return [];
  const free = countries.filter((country) => !fees.some((fee) => fee.countries.includes(country)) && isReachedFrom(reach, country));
  if (free.length === 0) return [];
  const params = { rule: rule?.name ?? "", countries: free };
  return [{ code: "country_without_fee", tone: "advice", ruleId: rule?.id ?? null, params }];
}

function isReachedFrom({ own, left }: Reach, country: string): boolean {
  const there: Box = new Map([["country", oneText([country])]]);
  return (left ?? own ?? []).some((box) => overlap(box, there) !== undefined);
}
