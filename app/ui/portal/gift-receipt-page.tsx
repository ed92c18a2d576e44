import { StepLink } from "./controls.tsx";
import type { GiftReceiptPage } from "./gift-views.ts";
import { Heading, Thumb } from "./layout.tsx";
import type { Portal } from "./portal.ts";

/** Made to be printed: the style sheet leaves everything else of the page out. */
export function GiftReceiptView({ portal, page }: { readonly portal: Portal; readonly page: GiftReceiptPage }) {
  const { t, frame } = portal;
  const { gift } = page;
  return (
    <div className="amends-narrow">
      <div className="amends-print">
        <Heading lead={t("gift.receipt.intro")}>{t("gift.receipt.heading", { shop: frame.shopName })}</Heading>
        <div className="amends-card amends-card--accent">
          <p className="amends-label">{t("gift.code")}</p>
          <p>
            <code className="amends-code amends-code--large">{gift.code}</code>
          </p>
          <p className="amends-label">{t("gift.receipt.link")}</p>
          <p className="amends-break">
            <a href={page.url} className="amends-link">
              {page.url}
            </a>
          </p>
          <p>{t("gift.receipt.until", { date: portal.day(gift.until) })}</p>
        </div>
        <section aria-labelledby="amends-gift-items" className="amends-card">
          <h2 id="amends-gift-items" className="amends-subheading">
            {t("gift.receipt.items")}
          </h2>
          <ul className="amends-list">
            {gift.items.map((item, index) => (
              <li key={index} className="amends-list__row">
                <Thumb image={item.image} size={48} />
                <span className="amends-list__main">
                  <span className="amends-list__title">{item.title}</span>
                  <span className="amends-muted">
                    {[item.variantTitle, t("frame.quantity", { count: item.quantity })].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p className="amends-hint">{t("gift.receipt.print")}</p>
      <p className="amends-aside">
        <StepLink portal={portal} step="giftcodes" token={frame.token}>
          {t("gift.receipt.back")}
        </StepLink>
      </p>
    </div>
  );
}
