import type { Explained } from "#app/domain/policies/explanation.ts";
import type { PolicyPageText, PolicyStatement } from "#app/domain/policies/policy-statements.ts";
import type { PolicyWords } from "#app/ui/policies/policy-words.ts";
import { policyWords } from "#app/ui/policies/policy-words.ts";
import { withoutIdleFees } from "#app/ui/policies/rule-in-words.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import { portalPath } from "./fields.ts";
import { Heading } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import type { PolicyTextPage } from "./view-models.ts";

/** Sentences that the admin says to the merchant and this page to the shopper. */
const SAID_TO_SHOPPERS: ReadonlySet<Explained["code"]> = new Set([
  "needs_review",
  "label_paid_by_merchant",
  "label_paid_by_customer",
  "shipping_refunded_at_fault",
]);

/** The return policy as the rules have it, in the shopper's language; the first paragraph that fits an item counts. */
export function PolicyTextView({ portal, page }: { readonly portal: Portal; readonly page: PolicyTextPage }) {
  const { t, frame } = portal;
  const { text, validFrom } = page;
  return (
    <div className="amends-narrow">
      <Heading lead={text.statements.length > 1 ? t("policyPage.lead") : undefined}>{t("policyPage.heading")}</Heading>
      <PolicyStatements portal={portal} text={text} />
      {validFrom ? <p className="amends-muted">{t("policyPage.validFrom", { date: portal.date(validFrom) })}</p> : null}
      <p className="amends-actions">
        <a href={portalPath(frame.base)} className="amends-button amends-button--primary" data-amends-go="">
          {t("policyPage.start")}
        </a>
      </p>
    </div>
  );
}

/** What the rules say, paragraph by paragraph, and what holds for every item. */
export function PolicyStatements({ portal, text }: { readonly portal: Portal; readonly text: PolicyPageText }) {
  const { t, locale } = portal;
  const words = policyWords(shopperTranslator(locale, ["policy"]).t, locale);
  return (
    <div className="amends-cards">
      {text.statements.map((statement, index) => (
        <section key={index} className="amends-card">
          <h2 className="amends-label">{conditionText(portal, words, { statement, isOnly: text.statements.length === 1 })}</h2>
          <ul className="amends-points">
            {withoutIdleFees(statement.then).map((sentence, place) => (
              <li key={place}>{SAID_TO_SHOPPERS.has(sentence.code) ? t(`policyPage.then.${sentence.code}`) : words.sentence(sentence)}</li>
            ))}
          </ul>
        </section>
      ))}
      <GoodToKnow portal={portal} words={words} text={text} />
    </div>
  );
}

interface Condition {
  readonly statement: PolicyStatement;
  readonly isOnly: boolean;
}

function conditionText({ t }: Portal, words: PolicyWords, { statement, isOnly }: Condition): string {
  const { when, isPersonal } = statement;
  if (isPersonal) return t("policyPage.personal");
  if (when.length === 0) return t(isOnly ? "policyPage.always" : "policyPage.otherwise");
  return t("policyPage.if", { conditions: words.list(when.map(words.explained), "and") });
}

/** What holds for every item, whichever paragraph fits it. */
function GoodToKnow({ portal, words, text }: { readonly portal: Portal; readonly words: PolicyWords; readonly text: PolicyPageText }) {
  const { t } = portal;
  const { freeReasons, photoReasons, photoHelpsReasons, transitDays, transitByCountry } = text;
  const named = (reasons: readonly string[]) => ({ reasons: words.list(reasons.map(words.reason), "or") });
  return (
    <section className="amends-card">
      <h2 className="amends-label">{t("policyPage.goodToKnow")}</h2>
      <ul className="amends-points">
        {freeReasons.length > 0 ? <li>{t("policyPage.free", named(freeReasons))}</li> : null}
        {photoReasons.length > 0 ? <li>{t("policyPage.photoNeeded", named(photoReasons))}</li> : null}
        {photoHelpsReasons.length > 0 ? <li>{t("policyPage.photoHelps", named(photoHelpsReasons))}</li> : null}
        <li>{t("policyPage.transit", { count: transitDays })}</li>
        {transitByCountry.map(({ country, days }) => (
          <li key={country}>{t("policyPage.transitTo", { country: words.country(country), count: days })}</li>
        ))}
        <li>{t("policyPage.notSent")}</li>
        <li>{t(`policyPage.duties.${text.duties}`)}</li>
        {text.tips === "with_whole_order" ? <li>{t("policyPage.tips")}</li> : null}
      </ul>
    </section>
  );
}
