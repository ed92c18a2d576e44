import type { ReactNode } from "react";
import { solutionText } from "./amounts.tsx";
import { Icon } from "./icons.tsx";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";
import type { ImageView, OrderSummary } from "./page-parts.ts";
import type { ChosenItem } from "./solution-views.ts";

const STEPS = ["find", "items", "options", "confirm"] as const;
export type ProgressStep = (typeof STEPS)[number];

/** Where the shopper is on the way from order to confirmation. */
export function Progress({ portal, current }: { readonly portal: Portal; readonly current: ProgressStep }) {
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={portal.t("frame.progress")}>
      <ol className="amends-progress">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === at ? "step" : undefined}
            className={`amends-progress__step amends-progress__step--${index < at ? "done" : index === at ? "current" : "next"}`}
          >
            <span className="amends-progress__dot" aria-hidden="true">
              {index < at ? <Icon name="check" /> : index + 1}
            </span>
            <span className="amends-progress__name">
              {index < at ? <span className="amends-hidden">{portal.t("frame.stepDone")} </span> : null}
              {portal.t(`frame.step.${step}`)}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The page's own heading; takes the focus when the page is swapped in. */
export function Heading({ children, lead }: { readonly children: ReactNode; readonly lead?: ReactNode }) {
  return (
    <header className="amends-header">
      <h1 tabIndex={-1} className="amends-heading" data-amends-heading="">
        {children}
      </h1>
      {lead ? <p className="amends-lead">{lead}</p> : null}
    </header>
  );
}

/** "Order #1001, placed on 21 Nov 2026"; nothing where the order is not the visitor's to know. */
export function OrderLine({ portal, order }: { readonly portal: Portal; readonly order: OrderSummary | undefined }) {
  if (!order) return null;
  return (
    <p className="amends-orderline">
      <strong>{portal.t("frame.order", { name: order.name })}</strong>{" "}
      <span className="amends-muted">{portal.t("frame.placedOn", { date: portal.date(order.placedAt) })}</span>
    </p>
  );
}

/** A product picture in a reserved square, so that nothing moves when it arrives. */
export function Thumb({ image, size = 64 }: { readonly image?: ImageView; readonly size?: 48 | 64 | 80 }) {
  const url = safeUrl(image?.url);
  return (
    <span className={`amends-thumb amends-thumb--${size}`}>
      {url ? (
        <img src={url} alt={image?.alt ?? ""} width={size} height={size} loading="lazy" referrerPolicy="no-referrer" />
      ) : (
        <Icon name="parcel" />
      )}
    </span>
  );
}

/** What is being returned, compactly. */
export function ItemsList({ portal, items }: { readonly portal: Portal; readonly items: readonly ChosenItem[] }) {
  return (
    <ul className="amends-list">
      {items.map((item, index) => (
        <li key={index} className="amends-list__row">
          <Thumb image={item.image} size={48} />
          <span className="amends-list__main">
            <span className="amends-list__title">{item.title}</span>
            <span className="amends-muted">
              {[item.variantTitle, portal.t("frame.quantity", { count: item.quantity }), item.reason].filter(Boolean).join(" · ")}
            </span>
            {item.solution ? <strong className="amends-list__solution">{solutionText(portal, item.solution)}</strong> : null}
          </span>
          {item.price ? <span className="amends-amount">{portal.money(item.price)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Where to turn to and what to read: below every page. */
export function Footer({ portal }: { readonly portal: Portal }) {
  const { supportEmail } = portal.frame;
  const [helpUrl, policyUrl, privacyUrl] = [portal.frame.helpUrl, portal.frame.policyUrl, portal.frame.privacyUrl].map(safeUrl);
  if (!supportEmail && !helpUrl && !policyUrl && !privacyUrl) return null;
  return (
    <footer className="amends-footer">
      {supportEmail ? (
        <span>
          {portal.t("frame.help")}{" "}
          <a href={`mailto:${supportEmail}`} className="amends-link">
            {supportEmail}
          </a>
        </span>
      ) : null}
      {helpUrl ? (
        <a href={helpUrl} className="amends-link" data-amends-go="">
          {portal.t("help.link")}
        </a>
      ) : null}
      {policyUrl ? (
        <a href={policyUrl} className="amends-link">
          {portal.t("frame.policy")}
        </a>
      ) : null}
      {privacyUrl ? (
        <a href={privacyUrl} className="amends-link">
          {portal.t("frame.privacy")}
        </a>
      ) : null}
    </footer>
  );
}
