import type { ChangeRule, OrderChangeSettings } from "#app/domain/orders/order-change-settings.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** One rule as it is typed: the hours stay while there is no limit. */
export interface ChangeRuleForm {
  readonly isOn: boolean;
  readonly hasLimit: boolean;
  readonly hours: string;
}

export type OrderChangeForm = Readonly<Record<keyof OrderChangeSettings, ChangeRuleForm>>;

const USUAL_HOURS = "24";

export function orderChangeForm({ cancel, address }: OrderChangeSettings): OrderChangeForm {
  return { cancel: ruleForm(cancel), address: ruleForm(address) };
}

/** What the form says, in the shape of the stored document. */
export function orderChangeDocuments({ cancel, address }: OrderChangeForm): Record<"orderChanges", object> {
  return { orderChanges: { cancel: ruleDocument(cancel), address: ruleDocument(address) } };
}

function ruleForm({ isOn, withinHours }: ChangeRule): ChangeRuleForm {
  return { isOn, hasLimit: withinHours !== null, hours: withinHours === null ? USUAL_HOURS : String(withinHours) };
}

function ruleDocument({ isOn, hasLimit, hours }: ChangeRuleForm): object {
  return { isOn, withinHours: hasLimit ? typedNumber(hours) : null };
}
