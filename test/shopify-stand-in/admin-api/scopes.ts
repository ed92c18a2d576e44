import { GraphQLError } from "graphql";
import type { Access, AdminSchema } from "./schema.ts";

/** Root fields whose scopes Shopify's file leaves out; every listed scope is needed. */
const NEEDS_ALL: Readonly<Record<string, readonly string[]>> = {
  "QueryRoot.returnableFulfillments": ["read_orders", "read_returns"],
  "QueryRoot.returnReasonDefinitions": ["read_returns"],
  "QueryRoot.storeCreditAccount": ["read_store_credit_accounts"],
  "Mutation.refundCreate": ["write_orders"],
};

/** `write_x` implies `read_x`. */
export function expandScopes(granted: readonly string[]): ReadonlySet<string> {
  return new Set(granted.flatMap((scope) => (scope.startsWith("write_") ? [scope, `read_${scope.slice(6)}`] : [scope])));
}

function refusal(fieldName: string, access: string): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${access}`, {
    extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes", requiredAccess: access },
  });
}

function missing(access: Access | undefined, scopes: ReadonlySet<string>): boolean {
  return access !== undefined && !access.scopes.some((scope) => scopes.has(scope));
}

/** The error Shopify answers when the app's scopes do not open this field, or the type it returns. */
export function accessError(
  schema: AdminSchema,
  field: { parentType: string; fieldName: string; returnType: string },
  scopes: ReadonlySet<string>,
): GraphQLError | undefined {
  const path = `${field.parentType}.${field.fieldName}`;
  const absent = NEEDS_ALL[path]?.filter((scope) => !scopes.has(scope)) ?? [];
  if (absent.length > 0) return refusal(field.fieldName, absent.map((scope) => `\`${scope}\` access scope`).join(" and "));
  const own = schema.access.get(path);
  if (own && missing(own, scopes)) return refusal(field.fieldName, own.description);
  const returned = schema.access.get(field.returnType.replace(/Connection$/, ""));
  if (returned && missing(returned, scopes)) return refusal(field.fieldName, returned.description);
  return undefined;
}

export function demandScope(fieldName: string, scope: string, scopes: ReadonlySet<string>): void {
  if (!scopes.has(scope)) throw refusal(fieldName, `\`${scope}\` access scope`);
}
