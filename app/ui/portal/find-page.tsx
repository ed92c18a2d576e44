import { ErrorSummary, StepForm, StepLink, SubmitButton, TextField } from "./controls.tsx";
import { GiftEntry } from "./gift-page.tsx";
import { Heading, Progress, Thumb } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";
import type { FieldError, ReturnLink } from "./page-parts.ts";
import type { CodePage, FindPage, OrderCard, OrdersPage } from "./view-models.ts";

interface LookUp {
  readonly orderNumber?: string;
  readonly email?: string;
  readonly errors: readonly FieldError[];
}

/** Order number and e-mail address; the answer is the same whether or not such an order exists. */
function LookUpForm({ portal, lookUp }: { readonly portal: Portal; readonly lookUp: LookUp }) {
  const { t } = portal;
  return (
    <StepForm portal={portal} step="find">
      <TextField
        portal={portal}
        name="order"
        label={t("find.orderNumber")}
        hint={t("find.orderHint")}
        value={lookUp.orderNumber}
        autoComplete="off"
        maxLength={64}
        errors={lookUp.errors}
      />
      <TextField
        portal={portal}
        name="email"
        label={t("find.email")}
        value={lookUp.email}
        type="email"
        autoComplete="email"
        maxLength={254}
        errors={lookUp.errors}
      />
      <div className="amends-actions">
        <SubmitButton>{t("find.submit")}</SubmitButton>
      </div>
    </StepForm>
  );
}

export function FindView({ portal, page }: { readonly portal: Portal; readonly page: FindPage }) {
  const { t } = portal;
  const signInUrl = safeUrl(page.signInUrl);
  return (
    <div className="amends-narrow">
      <Progress portal={portal} current="find" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("find.intro")}>{t("find.heading")}</Heading>
      <div className="amends-card">
        <LookUpForm portal={portal} lookUp={page} />
      </div>
      {signInUrl ? (
        <p className="amends-aside">
          <a href={signInUrl} className="amends-link">
            {t("find.signIn")}
          </a>{" "}
          <span className="amends-muted">{t("find.signInHint")}</span>
        </p>
      ) : null}
      {page.takesGifts ? <GiftEntry portal={portal} /> : null}
    </div>
  );
}

export function CodeView({ portal, page }: { readonly portal: Portal; readonly page: CodePage }) {
  const { t } = portal;
  return (
    <div className="amends-narrow">
      <Progress portal={portal} current="find" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={page.resent ? t("code.resent") : t("code.intro", { email: page.email })}>{t("code.heading")}</Heading>
      <div className="amends-card">
        <StepForm portal={portal} step="code">
          <TextField
            portal={portal}
            name="code"
            label={t("code.label")}
            hint={t("code.hint", { count: page.expiresInMinutes })}
            autoComplete="one-time-code"
            numeric
            maxLength={12}
            errors={page.errors}
          />
          <div className="amends-actions">
            <SubmitButton>{t("code.submit")}</SubmitButton>
          </div>
        </StepForm>
      </div>
      <div className="amends-aside amends-row">
        <span className="amends-muted">{t("code.noCode")}</span>
        <StepForm portal={portal} step="resend">
          <button type="submit" className="amends-link amends-link--button">
            {t("code.resend")}
          </button>
        </StepForm>
        <a href={portal.frame.base} className="amends-link" data-amends-go="">
          {t("code.other")}
        </a>
      </div>
    </div>
  );
}

export function OrdersView({ portal, page }: { readonly portal: Portal; readonly page: OrdersPage }) {
  const { t } = portal;
  return (
    <div>
      <Progress portal={portal} current="find" />
      <Heading lead={page.customerName ? t("orders.greeting", { name: page.customerName }) : t("orders.intro")}>
        {t("orders.heading")}
      </Heading>
      {page.orders.length === 0 ? <p className="amends-card">{t("orders.empty")}</p> : null}
      {page.orders.filter(({ canReturn }) => canReturn).length > 1 ? (
        <p className="amends-joint">
          <StepLink portal={portal} step="together">
            {t("together.linkFromOrders")}
          </StepLink>
        </p>
      ) : null}
      <ul className="amends-cards">
        {page.orders.map((order) => (
          <OrderCardView key={order.name} portal={portal} order={order} />
        ))}
      </ul>
      {page.takesGifts ? <GiftEntry portal={portal} /> : null}
      <details className="amends-details">
        <summary className="amends-details__summary">{t("orders.guest")}</summary>
        <p className="amends-muted">{t("orders.guestHint")}</p>
        <LookUpForm portal={portal} lookUp={{ errors: [] }} />
      </details>
    </div>
  );
}

function OrderCardView({ portal, order }: { readonly portal: Portal; readonly order: OrderCard }) {
  const { t } = portal;
  return (
    <li className="amends-card amends-order">
      <div className="amends-order__images">
        {order.images.slice(0, 4).map((image, index) => (
          <Thumb key={index} image={image} size={48} />
        ))}
        {order.images.length === 0 ? <Thumb size={48} /> : null}
      </div>
      <div className="amends-order__main">
        <h2 className="amends-subheading">{t("frame.order", { name: order.name })}</h2>
        <p className="amends-muted">
          {[portal.date(order.placedAt), t("orders.items", { count: order.itemCount }), portal.money(order.total)].join(" · ")}
        </p>
        <ReturnLinks portal={portal} returns={order.returns} />
      </div>
      <div className="amends-order__action">
        {order.canReturn ? (
          <StepLink portal={portal} step="items" token={order.token} look="primary">
            {t("orders.start")} <span className="amends-hidden">{t("frame.order", { name: order.name })}</span>
          </StepLink>
        ) : (
          <>
            {order.canChange ? null : <span className="amends-muted">{t("orders.nothing")} </span>}
            <StepLink portal={portal} step="items" token={order.token}>
              {order.canChange ? t("orders.change") : t("orders.why")}{" "}
              <span className="amends-hidden">{t("frame.order", { name: order.name })}</span>
            </StepLink>
          </>
        )}
      </div>
    </li>
  );
}

/** Links to returns that exist already, each with where it stands. */
export function ReturnLinks({ portal, returns }: { readonly portal: Portal; readonly returns: readonly ReturnLink[] }) {
  if (returns.length === 0) return null;
  return (
    <ul className="amends-links">
      {returns.map((each) => (
        <li key={each.name} className="amends-row">
          <StepLink portal={portal} step="status" token={each.token}>
            {portal.t("orders.follow", { name: each.name })}
          </StepLink>
          <span className={`amends-badge amends-badge--${each.status}`}>{portal.t(`status.state.${each.status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
