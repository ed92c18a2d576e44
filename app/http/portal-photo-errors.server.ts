import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { formatFileSize } from "#app/ui/format.ts";
import { shopperLanguage } from "#app/ui/shopper-texts.ts";
import type { PhotoRefused } from "#app/use-cases/returns/add-evidence.server.ts";
import { EVIDENCE_RULES } from "#app/use-cases/returns/add-evidence.server.ts";

/** What is wrong with a photo, beside its field. */
export function photoError({ code, maxBytes = 0 }: PhotoRefused, field: string, locale: string): FieldError {
  switch (code) {
    case "video_too_large":
      return { field, code: "video-too-large", values: { size: formatFileSize(maxBytes, shopperLanguage(locale)) } };
    case "photo_too_large":
      return { field, code: "photo-too-large", values: { size: formatFileSize(EVIDENCE_RULES.maxBytes, shopperLanguage(locale)) } };
    case "photo_wrong_type":
      return { field, code: "photo-wrong-type" };
    case "photo_too_many":
      return { field, code: "photo-too-many", values: { max: EVIDENCE_RULES.maxCount } };
  }
}
