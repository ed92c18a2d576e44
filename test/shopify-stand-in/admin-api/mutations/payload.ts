import type { UserError } from "../errors.ts";

/** A business failure: the object is null and `userErrors` says why. */
export function failed(name: string, ...userErrors: UserError[]): Record<string, unknown> {
  return { [name]: null, userErrors };
}

export function done(name: string, value: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { [name]: value, ...more, userErrors: [] };
}
