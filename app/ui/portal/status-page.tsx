import { RESOLUTION_ICONS } from "./amounts.tsx";
import { ErrorSummary } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { InspectionCard } from "./inspection-card.tsx";
import { JoinedCards } from "./joint-parts.tsx";
import { Heading, ItemsList, OrderLine } from "./layout.tsx";
import { ParcelsCard } from "./parcels-card.tsx";
import { EvidenceList } from "./photo-field.tsx";
import type { Portal } from "./portal.ts";
import { RepairCard } from "./repair-card.tsx";
import { safeUrl } from "./safe-url.ts";
import { AskForm, CancelForm, PhotoForm } from "./status-forms.tsx";
import { ThanksCard } from "./thanks-card.tsx";
import { Timeline } from "./timeline.tsx";
import type { ConversationLine, MoneyStatus, PackingView, StatusPage } from "./status-views.ts";

export function StatusView({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const { t } = portal;
  const isUnpaid = page.state === "done" && page.money?.owed === "invoiced";
  const repaired = page.repair?.isWhole && page.state !== "declined" ? page.repair.stage : undefined;
  const lead = isUnpaid ? "balance" : page.state === "approved" && !page.packing ? "approvedKeep" : page.state;
  return (
    <div>
      <ErrorSummary portal={portal} errors={page.errors} />
      {page.notice ? (
        <p role="status" className="amends-notice">
          <Icon name="check" />
          <span>{t(`status.notice.${page.notice}`)}</span>
        </p>
      ) : null}
      <Heading lead={t(repaired ? `status.repair.lead.${repaired}` : `status.lead.${lead}`)}>
        {t("status.heading", { name: page.returnName })}{" "}
        <span className={`amends-badge amends-badge--${page.state}`}>
          {t(repaired ? `status.repair.state.${repaired}` : `status.state.${page.state}`)}
        </span>
      </Heading>
      <OrderLine portal={portal} order={page.order} />
      {page.declineNote ? <Quote title={t("status.declineNote")} text={page.declineNote} /> : null}
      <div className="amends-split">
        <div className="amends-split__main">
          {page.packing ? <Packing portal={portal} packing={page.packing} /> : null}
          {page.parcels ? <ParcelsCard portal={portal} page={page} parcels={page.parcels} /> : null}
          {page.repair ? <RepairCard portal={portal} page={page} repair={page.repair} /> : null}
          {page.inspection ? <InspectionCard portal={portal} page={page} inspection={page.inspection} /> : null}
          <Timeline portal={portal} steps={page.steps} />
          <Conversation portal={portal} lines={page.conversation} />
        </div>
        <div className="amends-split__side">
          {[...(page.money ? [page.money] : []), ...(page.furtherMoney ?? [])].map((status, index) => (
            <MoneyCard key={index} portal={portal} status={status} at={index} />
          ))}
          {page.thanks ? <ThanksCard portal={portal} thanks={page.thanks} /> : null}
          <section aria-labelledby="amends-status-items" className="amends-card">
            <h2 id="amends-status-items" className="amends-subheading">
              {t("status.items")}
            </h2>
            <ItemsList portal={portal} items={page.items} />
            {page.goods ? (
              <p className="amends-hint">
                {t(`status.goods.${page.goods.kept}`, { date: page.goods.until ? portal.day(page.goods.until) : "" })}
              </p>
            ) : null}
            {page.evidence.length > 0 ? (
              <>
                <h3 className="amends-label">{t("status.photos")}</h3>
                <EvidenceList portal={portal} evidence={page.evidence} />
              </>
            ) : null}
          </section>
          <JoinedCards portal={portal} joined={page.joined} />
          <div className="amends-card amends-card--stack">
            {page.canAsk ? <Ask portal={portal} page={page} /> : null}
            {page.canAddPhoto ? <PhotoForm portal={portal} page={page} /> : null}
            {page.canCancel ? <CancelForm portal={portal} page={page} /> : null}
            <a href={portal.frame.base} className="amends-link amends-details__summary" data-amends-go="">
              {t("frame.otherOrder")}
            </a>
          </div>
        </div>
      </div>
    </div>
  );
}

/** To the answers first where the shop has some, else straight to the form. */
function Ask({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const helpUrl = safeUrl(portal.frame.helpUrl);
  if (!helpUrl) return <AskForm portal={portal} page={page} />;
  return (
    <a href={helpUrl} className="amends-link amends-details__summary" data-amends-go="">
      {portal.t("status.ask")}
    </a>
  );
}

function Quote({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <figure className="amends-card amends-card--quiet">
      <figcaption className="amends-label">{title}</figcaption>
      <blockquote className="amends-quote">{text}</blockquote>
    </figure>
  );
}

/** How much, which way, and when. */
function MoneyCard({ portal, status, at }: { readonly portal: Portal; readonly status: MoneyStatus; readonly at: number }) {
  const { t } = portal;
  const isToBank = status.kind === "refund" || status.kind === "keep-it";
  return (
    <section aria-labelledby={`amends-money-${at}`} className="amends-card">
      <h2 id={`amends-money-${at}`} className="amends-subheading">
        {t(status.owed ? "status.balance" : "status.money")}
      </h2>
      <p className="amends-money">
        <Icon name={RESOLUTION_ICONS[status.kind]} />
        <span className="amends-money__amount">{portal.money(status.amount)}</span>
        <span className="amends-muted">
          {[t(`resolution.${status.kind}`), status.paidTo && t("status.moneyTo", { target: status.paidTo })].filter(Boolean).join(" ")}
        </span>
      </p>
      {status.paidAt ? <p className="amends-money__when">{t("status.moneyPaid", { date: portal.date(status.paidAt) })}</p> : null}
      {!status.paidAt && status.expected ? (
        <p className="amends-money__when">{t("status.moneyExpected", { range: portal.days(status.expected.from, status.expected.to) })}</p>
      ) : null}
      {status.scan ? (
        <p className="amends-money__when">{t(status.scan === "pays" ? "status.moneyAtScan" : "status.moneyBeforeGoods")}</p>
      ) : null}
      {status.owed ? <p className="amends-money__when">{t(`status.owed.${status.owed}`)}</p> : null}
      {status.kind === "gift-card" && status.paidAt ? <p className="amends-hint">{t("status.moneyMail")}</p> : null}
      {isToBank ? <p className="amends-hint">{t("status.moneyBank")}</p> : null}
      {status.code ? (
        <p>
          {t("status.moneyCode")} <code className="amends-code">{status.code}</code>
        </p>
      ) : null}
      {status.expiresOn ? <p className="amends-hint">{t("options.expires", { date: portal.day(status.expiresOn) })}</p> : null}
    </section>
  );
}

/** What is needed to send the parcel: by when, where to, with which papers. */
function Packing({ portal, packing }: { readonly portal: Portal; readonly packing: PackingView }) {
  const { t } = portal;
  const [labelUrl, slipUrl] = [safeUrl(packing.labelUrl), safeUrl(packing.slipUrl)];
  return (
    <section aria-labelledby="amends-packing" className="amends-card amends-card--accent">
      <h2 id="amends-packing" className="amends-subheading">
        {t("status.packing")}
      </h2>
      {packing.orders ? <p>{t("together.oneParcel", { orders: packing.orders.join(", ") })}</p> : null}
      {packing.waitsFor ? <p className="amends-hint">{t("together.waits", { orders: packing.waitsFor.join(", ") })}</p> : null}
      {packing.sendBy ? <p>{t("status.sendBy", { date: portal.day(packing.sendBy) })}</p> : null}
      <dl className="amends-columns">
        <div>
          <dt className="amends-label">{t("status.address")}</dt>
          <dd className="amends-address">
            {packing.addressLines.map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </dd>
        </div>
        <div>
          <dt className="amends-label">{t("status.reference")}</dt>
          <dd>
            <code className="amends-code">{packing.reference}</code>
          </dd>
        </div>
      </dl>
      {packing.instructions ? <p className="amends-quote">{packing.instructions}</p> : null}
      {labelUrl || slipUrl ? (
        <p className="amends-actions">
          <PaperLink url={labelUrl} look="primary" text={t("status.label")} />
          {(packing.furtherLabelUrls ?? []).map((url, index) => (
            <PaperLink key={url} url={safeUrl(url)} look="primary" text={t("status.labelOf", { parcel: index + 2 })} />
          ))}
          {(packing.codeUrls ?? []).map((url) => (
            <PaperLink key={url} url={safeUrl(url)} look="secondary" text={t("status.qr")} />
          ))}
          <PaperLink url={slipUrl} look={labelUrl ? "secondary" : "primary"} text={t("status.slip")} />
        </p>
      ) : null}
    </section>
  );
}

function PaperLink({ url, look, text }: { readonly url?: string; readonly look: "primary" | "secondary"; readonly text: string }) {
  if (!url) return null;
  return (
    <a href={url} rel="noreferrer" target="_blank" className={`amends-button amends-button--${look}`}>
      {text}
    </a>
  );
}

function Conversation({ portal, lines }: { readonly portal: Portal; readonly lines: readonly ConversationLine[] }) {
  const { t, frame } = portal;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="amends-messages" className="amends-card">
      <h2 id="amends-messages" className="amends-subheading">
        {t("status.conversation")}
      </h2>
      <ol className="amends-messages">
        {lines.map((line, index) => (
          <li key={index} className={`amends-message amends-message--${line.from}`}>
            <p className="amends-muted">
              {line.from === "shopper" ? t("status.fromYou") : t("status.fromShop", { shop: frame.shopName })} ·{" "}
              <time dateTime={line.at.at}>{portal.dateTime(line.at)}</time>
            </p>
            <p className="amends-quote">{line.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
