import type { Portal } from "./portal.ts";
import type { ThanksView } from "./status-views.ts";

/** A code for the next order, given after the return was refunded. */
export function ThanksCard({ portal, thanks }: { readonly portal: Portal; readonly thanks: ThanksView }) {
  const { t, money, day } = portal;
  return (
    <section aria-labelledby="amends-thanks" className="amends-card">
      <h2 id="amends-thanks" className="amends-subheading">
        {t("status.thanks.title")}
      </h2>
      <p>{t("status.thanks.worth", { amount: money(thanks.amount) })}</p>
      <p>
        {t("status.moneyCode")} <code className="amends-code">{thanks.code}</code>
      </p>
      {thanks.minimum ? <p className="amends-hint">{t("status.thanks.minimum", { amount: money(thanks.minimum) })}</p> : null}
      <p className="amends-hint">{t("status.thanks.until", { date: day(thanks.expiresOn) })}</p>
    </section>
  );
}
