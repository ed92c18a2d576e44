import { RESOLUTION_ICONS } from "./amounts.tsx";
import { StepLink } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import type { JointProgress } from "./joint-views.ts";
import { ItemsList } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import type { JoinedView } from "./status-views.ts";

/** Which orders come back together, which of them is chosen already, and how to leave the one of this page out. */
export function JointBar({ portal, joint }: { readonly portal: Portal; readonly joint: JointProgress | undefined }) {
  if (!joint) return null;
  const { t } = portal;
  return (
    <section aria-labelledby="amends-joint" className="amends-card amends-card--quiet amends-joint">
      <h2 id="amends-joint" className="amends-label">
        {t("together.bar")}
      </h2>
      <ul className="amends-row">
        {joint.orders.map(({ name, state }) => (
          <li key={name} aria-current={state === "current" ? "true" : undefined}>
            {state === "current" ? <strong>{name}</strong> : name}{" "}
            <span className={`amends-badge${state === "ready" ? " amends-badge--done" : ""}`}>{t(`together.state.${state}`)}</span>
          </li>
        ))}
      </ul>
      <p className="amends-joint">
        <StepLink portal={portal} step={joint.leaveOut.step} token={joint.leaveOut.token}>
          {t("together.leaveOut", { name: joint.current })}
        </StepLink>
      </p>
    </section>
  );
}

/** The returns of other orders in the same parcel, each with where it stands. */
export function JoinedCards({ portal, joined }: { readonly portal: Portal; readonly joined: readonly JoinedView[] | undefined }) {
  const { t } = portal;
  return (joined ?? []).map((one, index) => (
    <section key={one.returnName} aria-labelledby={`amends-joined-${index}`} className="amends-card">
      <h2 id={`amends-joined-${index}`} className="amends-subheading">
        {t("frame.order", { name: one.orderName })}{" "}
        <span className={`amends-badge amends-badge--${one.state}`}>{t(`status.state.${one.state}`)}</span>
      </h2>
      {one.declineNote ? <blockquote className="amends-quote">{one.declineNote}</blockquote> : null}
      <ItemsList portal={portal} items={one.items} />
      {one.money.map((status, at) => (
        <p key={at} className="amends-money">
          <Icon name={RESOLUTION_ICONS[status.kind]} />
          <span className="amends-money__amount">{portal.money(status.amount)}</span>
          <span className="amends-muted">
            {[t(`resolution.${status.kind}`), status.paidAt && t("status.moneyPaid", { date: portal.date(status.paidAt) })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
      ))}
      <p className="amends-joint">
        <StepLink portal={portal} step="status" token={one.token}>
          {t("together.details", { name: one.returnName })}
        </StepLink>
      </p>
    </section>
  ));
}
