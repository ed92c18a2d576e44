import { ErrorSummary, errorsOf, FieldErrors, fieldId, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { lineField, portalLink } from "./fields.ts";
import type { GiftCodesPage, GiftCodeView, GiftItemView, GiftLineView } from "./gift-views.ts";
import { Icon } from "./icons.tsx";
import { Heading, OrderLine, Thumb } from "./layout.tsx";
import type { Portal } from "./portal.ts";

/** On the page of an order's items: for whoever bought it for somebody else. */
export function GiftCard({ portal }: { readonly portal: Portal }) {
  const { t, frame } = portal;
  return (
    <section aria-labelledby="amends-gift" className="amends-card amends-section">
      <h2 id="amends-gift" className="amends-subheading">
        {t("gift.card.heading")}
      </h2>
      <p className="amends-muted">{t("gift.card.text")}</p>
      <p>
        <StepLink portal={portal} step="giftcodes" token={frame.token}>
          {t("gift.card.link")}
        </StepLink>
      </p>
    </section>
  );
}

export function GiftCodesView({ portal, page }: { readonly portal: Portal; readonly page: GiftCodesPage }) {
  const { t } = portal;
  return (
    <div className="amends-narrow">
      <ErrorSummary portal={portal} errors={page.errors} />
      {page.notice ? (
        <p role="status" className="amends-notice">
          <Icon name="check" />
          <span>{t(`gift.codes.notice.${page.notice}`)}</span>
        </p>
      ) : null}
      <Heading lead={t("gift.codes.intro")}>{t("gift.codes.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <div className="amends-cards">
        {page.codes.length > 0 ? <CodeList portal={portal} codes={page.codes} /> : null}
        {page.lines.length > 0 ? <NewCodeForm portal={portal} page={page} /> : null}
        {page.lines.length === 0 ? <p className="amends-card">{t("gift.codes.nothing")}</p> : null}
      </div>
      <p className="amends-aside">
        <StepLink portal={portal} step="items" token={portal.frame.token}>
          {t("change.back")}
        </StepLink>
      </p>
    </div>
  );
}

function NewCodeForm({ portal, page }: { readonly portal: Portal; readonly page: GiftCodesPage }) {
  const { t } = portal;
  return (
    <div className="amends-card">
      <StepForm portal={portal} step="giftcodes">
        <fieldset
          id={fieldId("lines")}
          tabIndex={-1}
          className="amends-fieldset"
          aria-describedby={errorsOf(page.errors, "lines").length > 0 ? `${fieldId("lines")}-error` : undefined}
        >
          <legend className="amends-subheading">{t("gift.codes.legend")}</legend>
          <FieldErrors portal={portal} name="lines" errors={page.errors} />
          <ul className="amends-list">
            {page.lines.map((line) => (
              <LineChoice key={line.key} portal={portal} line={line} isOnly={page.lines.length === 1} />
            ))}
          </ul>
        </fieldset>
        <div className="amends-actions">
          <SubmitButton>{t("gift.codes.submit")}</SubmitButton>
        </div>
      </StepForm>
    </div>
  );
}

function LineChoice({ portal, line, isOnly }: { readonly portal: Portal; readonly line: GiftLineView; readonly isOnly: boolean }) {
  const { t } = portal;
  const [take, quantity] = [lineField("take", line.key), lineField("quantity", line.key)];
  return (
    <li className="amends-list__row">
      <input type="hidden" name={lineField("line", line.key)} value={line.id} />
      <input id={fieldId(take)} type="checkbox" name={take} value="1" defaultChecked={isOnly} className="amends-check" />
      <label htmlFor={fieldId(take)} className="amends-item__label">
        <Thumb image={line.image} size={48} />
        <span className="amends-list__main">
          <span className="amends-list__title">{line.title}</span>
          {line.variantTitle ? <span className="amends-muted">{line.variantTitle}</span> : null}
        </span>
      </label>
      {line.quantity === 1 ? (
        <input type="hidden" name={quantity} value="1" />
      ) : (
        <span className="amends-field">
          <label htmlFor={fieldId(quantity)} className="amends-hidden">
            {t("items.quantity")}
          </label>
          <select id={fieldId(quantity)} name={quantity} defaultValue={line.quantity} className="amends-input">
            {Array.from({ length: line.quantity }, (_, index) => (
              <option key={index} value={index + 1}>
                {t("items.quantityOf", { count: index + 1, max: line.quantity })}
              </option>
            ))}
          </select>
        </span>
      )}
    </li>
  );
}

function CodeList({ portal, codes }: { readonly portal: Portal; readonly codes: readonly GiftCodeView[] }) {
  const { t, frame } = portal;
  return (
    <section aria-labelledby="amends-gift-codes" className="amends-card">
      <h2 id="amends-gift-codes" className="amends-subheading">
        {t("gift.codes.list")}
      </h2>
      <ul className="amends-list">
        {codes.map((gift) => (
          <li key={gift.id} className="amends-giftcode">
            <span className="amends-row">
              <code className="amends-code">{gift.code}</code>
              <span className={`amends-badge amends-badge--${gift.state === "open" ? "approved" : "done"}`}>
                {gift.state === "open" ? t("gift.codes.until", { date: portal.day(gift.until) }) : t(`gift.codes.state.${gift.state}`)}
              </span>
            </span>
            <span className="amends-muted">{gift.items.map((item) => itemText(portal, item)).join(", ")}</span>
            {gift.state === "open" ? (
              <span className="amends-row">
                <a href={`${portalLink(frame.base, "giftreceipt", frame.token)}&gift=${gift.id}`} className="amends-link" data-amends-go="">
                  {t("gift.codes.show")} <span className="amends-hidden">{gift.code}</span>
                </a>
                <StepForm portal={portal} step="giftrevoke">
                  <input type="hidden" name="gift" value={gift.id} />
                  <button type="submit" className="amends-link amends-link--button">
                    {t("gift.codes.revoke")} <span className="amends-hidden">{gift.code}</span>
                  </button>
                </StepForm>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function itemText({ t }: Portal, { title, variantTitle, quantity }: GiftItemView): string {
  return t("gift.item", { count: quantity, title: variantTitle ? `${title} (${variantTitle})` : title });
}
