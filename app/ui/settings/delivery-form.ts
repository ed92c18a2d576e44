import type { DeliveryPromiseSettings } from "#app/domain/shops/shop-settings.ts";
import type { PromiseRow } from "#app/domain/promises/promise-table.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** One row of the delivery promises as it is typed; an empty product type is any. */
export interface PromiseRowForm extends Pick<PromiseRow, "country" | "productType" | "unit" | "from"> {
  readonly days: string;
}

export interface DeliveryForm {
  readonly rows: readonly PromiseRowForm[];
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
}

/** A row to fill in: five workdays after shipping, anywhere. */
export const NEW_ROW: PromiseRowForm = { country: "*", productType: "", days: "5", unit: "workdays", from: "shipped" };

export function deliveryForm({ table, calendar }: DeliveryPromiseSettings): DeliveryForm {
  return {
    rows: table.map(({ productType, days, ...row }) => ({
      ...row,
      productType: productType === "*" ? "" : productType,
      days: String(days),
    })),
    weekdays: calendar.weekdays,
    holidays: calendar.holidays,
  };
}

/** What the form says, in the shape of the stored document; `zone` is that of the shop's clocks. */
export function deliveryDocument(form: DeliveryForm, zone: string): object {
  return {
    table: form.rows.map(({ productType, days, ...row }) => ({ ...row, productType: productType.trim() || "*", days: typedNumber(days) })),
    calendar: { zone, weekdays: [...form.weekdays].sort((a, b) => a - b), holidays: form.holidays },
  };
}

/** The rows that can be used as they stand, each with its place in the form. */
export function usableRows(form: DeliveryForm): { readonly row: PromiseRow; readonly index: number }[] {
  return form.rows.flatMap(({ days, productType, ...row }, index) => {
    const read = typedNumber(days);
    return typeof read === "number" ? [{ row: { ...row, productType: productType.trim() || "*", days: read }, index }] : [];
  });
}
