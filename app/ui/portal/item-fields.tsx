import type { OptionalWhile } from "./optional.tsx";
import { describedBy, errorsOf, FieldErrors, fieldId, TextArea } from "./controls.tsx";
import { lineField } from "./fields.ts";
import { QuestionFields } from "./question-fields.tsx";
import { EvidenceList, PhotoField } from "./photo-field.tsx";
import type { Portal } from "./portal.ts";
import type { ItemLine, ItemsPage } from "./view-models.ts";

interface ItemFieldsProps {
  readonly portal: Portal;
  readonly page: ItemsPage;
  readonly line: ItemLine;
  readonly maxQuantity: number;
}

/** Quantity, reason, note and photos of one item; the style sheet shows them once the item is ticked. */
export function ItemFields({ portal, page, line, maxQuantity }: ItemFieldsProps) {
  const { t } = portal;
  const note = lineField("note", line.key);
  const photo = lineField("photo", line.key);
  const kept = line.chosen?.evidence ?? [];
  return (
    <div className="amends-item__more">
      <div className="amends-columns">
        <QuantityField portal={portal} page={page} line={line} maxQuantity={maxQuantity} />
        <ReasonField portal={portal} page={page} line={line} />
      </div>
      <QuestionFields portal={portal} page={page} line={line} />
      <TextArea
        portal={portal}
        name={note}
        label={t("items.note")}
        hint={t("items.noteHint", { max: page.noteMax })}
        value={line.chosen?.note}
        optionalWhile={optionalWhile(line, "note")}
        maxLength={page.noteMax}
        errors={page.errors}
      />
      {kept.length > 0 ? (
        <fieldset className="amends-fieldset">
          <legend className="amends-label">{t("items.photoKept")}</legend>
          <EvidenceList portal={portal} evidence={kept} name={lineField("evidence", line.key)} />
        </fieldset>
      ) : null}
      {line.photo === "hidden" ? null : (
        <PhotoField
          portal={portal}
          name={photo}
          label={t(page.photos.videoMaxBytes ? "items.photoOrVideo" : "items.photo")}
          rules={page.photos}
          isRequired={line.photo === "required"}
          optionalWhile={optionalWhile(line, "photo")}
          errors={page.errors}
        />
      )}
    </div>
  );
}

/** Undefined where no reason asks for it. */
function optionalWhile({ key, reasons, chosen, suggested }: ItemLine, what: "note" | "photo"): OptionalWhile | undefined {
  const values = reasons.filter(({ needs }) => !needs?.includes(what)).map(({ value }) => value);
  if (values.length === reasons.length) return undefined;
  return { field: lineField("reason", key), values, isMet: values.includes(chosen?.reason ?? suggested?.reason ?? "") };
}

function QuantityField({ portal, page, line, maxQuantity }: ItemFieldsProps) {
  const { t } = portal;
  const name = lineField("quantity", line.key);
  const hasError = errorsOf(page.errors, name).length > 0;
  if (maxQuantity === 1 && !hasError) return <input type="hidden" name={name} value="1" />;
  return (
    <div className="amends-field">
      <label htmlFor={fieldId(name)} className="amends-label">
        {t("items.quantity")}
      </label>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={Math.min(Math.max(line.chosen?.quantity ?? 1, 1), maxQuantity)}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: false, hasError })}
        className="amends-input"
      >
        {Array.from({ length: maxQuantity }, (_, index) => (
          <option key={index} value={index + 1}>
            {t("items.quantityOf", { count: index + 1, max: maxQuantity })}
          </option>
        ))}
      </select>
      <FieldErrors portal={portal} name={name} errors={page.errors} />
    </div>
  );
}

function ReasonField({ portal, page, line }: Omit<ItemFieldsProps, "maxQuantity">) {
  const { t } = portal;
  const name = lineField("reason", line.key);
  const { suggested } = line;
  const hasError = errorsOf(page.errors, name).length > 0;
  return (
    <div className="amends-field">
      <label htmlFor={fieldId(name)} className="amends-label">
        {t("items.reason")}
      </label>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={line.chosen?.reason ?? suggested?.reason ?? ""}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: suggested !== undefined, hasError })}
        className="amends-input"
      >
        <option value="">{t("items.reasonChoose")}</option>
        {line.reasons.map((reason) => (
          <option key={reason.value} value={reason.value}>
            {reason.label}
          </option>
        ))}
      </select>
      {suggested ? (
        <p id={`${fieldId(name)}-hint`} className="amends-hint">
          {t("items.suggestedLate", {
            reason: line.reasons.find(({ value }) => value === suggested.reason)?.label,
            promised: portal.day(suggested.promisedOn),
            arrived: portal.day(suggested.arrivedOn),
          })}
        </p>
      ) : null}
      <FieldErrors portal={portal} name={name} errors={page.errors} />
    </div>
  );
}
