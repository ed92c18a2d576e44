import { errorsOf, ErrorSummary, FieldErrors, fieldId, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { ChangeCardView } from "./order-change-pages.tsx";
import { ReturnLinks } from "./find-page.tsx";
import { ItemFields } from "./item-fields.tsx";
import { JointBar } from "./joint-parts.tsx";
import { lineField } from "./fields.ts";
import { GiftCard } from "./gift-codes-page.tsx";
import { Heading, OrderLine, Progress, Thumb } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";
import type { Eligibility, InsteadCode, ItemLine, ItemsPage, PortalFrame } from "./view-models.ts";

type Eligible = Extract<Eligibility, { kind: "eligible" }>;
type Ineligible = Extract<Eligibility, { kind: "ineligible" }>;

export function ItemsView({ portal, page }: { readonly portal: Portal; readonly page: ItemsPage }) {
  const { t } = portal;
  const eligible = page.lines.filter((line) => line.eligibility.kind === "eligible");
  const ineligible = page.lines.filter((line) => line.eligibility.kind === "ineligible");
  const words = headingOf(page, eligible.length > 0);
  return (
    <div>
      <Progress portal={portal} current="items" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t(words.lead)}>{t(words.heading)}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <JointBar portal={portal} joint={page.joint} />
      {page.canJoin && !page.joint && eligible.length > 0 ? (
        <p className="amends-joint">
          <StepLink portal={portal} step="together" token={portal.frame.token}>
            {t("together.link")}
          </StepLink>
        </p>
      ) : null}
      <ReturnLinks portal={portal} returns={page.returns} />
      {page.change ? <ChangeCardView portal={portal} card={page.change} /> : null}
      {eligible.length > 0 ? (
        <StepForm portal={portal} step="items" upload>
          <fieldset
            id={fieldId("lines")}
            tabIndex={-1}
            className="amends-fieldset"
            aria-describedby={errorsOf(page.errors, "lines").length > 0 ? `${fieldId("lines")}-error` : undefined}
          >
            <legend className="amends-hidden">{page.order ? t("items.legend", { name: page.order.name }) : t("gift.items")}</legend>
            <FieldErrors portal={portal} name="lines" errors={page.errors} />
            <div className="amends-cards">
              {eligible.map((line) => (
                <EligibleItem key={line.key} portal={portal} page={page} line={line} />
              ))}
            </div>
          </fieldset>
          <div className="amends-actions">
            <SubmitButton>{t("items.submit")}</SubmitButton>
          </div>
        </StepForm>
      ) : null}
      {page.canGive ? <GiftCard portal={portal} /> : null}
      {ineligible.length > 0 ? (
        <section aria-labelledby="amends-not-eligible" className="amends-section">
          <h2 id="amends-not-eligible" className="amends-subheading">
            {t("items.notEligible")}
          </h2>
          <ul className="amends-cards">
            {ineligible.map((line) => (
              <IneligibleItem key={line.key} portal={portal} line={line} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** What the page is about: items to return, an order that has not left, or nothing at the moment. */
function headingOf({ change }: ItemsPage, hasItems: boolean): { readonly heading: string; readonly lead: string } {
  if (hasItems) return { heading: "items.heading", lead: "items.intro" };
  if (!change) return { heading: "message.nothing-eligible.heading", lead: "message.nothing-eligible.text" };
  const state = change.state ?? "open";
  return { heading: `change.page.${state}.heading`, lead: `change.page.${state}.text` };
}

function EligibleItem({ portal, page, line }: { readonly portal: Portal; readonly page: ItemsPage; readonly line: ItemLine }) {
  const { t } = portal;
  const eligibility: Eligibility = line.eligibility;
  if (eligibility.kind !== "eligible") return null;
  const take = lineField("take", line.key);
  return (
    <div className="amends-card amends-item">
      <input type="hidden" name={lineField("line", line.key)} value={line.id} />
      <div className="amends-item__head">
        <input
          id={fieldId(take)}
          type="checkbox"
          name={take}
          value="1"
          defaultChecked={(line.chosen?.quantity ?? 0) > 0}
          className="amends-check amends-item__take"
        />
        <label htmlFor={fieldId(take)} className="amends-item__label">
          <Thumb image={line.image} size={80} />
          <span className="amends-item__text">
            <span className="amends-hidden">{t("items.take")}: </span>
            <span className="amends-item__title">{line.title}</span>
            <ItemFacts portal={portal} line={line} eligible={eligibility} />
          </span>
          <ItemPrice portal={portal} line={line} />
        </label>
      </div>
      <ItemFields portal={portal} page={page} line={line} maxQuantity={eligibility.maxQuantity} />
    </div>
  );
}

function IneligibleItem({ portal, line }: { readonly portal: Portal; readonly line: ItemLine }) {
  const eligibility: Eligibility = line.eligibility;
  if (eligibility.kind !== "ineligible") return null;
  return (
    <li className="amends-card amends-item amends-item--out">
      <div className="amends-item__label">
        <Thumb image={line.image} size={80} />
        <span className="amends-item__text">
          <span className="amends-item__title">{line.title}</span>
          <ItemFacts portal={portal} line={line} />
          <Why portal={portal} why={eligibility} />
        </span>
        <ItemPrice portal={portal} line={line} />
      </div>
    </li>
  );
}

function ItemFacts({ portal, line, eligible }: { readonly portal: Portal; readonly line: ItemLine; readonly eligible?: Eligible }) {
  const { t } = portal;
  const facts = [
    line.variantTitle,
    line.quantity > 1 && t("frame.quantity", { count: line.quantity }),
    line.returnedQuantity > 0 && t("items.alreadyReturned", { count: line.returnedQuantity, total: line.quantity }),
  ].filter(Boolean);
  const dates = [
    line.deliveredAt && t("items.delivered", { date: portal.date(line.deliveredAt) }),
    eligible?.returnBy && returnBy(portal, eligible.returnBy, eligible.returnByAtMost),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 ? <span className="amends-muted">{facts.join(" · ")}</span> : null}
      {dates.length > 0 ? <span className="amends-muted">{dates.join(" · ")}</span> : null}
    </>
  );
}

function returnBy({ t, day }: Portal, on: string, atMost: string | null | undefined): string {
  if (atMost === undefined) return t("items.returnBy", { date: day(on) });
  return atMost === null
    ? t("items.returnByOrOpen", { date: day(on) })
    : t("items.returnByOrLater", { date: day(on), latest: day(atMost) });
}

function ItemPrice({ portal, line }: { readonly portal: Portal; readonly line: ItemLine }) {
  const { t } = portal;
  if (!line.unitPrice) return null;
  return (
    <span className="amends-item__price">
      <span className="amends-amount">{portal.money(line.unitPrice)}</span>
      {line.quantity > 1 ? <span className="amends-muted"> {t("items.each")}</span> : null}
      {line.fullUnitPrice ? (
        <span className="amends-muted amends-item__full">{t("items.fullPrice", { price: portal.money(line.fullUnitPrice) })}</span>
      ) : null}
    </span>
  );
}

/** Why an item cannot come back, and what can be done instead. */
function Why({ portal, why }: { readonly portal: Portal; readonly why: Ineligible }) {
  const { t } = portal;
  const withDate = why.date && (why.code === "not-delivered" || why.code === "window-closed");
  return (
    <span className="amends-why">
      <span className="amends-why__reason">
        {withDate ? t(`ineligible.${why.code}-date`, { date: portal.day(why.date) }) : t(`ineligible.${why.code}`)}
      </span>
      {why.instead.length > 0 ? <span className="amends-hidden">{t("instead.label")}</span> : null}
      {why.instead.map((code) => (
        <Instead key={code} portal={portal} code={code} />
      ))}
    </span>
  );
}

function Instead({ portal, code }: { readonly portal: Portal; readonly code: InsteadCode }) {
  const text = portal.t(`instead.${code}`);
  const href = insteadUrl(code, portal.frame);
  if (!href) return <span>{text}</span>;
  return (
    <span>
      <a href={href} className="amends-link">
        {text}
      </a>
    </span>
  );
}

function insteadUrl(code: InsteadCode, { supportEmail, policyUrl, helpUrl }: PortalFrame): string | undefined {
  if (code === "read-policy") return safeUrl(policyUrl);
  const isForTheShop = code === "ask-question" || code === "cancel-order" || code === "warranty";
  if (!isForTheShop) return undefined;
  return safeUrl(helpUrl) ?? (supportEmail ? `mailto:${supportEmail}` : undefined);
}
