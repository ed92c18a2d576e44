import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

interface AccessItem {
  type: "type" | "field";
  typeName: string;
  fieldName?: string;
  requiredAccess: string;
  offlineScopes: string[];
}

export interface Access {
  description: string;
  scopes: string[];
}

export interface AdminSchema {
  graphql: GraphQLSchema;
  /** By "Order" for a type and by "Mutation.returnCreate" for a field: any one of the scopes opens it. */
  access: ReadonlyMap<string, Access>;
}

let loaded: AdminSchema | undefined;

/** The real 2026-07 Admin schema with the access that Shopify's own file attaches to its types and fields. */
export function adminSchema(): AdminSchema {
  if (loaded) return loaded;
  const packed = readFileSync(new URL("../schema/admin_2026-07.json.gz", import.meta.url));
  const file = JSON.parse(gunzipSync(packed).toString("utf8")) as { data: IntrospectionQuery; offline_scopes: { items: AccessItem[] } };
  const access = new Map<string, Access>();
  for (const item of file.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    const name = item.type === "type" ? item.typeName : `${item.typeName}.${item.fieldName ?? ""}`;
    access.set(name, { description: item.requiredAccess, scopes: item.offlineScopes });
  }
  loaded = { graphql: buildClientSchema(file.data, { assumeValid: true }), access };
  return loaded;
}
