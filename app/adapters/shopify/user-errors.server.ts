/** A business refusal of Shopify: HTTP 200, no errors, but `userErrors`. */
export interface ShopifyUserError {
  readonly field?: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
}

/** The first user error as one line for the log and the case, or undefined when there is none. */
export function firstUserError(errors: readonly ShopifyUserError[] | undefined): { code: string; message: string } | undefined {
  const [first] = errors ?? [];
  return first ? { code: first.code ?? "REFUSED", message: [first.field?.join("."), first.message].filter(Boolean).join(": ") } : undefined;
}
