import type { IconName } from "./icons.tsx";
import { timeText } from "./portal.ts";
import type { Portal } from "./portal.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { AmountPart, AmountPartKind, ChosenItem, ResolutionKind, ResolutionOption } from "./solution-views.ts";

export const RESOLUTION_ICONS: Readonly<Record<ResolutionKind, IconName>> = {
  refund: "money",
  "store-credit": "gift",
  exchange: "swap",
  "gift-card": "gift",
  replacement: "parcel",
  "keep-it": "keep",
  repair: "wrench",
  mixed: "several",
};

/** Parts whose text names the rate when it is known. */
const RATED: ReadonlySet<AmountPartKind> = new Set(["tax", "restocking-fee", "bonus"]);

/** What is said instead of an amount of nothing; money that comes back is named even then. */
const NOTHING_MOVES: Partial<Record<ResolutionKind, string>> = {
  exchange: "options.even",
  replacement: "options.even",
  repair: "options.free",
};

interface TotalOf {
  readonly total: Money;
  readonly kind?: ResolutionKind;
}

/** The line that says which way the money goes: "You get $42.50", "You pay $5.00", "Even swap". */
export function TotalLine({ portal, option }: { readonly portal: Portal; readonly option: TotalOf }) {
  const { t } = portal;
  const { minor, currency } = option.total;
  const nothing = minor === 0 && option.kind ? NOTHING_MOVES[option.kind] : undefined;
  if (nothing) return <span className="amends-total">{t(nothing)}</span>;
  return (
    <span className="amends-total">
      <span className="amends-muted">{t(minor >= 0 ? "options.youGet" : "options.youPay")}</span>{" "}
      <span className="amends-total__amount">{portal.money({ minor: Math.abs(minor), currency })}</span>
    </span>
  );
}

/** Every part of the sum, then the sum. Parts that are only told ("includes tax") stand apart and are not added. */
export function Parts({ portal, option }: { readonly portal: Portal; readonly option: ResolutionOption }) {
  const { t } = portal;
  if (option.parts.length === 0) return null;
  return (
    <dl className="amends-parts" aria-label={t("options.how")}>
      {option.parts.map((part, index) => (
        <div key={index} className={part.included ? "amends-parts__row amends-muted" : "amends-parts__row"}>
          <dt>
            {part.included ? `${t("options.included")} ` : null}
            {partName(portal, part)}
          </dt>
          <dd className="amends-amount">{signed(portal, part.amount)}</dd>
        </div>
      ))}
      <div className="amends-parts__row amends-parts__row--total">
        <dt>{t("options.total")}</dt>
        <dd className="amends-amount">{signed(portal, option.total)}</dd>
      </div>
      {(option.paidAs ?? []).map(({ kind, amount }) => (
        <div key={kind} className="amends-parts__row amends-muted">
          <dt>{t("options.paidAs", { way: t(`resolution.${kind}`) })}</dt>
          <dd className="amends-amount">{portal.money(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When it happens, where it goes, whether the item is sent back, who decides. */
export function Terms({ portal, option }: { readonly portal: Portal; readonly option: ResolutionOption }) {
  const { t } = portal;
  const terms = [
    timeText(portal, option.time),
    option.paidTo && t("options.paidTo", { target: option.paidTo }),
    option.expiresOn && t("options.expires", { date: portal.day(option.expiresOn) }),
    option.sendBack ? t("options.sendBack") : t(option.asksToDonate ? "options.donate" : "options.keep"),
    option.approval === "at-once" ? t("options.atOnce") : t("options.byStaff"),
  ].filter(Boolean);
  return (
    <ul className="amends-terms">
      {terms.map((term) => (
        <li key={term}>{term}</li>
      ))}
    </ul>
  );
}

/** What becomes of one item, in one line: "Exchange: L · Even swap". */
export function solutionText(portal: Portal, { kind, variant, amount }: NonNullable<ChosenItem["solution"]>): string {
  const name = portal.t(`resolution.${kind}`);
  const named = variant ? portal.t("options.choiceVariant", { name, variant }) : name;
  const result = amount ? resultText(portal, kind, amount) : "";
  return result ? portal.t("options.choiceResult", { name: named, result }) : named;
}

function resultText(portal: Portal, kind: ResolutionKind, { minor, currency }: Money): string {
  const { t } = portal;
  if (minor === 0) return kind === "exchange" ? t("options.even") : kind === "repair" ? t("options.free") : "";
  return `${t(minor > 0 ? "options.youGet" : "options.youPay")} ${portal.money({ minor: Math.abs(minor), currency })}`;
}

function partName({ t, percent }: Portal, part: AmountPart): string {
  return part.rateBp !== undefined && RATED.has(part.kind)
    ? t(`part.${part.kind}Rate`, { rate: percent(part.rateBp) })
    : t(`part.${part.kind}`);
}

function signed(portal: Portal, amount: Money): string {
  return amount.minor < 0 ? `\u2212${portal.money({ minor: -amount.minor, currency: amount.currency })}` : portal.money(amount);
}
