import { policyWords } from "#app/ui/policies/policy-words.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";
import { AppealForm } from "./status-forms.tsx";
import type { FindingView, InspectedLineView, InspectionView, StatusPage } from "./status-views.ts";

/** What the shop found, with photos, and the way to say that it was otherwise. */
export function InspectionCard({
  portal,
  page,
  inspection,
}: {
  readonly portal: Portal;
  readonly page: StatusPage;
  readonly inspection: InspectionView;
}) {
  const { t } = portal;
  return (
    <section aria-labelledby="amends-inspection" className="amends-card">
      <h2 id="amends-inspection" className="amends-subheading">
        {t("status.inspection")}
      </h2>
      {inspection.lines.map((line, index) => (
        <InspectedLine key={index} portal={portal} line={line} />
      ))}
      {inspection.terms ? <p>{t(`status.inspectionTerms.${inspection.terms}`)}</p> : null}
      <ConditionTerms portal={portal} inspection={inspection} />
      {inspection.amount && inspection.terms && !inspection.deduction ? (
        <p>{t("status.inspectionAmount", { amount: portal.money(inspection.amount) })}</p>
      ) : null}
      {inspection.deduction ? (
        <p>
          {t("status.inspectionDeduction", { amount: portal.money(inspection.deduction) })}{" "}
          {inspection.amount ? t("status.inspectionAmount", { amount: portal.money(inspection.amount) }) : null}
        </p>
      ) : null}
      <AppealForm portal={portal} page={page} />
    </section>
  );
}

/** What the rules say about the conditions that were found. */
function ConditionTerms({ portal, inspection }: { readonly portal: Portal; readonly inspection: InspectionView }) {
  const { t, locale } = portal;
  if (inspection.byCondition.length === 0) return null;
  const words = policyWords(shopperTranslator(locale, ["policy"]).t, locale);
  return (
    <ul className="amends-points">
      {inspection.byCondition.map(({ grade, condition, offer }, index) => (
        <li key={index}>
          {t("status.inspectionFor", {
            grade: grade || t(`status.condition.${condition}`),
            terms: offer ? words.sentence(offer) : t("status.inspectionNothing"),
          })}
        </li>
      ))}
    </ul>
  );
}

function InspectedLine({ portal, line }: { readonly portal: Portal; readonly line: InspectedLineView }) {
  const { t } = portal;
  const photos = line.photoUrls.flatMap((url) => safeUrl(url) ?? []);
  const name = line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title;
  return (
    <div>
      <h3 className="amends-label">{name}</h3>
      <ul className="amends-plain">
        {line.findings.map((finding, index) => (
          <li key={index}>{findingText(portal, finding)}</li>
        ))}
        {line.missing > 0 ? <li>{t("status.inspectionMissing", { count: line.missing })}</li> : null}
      </ul>
      {photos.length > 0 ? (
        <p className="amends-pictures">
          {photos.map((url, index) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              <img src={url} alt={t("status.inspectionPhoto", { number: index + 1, title: name })} width={96} height={96} loading="lazy" />
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function findingText({ t, percent }: Portal, { quantity, grade, condition, deductionBp }: FindingView): string {
  const found = t("status.inspectionFound", { quantity, grade: grade || t(`status.condition.${condition}`) });
  return deductionBp > 0 ? `${found} · ${t("status.inspectionKept", { share: percent(deductionBp) })}` : found;
}
