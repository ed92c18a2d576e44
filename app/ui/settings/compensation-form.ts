import type { CompensationSettings } from "#app/domain/compensation/compensation-settings.ts";
import type { LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import type { ReturnIncentiveSettings } from "#app/domain/compensation/return-incentive.ts";
import { amountText, percentText, typedAmount, typedNumber, typedPercent } from "#app/ui/typed-text.ts";

/** The compensation settings as their page holds them: every figure is the text that was typed. */
export interface CompensationForm extends Pick<LateDeliverySettings, "isEnabled" | "start" | "counting" | "base" | "rounding" | "settle"> {
  readonly blockHours: string;
  readonly rate: string;
  readonly cap: string;
  readonly afterReturn: {
    readonly isEnabled: boolean;
    readonly kind: ReturnIncentiveSettings["kind"];
    readonly rate: string;
    readonly amount: string;
    readonly minimumOrder: string;
    readonly expiryDays: string;
  };
  readonly method: CompensationSettings["method"];
  readonly hasExpiry: boolean;
  readonly expiryDays: string;
  readonly dailyBudget: string;
  readonly monthlyBudget: string;
  readonly approvalAbove: string;
}

/** The form for settings as they are stored. */
export function compensationForm(settings: CompensationSettings): CompensationForm {
  const { lateDelivery, afterReturn, method, creditExpiryDays, dailyBudget, monthlyBudget, approvalAbove } = settings;
  const { blockHours, rateBp, capBp, ...choices } = lateDelivery;
  return {
    ...choices,
    blockHours: String(blockHours),
    rate: percentText(rateBp),
    cap: percentText(capBp),
    afterReturn: {
      isEnabled: afterReturn.isEnabled,
      kind: afterReturn.kind,
      rate: percentText(afterReturn.rateBp),
      amount: amountText(afterReturn.amount),
      minimumOrder: amountText(afterReturn.minimumOrder),
      expiryDays: String(afterReturn.expiryDays),
    },
    method,
    hasExpiry: creditExpiryDays !== null,
    expiryDays: String(creditExpiryDays ?? 180),
    dailyBudget: amountText(dailyBudget),
    monthlyBudget: amountText(monthlyBudget),
    approvalAbove: amountText(approvalAbove),
  };
}

/** What the form says, in the shape of the stored document; nothing is checked here. */
export function compensationDocument(form: CompensationForm, currency: string): object {
  return {
    lateDelivery: lateDeliveryDocument(form),
    afterReturn: {
      isEnabled: form.afterReturn.isEnabled,
      kind: form.afterReturn.kind,
      rateBp: typedPercent(form.afterReturn.rate),
      amount: typedAmount(form.afterReturn.amount, currency),
      minimumOrder: typedAmount(form.afterReturn.minimumOrder, currency),
      expiryDays: typedNumber(form.afterReturn.expiryDays),
    },
    method: form.method,
    creditExpiryDays: form.hasExpiry ? typedNumber(form.expiryDays) : null,
    dailyBudget: typedAmount(form.dailyBudget, currency),
    monthlyBudget: typedAmount(form.monthlyBudget, currency),
    approvalAbove: typedAmount(form.approvalAbove, currency),
  };
}

/** The part that lateness is computed from. */
export function lateDeliveryDocument(form: CompensationForm): object {
  const { isEnabled, start, counting, base, rounding, settle, blockHours, rate, cap } = form;
  return {
    isEnabled,
    start,
    counting,
    base,
    rounding,
    settle,
    blockHours: typedNumber(blockHours),
    rateBp: typedPercent(rate),
    capBp: typedPercent(cap),
  };
}
