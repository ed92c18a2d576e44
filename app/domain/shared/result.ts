/** An expected outcome: either a value, or a refusal with a literal code. A throw means a bug or a fault, never a refusal. */
export type Result<T, E extends Refusal = Refusal> = Ok<T> | Refused<E>;

/** What was refused and why. `code` is a literal that routes map to a translated text; the rest is what that text needs. */
export interface Refusal {
  readonly code: string;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<E extends Refusal> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a refusal as a failure. */
export function refuse<const E extends Refusal>(error: E): Refused<E> {
  return { ok: false, error };
}

/** Ends an exhaustive `switch`: the compiler refuses a case that was forgotten, and a value from outside the type throws. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable value: ${JSON.stringify(value)}`);
}
