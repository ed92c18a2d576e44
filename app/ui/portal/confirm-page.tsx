import { Parts, RESOLUTION_ICONS, Terms, TotalLine } from "./amounts.tsx";
import { ErrorSummary, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { Heading, ItemsList, OrderLine, Progress } from "./layout.tsx";
import { timeText } from "./portal.ts";
import type { Portal } from "./portal.ts";
import type { ConfirmPage, ExchangeLine, ResolutionOption } from "./solution-views.ts";

export function ConfirmView({ portal, page }: { readonly portal: Portal; readonly page: ConfirmPage }) {
  const { t } = portal;
  const solutions = [page.option, ...(page.others ?? [])];
  return (
    <div>
      <Progress portal={portal} current="confirm" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("confirm.intro")}>{t("confirm.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <div className="amends-split">
        <div className="amends-split__main">
          <section aria-labelledby="amends-confirm-items" className="amends-card">
            <h2 id="amends-confirm-items" className="amends-subheading">
              {t("confirm.items")}
            </h2>
            <ItemsList portal={portal} items={page.items} />
          </section>
          <section aria-labelledby="amends-confirm-next" className="amends-card">
            <h2 id="amends-confirm-next" className="amends-subheading">
              {t("confirm.next")}
            </h2>
            <ol className="amends-next">
              {[...new Set(nextOf(portal, page))].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        </div>
        <section aria-labelledby="amends-confirm-solution" className="amends-card amends-split__side">
          <h2 id="amends-confirm-solution" className="amends-subheading">
            {t("confirm.solution")}
          </h2>
          {solutions.map((option) => (
            <div key={option.kind} className="amends-solution">
              <p className="amends-option__label">
                <Icon name={RESOLUTION_ICONS[option.kind]} />
                <strong className="amends-option__name">{t(`resolution.${option.kind}`)}</strong>
                <TotalLine portal={portal} option={option} />
              </p>
              <NewItems portal={portal} lines={option.exchange ?? []} />
              <Parts portal={portal} option={option} />
              <Terms portal={portal} option={option} />
            </div>
          ))}
          <StepForm portal={portal} step="confirm">
            <input type="hidden" name="formkey" value={page.formKey} />
            <div className="amends-actions amends-actions--stacked">
              <SubmitButton>{t("confirm.submit")}</SubmitButton>
              <StepLink portal={portal} step="options" token={portal.frame.token}>
                {t("confirm.change")}
              </StepLink>
            </div>
          </StepForm>
        </section>
      </div>
    </div>
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
function nextOf(portal: Portal, { option, others = [], items }: ConfirmPage): string[] {
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
  const isGoods = option.exchange !== undefined || option.kind === "exchange" || option.kind === "replacement" || option.kind === "repair";
  return [
    option.approval === "by-staff" && t("confirm.nextApprove"),
    option.sendBack
      ? t(option.approval === "by-staff" ? "confirm.nextLabelLater" : "confirm.nextLabel")
      : option.asksToDonate
        ? t("confirm.nextDonate")
        : kept,
    option.sendBack && t("confirm.nextSend"),
    minor < 0 && t("confirm.nextPayMore", { amount }),
    isGoods && t("confirm.nextExchange", { time }),
    minor > 0 && t("confirm.nextPaid", { amount, time }),
  ].filter((step): step is string => typeof step === "string");
}
