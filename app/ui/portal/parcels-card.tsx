import { FieldErrors, StepForm, SubmitButton, errorsOf, fieldId } from "./controls.tsx";
import type { PickupOffer, PickupShown, ParcelsView } from "./parcel-views.ts";
import type { Portal } from "./portal.ts";
import type { StatusPage } from "./status-views.ts";

interface ParcelsProps {
  readonly portal: Portal;
  readonly page: StatusPage;
  readonly parcels: ParcelsView;
}

/** Collections at the door, and labels for more parcels. Plain forms: they work without scripts. */
export function ParcelsCard({ portal, page, parcels }: ParcelsProps) {
  const { t } = portal;
  const { underWay, moreKey, pickups, pickupOffer } = parcels;
  return (
    <section aria-labelledby="amends-parcels" className="amends-card amends-card--stack">
      <h2 id="amends-parcels" className="amends-subheading">
        {t("parcels.heading")}
      </h2>
      {underWay > 0 ? <p className="amends-hint">{t("parcels.underWay")}</p> : null}
      {pickups.map((pickup) => (
        <Booked key={pickup.id} portal={portal} pickup={pickup} />
      ))}
      {pickupOffer ? <PickupForm portal={portal} page={page} offer={pickupOffer} /> : null}
      {moreKey ? (
        <details className="amends-details" open={errorsOf(page.errors, "parcelkey").length > 0}>
          <summary className="amends-details__summary">{t("parcels.more")}</summary>
          <StepForm portal={portal} step="label">
            <input type="hidden" name="parcelkey" value={moreKey} />
            <p className="amends-hint">{t("parcels.moreHint")}</p>
            <FieldErrors portal={portal} name="parcelkey" errors={page.errors} />
            <SubmitButton look="secondary">{t("parcels.moreSubmit")}</SubmitButton>
          </StepForm>
        </details>
      ) : null}
    </section>
  );
}

/** Clock hours are written the same in every language of the portal. */
function hours({ fromHour, toHour }: { readonly fromHour: number; readonly toHour: number }): string {
  return `${fromHour}:00 – ${toHour}:00`;
}

function Booked({ portal, pickup }: { readonly portal: Portal; readonly pickup: PickupShown }) {
  const { t } = portal;
  const { id, state, confirmation } = pickup;
  return (
    <div>
      <p>
        <strong>{t("parcels.pickupAt", { date: portal.day(pickup.date), hours: hours(pickup) })}</strong>
      </p>
      {state === "wanted" ? <p className="amends-hint">{t("parcels.pickupWaiting")}</p> : null}
      {confirmation ? (
        <p>
          {t("parcels.confirmation")} <code className="amends-code">{confirmation}</code>
        </p>
      ) : null}
      {state === "booked" ? (
        <details className="amends-details">
          <summary className="amends-details__summary">{t("parcels.cancel")}</summary>
          <StepForm portal={portal} step="pickupcancel">
            <input type="hidden" name="pickup" value={id} />
            <p className="amends-hint">{t("parcels.cancelHint")}</p>
            <SubmitButton look="danger">{t("parcels.cancelSubmit")}</SubmitButton>
          </StepForm>
        </details>
      ) : null}
    </div>
  );
}

function PickupForm({ portal, page, offer }: { readonly portal: Portal; readonly page: StatusPage; readonly offer: PickupOffer }) {
  const { t } = portal;
  const { parcels, dates, windows, addressLines } = offer;
  const hasErrors = ["pickupdate", "pickupaddress"].some((name) => errorsOf(page.errors, name).length > 0);
  const parcelChoices = parcels.map(({ labelId, parcel }) => ({ value: labelId, text: t("parcels.parcel", { parcel }) }));
  return (
    <details className="amends-details" open={hasErrors}>
      <summary className="amends-details__summary">{t("parcels.pickup")}</summary>
      <StepForm portal={portal} step="pickup">
        {parcels.length === 1 ? (
          <input type="hidden" name="label" value={parcels[0]?.labelId} />
        ) : (
          <Choice portal={portal} page={page} name="label" label={t("parcels.which")} choices={parcelChoices} />
        )}
        <Choice
          portal={portal}
          page={page}
          name="pickupdate"
          label={t("parcels.date")}
          choices={dates.map((date) => ({ value: date, text: portal.day(date) }))}
        />
        <Choice
          portal={portal}
          page={page}
          name="pickupwindow"
          label={t("parcels.window")}
          choices={windows.map((window) => ({ value: window.key, text: hours(window) }))}
        />
        <div className="amends-field">
          <p className="amends-label">{t("parcels.address")}</p>
          <p className="amends-address">
            {addressLines.map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </p>
          <label className="amends-preview__keep">
            <input id={fieldId("pickupaddress")} type="checkbox" name="pickupaddress" value="1" required className="amends-check" />
            <span>{t("parcels.confirmAddress")}</span>
          </label>
          <FieldErrors portal={portal} name="pickupaddress" errors={page.errors} />
        </div>
        <SubmitButton look="secondary">{t("parcels.submit")}</SubmitButton>
      </StepForm>
    </details>
  );
}

interface ChoiceProps {
  readonly portal: Portal;
  readonly page: StatusPage;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

function Choice({ portal, page, name, label, choices }: ChoiceProps) {
  return (
    <div className="amends-field">
      <label htmlFor={fieldId(name)} className="amends-label">
        {label}
      </label>
      <select id={fieldId(name)} name={name} className="amends-input">
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <FieldErrors portal={portal} name={name} errors={page.errors} />
    </div>
  );
}
