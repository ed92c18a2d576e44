import { Icon } from "./icons.tsx";
import type { Portal } from "./portal.ts";
import type { TimelineStep } from "./status-views.ts";

/** Every step of a return: what is done and when, where it stands, what comes next and by when. */
export function Timeline({ portal, steps }: { readonly portal: Portal; readonly steps: readonly TimelineStep[] }) {
  const { t } = portal;
  return (
    <section aria-labelledby="amends-timeline" className="amends-card">
      <h2 id="amends-timeline" className="amends-subheading">
        {t("status.timeline")}
      </h2>
      <Steps portal={portal} steps={steps} />
    </section>
  );
}

/** The steps alone, for a card that is about more. */
export function Steps({ portal, steps }: { readonly portal: Portal; readonly steps: readonly TimelineStep[] }) {
  const { t } = portal;
  return (
    <ol className="amends-timeline">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className={`amends-timeline__step amends-timeline__step--${step.state}`}
        >
          <span className="amends-timeline__dot">{step.state === "done" ? <Icon name={isBadEnd(step) ? "alert" : "check"} /> : null}</span>
          <span className="amends-timeline__text">
            <span className="amends-timeline__name">{t(`status.step.${step.key}`)}</span>{" "}
            <span className={step.state === "current" ? "amends-timeline__now" : "amends-hidden"}>
              ({t(`status.stepState.${step.state}`)})
            </span>
            <When portal={portal} step={step} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function When({ portal, step }: { readonly portal: Portal; readonly step: TimelineStep }) {
  if (step.at) {
    return (
      <time dateTime={step.at.at} className="amends-muted">
        {portal.dateTime(step.at)}
      </time>
    );
  }
  if (!step.expectedOn) return null;
  return <span className="amends-muted">{portal.t("status.expected", { date: portal.day(step.expectedOn) })}</span>;
}

function isBadEnd(step: TimelineStep): boolean {
  return step.key === "declined" || step.key === "cancelled" || step.key === "irreparable";
}
