import type { HTMLInputAutoCompleteAttribute } from "react";
import { ADDRESS_PART_MAX } from "#app/domain/orders/delivery-address.ts";
import { describedBy, errorsOf, ErrorSummary, FieldErrors, fieldId, StepForm, StepLink, SubmitButton, TextField } from "./controls.tsx";
import type { AddressFormField } from "./fields.ts";
import { Icon } from "./icons.tsx";
import { Heading, OrderLine, Thumb } from "./layout.tsx";
import type { CancelOrderPage, ChangeAddressPage, ChangeCard, OrderChangedPage } from "./order-change-views.ts";
import type { Moment } from "#app/ui/format.ts";
import type { Portal } from "./portal.ts";

/** Before an order leaves: what can be done about it, on the page of its items. */
export function ChangeCardView({ portal, card }: { readonly portal: Portal; readonly card: ChangeCard }) {
  const { t } = portal;
  const steps = [
    { step: "cancelorder", text: t("change.card.cancel"), offer: card.cancel },
    { step: "address", text: t("change.card.address"), offer: card.address },
  ] as const;
  const offered = steps.flatMap(({ offer, ...one }) => (offer ? { ...one, until: offer.until } : []));
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="amends-change" className="amends-card">
      <h2 id="amends-change" className="amends-subheading">
        {t("change.card.heading")}
      </h2>
      <ul className="amends-links">
        {offered.map(({ step, text, until }) => (
          <li key={step} className="amends-row">
            <StepLink portal={portal} step={step} token={portal.frame.token}>
              {text}
            </StepLink>
            <span className="amends-muted">{untilText(portal, until)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function untilText({ t, dateTime }: Portal, until: Moment | null): string {
  return until ? t("change.until", { time: dateTime(until) }) : t("change.untilItLeaves");
}

export function CancelOrderView({ portal, page }: { readonly portal: Portal; readonly page: CancelOrderPage }) {
  const { t } = portal;
  return (
    <div className="amends-narrow">
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("change.cancel.intro")}>{t("change.cancel.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <div className="amends-cards">
        <div className="amends-card">
          <ul className="amends-list">
            {page.lines.map((line, index) => (
              <li key={index} className="amends-list__row">
                <Thumb image={line.image} size={48} />
                <span className="amends-list__main">
                  <span className="amends-list__title">{line.title}</span>
                  <span className="amends-muted">
                    {[line.variantTitle, t("frame.quantity", { count: line.quantity })].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div className="amends-card">
          <p className="amends-orderline">
            <strong>
              {page.refund ? t("change.cancel.refund", { amount: portal.money(page.refund) }) : t("change.cancel.nothingPaid")}
            </strong>
          </p>
          <StepForm portal={portal} step="cancelorder">
            <CancelReasons portal={portal} page={page} />
            <p className="amends-hint">{t("change.cancel.final")}</p>
            <p className="amends-hint">{untilText(portal, page.until)}</p>
            <div className="amends-actions amends-actions--stacked">
              <SubmitButton look="danger">{t("change.cancel.submit")}</SubmitButton>
              <BackToOrder portal={portal} text={t("change.cancel.keep")} />
            </div>
          </StepForm>
        </div>
      </div>
    </div>
  );
}

function CancelReasons({ portal, page }: { readonly portal: Portal; readonly page: CancelOrderPage }) {
  const { t } = portal;
  const hasError = errorsOf(page.errors, "reason").length > 0;
  return (
    <div className="amends-field">
      <label htmlFor={fieldId("reason")} className="amends-label">
        {t("change.cancel.reason")}
      </label>
      <select
        id={fieldId("reason")}
        name="reason"
        defaultValue=""
        required
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy("reason", { hasHint: false, hasError })}
        className="amends-input"
      >
        <option value="">{t("items.reasonChoose")}</option>
        {page.reasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`change.reason.${reason}`)}
          </option>
        ))}
      </select>
      <FieldErrors portal={portal} name="reason" errors={page.errors} />
    </div>
  );
}

interface AddressInput {
  readonly name: AddressFormField;
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly optional?: boolean;
}

/** Fields that stand side by side where there is room. */
const ROWS: readonly (readonly AddressInput[])[] = [
  [
    { name: "firstname", autoComplete: "given-name", optional: true },
    { name: "lastname", autoComplete: "family-name" },
  ],
  [{ name: "company", autoComplete: "organization", optional: true }],
  [{ name: "street", autoComplete: "address-line1" }],
  [{ name: "extra", autoComplete: "address-line2", optional: true }],
  [
    { name: "zip", autoComplete: "postal-code" },
    { name: "city", autoComplete: "address-level2" },
  ],
  [{ name: "phone", autoComplete: "tel", optional: true }],
];

export function ChangeAddressView({ portal, page }: { readonly portal: Portal; readonly page: ChangeAddressPage }) {
  const { t } = portal;
  return (
    <div className="amends-narrow">
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("change.address.intro")}>{t("change.address.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <div className="amends-card">
        <StepForm portal={portal} step="address">
          {ROWS.map((row) => (
            <div key={row[0]?.name} className={row.length > 1 ? "amends-field amends-columns" : "amends-field"}>
              {row.map((input) => (
                <AddressField key={input.name} portal={portal} page={page} input={input} />
              ))}
            </div>
          ))}
          <div className="amends-field">
            <strong>{page.region}</strong>
            <p className="amends-hint">{t("change.address.region")}</p>
            <p className="amends-hint">{untilText(portal, page.until)}</p>
          </div>
          <div className="amends-actions amends-actions--stacked">
            <SubmitButton>{t("change.address.submit")}</SubmitButton>
            <BackToOrder portal={portal} text={t("change.back")} />
          </div>
        </StepForm>
      </div>
    </div>
  );
}

interface AddressFieldProps {
  readonly portal: Portal;
  readonly page: ChangeAddressPage;
  readonly input: AddressInput;
}

function AddressField({ portal, page, input: { name, autoComplete, optional } }: AddressFieldProps) {
  return (
    <TextField
      portal={portal}
      name={name}
      label={portal.t(`change.address.${name}`)}
      value={page.typed[name]}
      type={name === "phone" ? "tel" : "text"}
      autoComplete={autoComplete}
      optional={optional ?? (name === "zip" && !page.needsZip)}
      capitals={name !== "phone"}
      maxLength={ADDRESS_PART_MAX}
      errors={page.errors}
    />
  );
}

const DONE: ReadonlySet<OrderChangedPage["outcome"]> = new Set(["cancelled", "address-changed", "address-same"]);

export function OrderChangedView({ portal, page }: { readonly portal: Portal; readonly page: OrderChangedPage }) {
  const { t } = portal;
  const { outcome, because, refund, address } = page;
  return (
    <div className="amends-narrow">
      <Heading lead={because ? t(`change.blocked.${because}`) : t(`change.outcome.${outcome}.text`)}>
        {DONE.has(outcome) ? <Icon name="check" /> : null} {t(`change.outcome.${outcome}.heading`)}
      </Heading>
      <OrderLine portal={portal} order={page.order} />
      {refund ? (
        <p className="amends-card">
          <strong>{t("change.cancel.refund", { amount: portal.money(refund) })}</strong>
        </p>
      ) : null}
      {address ? (
        <p className="amends-card">
          {address.map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
        </p>
      ) : null}
      <p className="amends-actions">
        <BackToOrder portal={portal} text={t("change.back")} />
      </p>
    </div>
  );
}

function BackToOrder({ portal, text }: { readonly portal: Portal; readonly text: string }) {
  return (
    <StepLink portal={portal} step="items" token={portal.frame.token}>
      {text}
    </StepLink>
  );
}
