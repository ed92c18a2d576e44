import { Parts, RESOLUTION_ICONS, Terms, TotalLine } from "./amounts.tsx";
import { ErrorSummary, fieldId, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { Heading, ItemsList, OrderLine, Progress } from "./layout.tsx";
import type { OrderSummary } from "./page-parts.ts";
import { timeText } from "./portal.ts";
import type { Portal } from "./portal.ts";
import type { ConfirmPage, ExchangeLine, OrderToConfirm, ResolutionOption } from "./solution-views.ts";

export function ConfirmView({ portal, page }: { readonly portal: Portal; readonly page: ConfirmPage }) {
  const { t } = portal;
  return (
    <div>
      <Progress portal={portal} current="confirm" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("confirm.intro")}>{t("confirm.heading")}</Heading>
      {page.further ? null : <OrderLine portal={portal} order={page.order} />}
      <div className="amends-split">
        {page.further ? (
          <div className="amends-split__main">
            {[page, ...page.further].map((one) =>
              one.order ? <OrderToConfirmCard key={one.order.name} portal={portal} one={one} order={one.order} /> : null,
            )}
          </div>
        ) : (
          <div className="amends-split__main">
            <section aria-labelledby="amends-confirm-items" className="amends-card">
              <h2 id="amends-confirm-items" className="amends-subheading">
                {t("confirm.items")}
              </h2>
              <ItemsList portal={portal} items={page.items} />
            </section>
            <Next portal={portal} page={page} />
          </div>
        )}
        <div className="amends-split__side">
          <section aria-labelledby="amends-confirm-solution" className="amends-card">
            <h2 id="amends-confirm-solution" className="amends-subheading">
              {t(page.further ? "together.totals" : "confirm.solution")}
            </h2>
            {page.further ? <Totals portal={portal} page={page} /> : <Solutions portal={portal} one={page} />}
            <ConfirmForm portal={portal} page={page} />
          </section>
          {page.further ? <Next portal={portal} page={page} /> : null}
        </div>
      </div>
    </div>
  );
}

function ConfirmForm({ portal, page }: { readonly portal: Portal; readonly page: ConfirmPage }) {
  const { t } = portal;
  return (
    <StepForm portal={portal} step="confirm">
      <input type="hidden" name="formkey" value={page.formKey} />
      <div className="amends-actions amends-actions--stacked">
        <SubmitButton>{t("confirm.submit")}</SubmitButton>
        {page.further ? null : (
          <StepLink portal={portal} step="options" token={portal.frame.token}>
            {t("confirm.change")}
          </StepLink>
        )}
        {page.moreToken ? (
          <StepLink portal={portal} step="together" token={page.moreToken}>
            {t("together.link")}
          </StepLink>
        ) : null}
      </div>
    </StepForm>
  );
}

interface OrderCardProps {
  readonly portal: Portal;
  readonly one: OrderToConfirm;
  readonly order: OrderSummary;
}

/** One order of several, with all that is decided about it. */
function OrderToConfirmCard({ portal, one, order }: OrderCardProps) {
  const { t } = portal;
  const id = fieldId(`confirm-${order.name.replaceAll(/\W+/g, "")}`);
  return (
    <section aria-labelledby={id} className="amends-card">
      <h2 id={id} className="amends-subheading">
        {t("frame.order", { name: order.name })}{" "}
        <span className="amends-muted">{t("frame.placedOn", { date: portal.date(order.placedAt) })}</span>
      </h2>
      <ItemsList portal={portal} items={one.items} />
      <Solutions portal={portal} one={one} />
      <p className="amends-row amends-joint">
        {one.change ? (
          <StepLink portal={portal} step={one.change.step} token={one.change.token}>
            {t("together.change", { name: order.name })}
          </StepLink>
        ) : null}
        {one.leaveOut ? (
          <StepLink portal={portal} step={one.leaveOut.step} token={one.leaveOut.token}>
            {t("together.leaveOut", { name: order.name })}
          </StepLink>
        ) : null}
      </p>
    </section>
  );
}

