import type { OptionalWhile } from "./optional.tsx";
import { describedBy, errorsOf, FieldErrors, fieldId } from "./controls.tsx";
import { Optional } from "./optional.tsx";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";
import type { EvidenceView, FieldError, PhotoRules } from "./page-parts.ts";

interface PhotoFieldProps {
  readonly portal: Portal;
  readonly name: string;
  readonly label: string;
  readonly rules: PhotoRules;
  readonly isRequired: boolean;
  /** Absent: always, unless it is required. */
  readonly optionalWhile?: OptionalWhile | undefined;
  readonly errors: readonly FieldError[];
}

/** A file field for photos; the custom element checks size and type before anything is sent and shows small previews. */
export function PhotoField({ portal, name, label, rules, isRequired, optionalWhile, errors }: PhotoFieldProps) {
  const { t } = portal;
  const size = portal.fileSize(rules.maxBytes);
  const videoSize = rules.videoMaxBytes ? portal.fileSize(rules.videoMaxBytes) : undefined;
  const hasError = errorsOf(errors, name).length > 0;
  return (
    <div className="amends-field" data-amends-photo="">
      <label htmlFor={fieldId(name)} className="amends-label">
        {label} {isRequired ? null : <Optional portal={portal} when={optionalWhile} />}
      </label>
      <input
        id={fieldId(name)}
        name={name}
        type="file"
        multiple={rules.maxCount > 1}
        accept={rules.types.join(",")}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: true, hasError: true })}
        data-max-bytes={Math.max(rules.maxBytes, rules.videoMaxBytes ?? 0)}
        data-max-count={rules.maxCount}
        data-too-large={videoSize ? t("errors.video-too-large", { size: videoSize }) : t("errors.photo-too-large", { size })}
        data-wrong-type={t(videoSize ? "errors.evidence-wrong-type" : "errors.photo-wrong-type")}
        data-too-many={t("errors.photo-too-many", { max: rules.maxCount })}
        className="amends-file"
      />
      <p id={`${fieldId(name)}-hint`} className="amends-hint">
        {t("items.photoHint", { count: rules.maxCount, size })} {videoSize ? t("items.videoHint", { size: videoSize }) : null}
      </p>
      {hasError ? (
        <FieldErrors portal={portal} name={name} errors={errors} />
      ) : (
        <p id={`${fieldId(name)}-error`} className="amends-error" hidden />
      )}
      <ul className="amends-previews" hidden />
    </div>
  );
}

/** Photos that are already stored, shown small; `name` adds a ticked box to each, so that clearing it takes the photo away. */
export function EvidenceList({
  portal,
  evidence,
  name,
}: {
  readonly portal: Portal;
  readonly evidence: readonly EvidenceView[];
  readonly name?: string;
}) {
  return (
    <ul className="amends-previews">
      {evidence.map((photo) => (
        <li key={photo.id} className="amends-preview">
          {safeUrl(photo.url) ? (
            <img
              src={safeUrl(photo.url)}
              alt=""
              width="56"
              height="56"
              loading="lazy"
              referrerPolicy="no-referrer"
              className="amends-preview__image"
            />
          ) : null}
          {name ? (
            <label className="amends-preview__keep">
              <input type="checkbox" name={name} value={photo.id} defaultChecked className="amends-check" />
              <span>{portal.t("items.photoKeep", { name: photo.name })}</span>
            </label>
          ) : (
            <span>
              {photo.name} <span className="amends-muted">{portal.fileSize(photo.bytes)}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
