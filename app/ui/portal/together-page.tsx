import { ErrorSummary, FieldErrors, fieldId, StepForm, SubmitButton } from "./controls.tsx";
import type { OrderToJoin, TogetherPage } from "./joint-views.ts";
import { Heading, OrderLine, Progress, Thumb } from "./layout.tsx";
import type { Portal } from "./portal.ts";

/** The orders that can come back in one parcel, to be ticked. */
export function TogetherView({ portal, page }: { readonly portal: Portal; readonly page: TogetherPage }) {
  const { t } = portal;
  return (
    <div>
      <Progress portal={portal} current="items" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t(page.base ? "together.introMore" : "together.intro")}>{t("together.heading")}</Heading>
      {page.base ? <OrderLine portal={portal} order={page.base} /> : null}
      {page.orders.length === 0 ? <p className="amends-card">{t("together.none")}</p> : null}
      <StepForm portal={portal} step="together">
        {page.orders.length > 0 ? (
          <fieldset id={fieldId("with")} tabIndex={-1} className="amends-fieldset">
            <legend className="amends-hidden">{t("together.legend")}</legend>
            <FieldErrors portal={portal} name="with" errors={page.errors} />
            <div className="amends-cards">
              {page.orders.map((order, index) => (
                <OrderChoice key={order.id} portal={portal} order={order} id={`${fieldId("with")}-${index}`} />
              ))}
            </div>
          </fieldset>
        ) : null}
        <div className="amends-actions">
          <SubmitButton>{t("together.submit")}</SubmitButton>
        </div>
      </StepForm>
    </div>
  );
}

function OrderChoice({ portal, order, id }: { readonly portal: Portal; readonly order: OrderToJoin; readonly id: string }) {
  const { t } = portal;
  const facts = [portal.date(order.placedAt), t("orders.items", { count: order.itemCount }), portal.money(order.total)];
  return (
    <div className="amends-card">
      <div className="amends-item__head">
        <input id={id} type="checkbox" name="with" value={order.id} defaultChecked={order.isChosen} className="amends-check" />
        <label htmlFor={id} className="amends-item__label">
          <Thumb image={order.images[0]} size={48} />
          <span className="amends-item__text">
            <span className="amends-item__title">{t("frame.order", { name: order.name })}</span>
            <span className="amends-muted">{facts.join(" · ")}</span>
          </span>
        </label>
      </div>
    </div>
  );
}
