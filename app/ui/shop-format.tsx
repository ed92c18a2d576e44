import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Money } from "#app/domain/shared/money.ts";
import { formatBasisPoints, formatCalendarDate, formatDate, formatDateTime, formatMoney, formatShortTime } from "./format.ts";

/** The shop's currency and zone, and the language of the person looking. */
export interface ShopFormat {
  readonly locale: string;
  readonly currency: string;
  readonly zone: string;
}

const ShopFormatContext = createContext<ShopFormat>({ locale: "en", currency: "USD", zone: "UTC" });

export function ShopFormatProvider({ value, children }: { value: ShopFormat; children: ReactNode }) {
  const { locale, currency, zone } = value;
  const stable = useMemo(() => ({ locale, currency, zone }), [locale, currency, zone]);
  return <ShopFormatContext.Provider value={stable}>{children}</ShopFormatContext.Provider>;
}

/** Formatters for staff: money in its own currency, times in the shop's zone. Dates come as ISO text from loaders. */
export function useShopFormat() {
  const shop = useContext(ShopFormatContext);
  return useMemo(
    () => ({
      ...shop,
      money: (amount: Money) => formatMoney(amount, shop.locale),
      date: (at: string) => formatDate({ at, zone: shop.zone }, shop.locale),
      shortTime: (at: string) => formatShortTime({ at, zone: shop.zone }, shop.locale),
      dateTime: (at: string) => formatDateTime({ at, zone: shop.zone }, shop.locale),
      calendarDate: (date: string) => formatCalendarDate(date, shop.locale),
      share: (points: number) => formatBasisPoints(points, shop.locale),
    }),
    [shop],
  );
}
