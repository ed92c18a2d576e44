import type { AbuseSettings } from "#app/domain/returns/abuse-settings.ts";
import { amountText, percentText, typedAmount, typedNumber, typedPercent } from "#app/ui/typed-text.ts";

/** When staff look first, as it is typed. */
export interface AbuseForm {
  readonly isEnabled: boolean;
  readonly returnShare: string;
  /** Empty: no limit. */
  readonly valueAtRisk: string;
  /** Empty: not looked at. */
  readonly sharedAddress: string;
  /** Empty: not looked at. */
  readonly sharedDevice: string;
  readonly missingReturns: string;
}

export function abuseForm({
  isEnabled,
  returnShareBp,
  valueAtRisk,
  sharedAddress,
  sharedDevice,
  missingReturns,
}: AbuseSettings): AbuseForm {
  return {
    isEnabled,
    returnShare: percentText(returnShareBp),
    valueAtRisk: amountText(valueAtRisk),
    sharedAddress: sharedAddress === null ? "" : String(sharedAddress),
    sharedDevice: sharedDevice === null ? "" : String(sharedDevice),
    missingReturns: String(missingReturns),
  };
}

/** What the form says, in the shape of the stored document. */
export function abuseDocument(form: AbuseForm, currency: string): object {
  return {
    isEnabled: form.isEnabled,
    returnShareBp: typedPercent(form.returnShare),
    valueAtRisk: typedAmount(form.valueAtRisk, currency),
    sharedAddress: form.sharedAddress.trim() === "" ? null : typedNumber(form.sharedAddress),
    sharedDevice: form.sharedDevice.trim() === "" ? null : typedNumber(form.sharedDevice),
    missingReturns: typedNumber(form.missingReturns),
  };
}
