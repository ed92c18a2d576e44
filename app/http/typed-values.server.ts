import { withoutNul } from "#app/domain/shared/plain-text.ts";

/** The value of a JSON text in a form, as it can be stored; what is no JSON text is undefined. */
export function jsonField(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text, storable) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? withoutNul(value) : value;
}