/** What all of it comes to: amounts of two currencies are never one sum. */
function Totals({ portal, page }: { readonly portal: Portal; readonly page: ConfirmPage }) {
  const { t } = portal;
  const totals = page.totals ?? [];
  return (
    <>
      {totals.map((total) => (
        <p key={total.currency}>
          <TotalLine portal={portal} option={{ total }} />
        </p>
      ))}
      {totals.length > 1 ? <p className="amends-hint">{t("together.currencies")}</p> : null}
      <p className="amends-hint">{t("together.perOrder")}</p>
    </>
  );
}

function Solutions({ portal, one }: { readonly portal: Portal; readonly one: OrderToConfirm }) {
  return [one.option, ...(one.others ?? [])].map((option) => (
    <div key={option.kind} className="amends-solution">
      <p className="amends-option__label">
        <Icon name={RESOLUTION_ICONS[option.kind]} />
        <strong className="amends-option__name">{portal.t(`resolution.${option.kind}`)}</strong>
        <TotalLine portal={portal} option={option} />
      </p>
      <NewItems portal={portal} lines={option.exchange ?? []} />
      <Parts portal={portal} option={option} />
      <Terms portal={portal} option={option} />
    </div>
  ));
}

function Next({ portal, page }: { readonly portal: Portal; readonly page: ConfirmPage }) {
  const steps = [page, ...(page.further ?? [])].flatMap((one) => nextOf(portal, one));
  return (
    <section aria-labelledby="amends-confirm-next" className="amends-card">
      <h2 id="amends-confirm-next" className="amends-subheading">
        {portal.t("confirm.next")}
      </h2>
      <ol className="amends-next">
        {[...new Set(steps)].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function NewItems({ portal, lines }: { readonly portal: Portal; readonly lines: readonly ExchangeLine[] }) {
  const chosen = lines.flatMap((line) =>
    line.variants.filter((variant) => variant.id === line.chosen).map((variant) => ({ line, variant })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul className="amends-terms">
      {chosen.map(({ line, variant }) => (
        <li key={line.key}>
          {portal.t("confirm.newItem", {
            from: line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title,
            to: variant.title,
          })}
        </li>
      ))}
    </ul>
  );
}

/** The steps of every part of the request; where only some of the items are kept, it says which. */
function nextOf(portal: Portal, { option, others = [], items }: OrderToConfirm): string[] {
  const solutions = [option, ...others];
  const isPartlyKept = solutions.some(({ sendBack }) => sendBack) && solutions.some(({ sendBack }) => !sendBack);
  return solutions.flatMap((one) => {
    const own = items.filter(({ solution }) => solution?.kind === one.kind).map(({ title }) => title);
    const kept = isPartlyKept ? portal.t("confirm.nextKeepItems", { items: own.join(", ") }) : portal.t("confirm.nextKeep");
    return nextSteps(portal, one, kept);
  });
}

function nextSteps(portal: Portal, option: ResolutionOption, kept: string): string[] {
  const { t } = portal;
  const time = timeText(portal, option.time);
  const { minor, currency } = option.total;
  const amount = portal.money({ minor: Math.abs(minor), currency });
  const isGoods = option.exchange !== undefined || option.kind === "exchange" || option.kind === "replacement";
  return [
    option.approval === "by-staff" && t("confirm.nextApprove"),
    option.sendBack
      ? t(option.approval === "by-staff" ? "confirm.nextLabelLater" : "confirm.nextLabel")
      : option.asksToDonate
        ? t("confirm.nextDonate")
        : kept,
    option.sendBack && t("confirm.nextSend"),
    option.dependsOnCondition && t("confirm.nextCondition"),
    minor < 0 && t("confirm.nextPayMore", { amount }),
    option.kind === "repair" && t("confirm.nextRepair", { time }),
    isGoods && t("confirm.nextExchange", { time }),
    minor > 0 && t("confirm.nextPaid", { amount, time }),
  ].filter((step): step is string => typeof step === "string");
}
