import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";

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

type Answer = { readonly userErrors: readonly ShopifyUserError[] } | null | undefined;

/** The first user error of a mutation as a refusal. */
export function refusal(answer: Answer): ReturnType<typeof refuse<RefusedByShopify>> | undefined {
  const error = firstUserError(answer?.userErrors);
  return error && refuse({ code: "refused_by_shopify", reason: error.code, message: error.message });
}

/** What came of a mutation that answers nothing else. */
export function doneOr(answer: Answer): Result<null, RefusedByShopify> {
  return refusal(answer) ?? ok(null);
}
