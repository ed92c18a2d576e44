import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

export const OPERATIONS_FOLDER = "app/adapters/shopify/operations";
const root = path.resolve(import.meta.dirname, "../..");

/** One GraphQL document of the app, as it stands in its file. */
export interface AdminDocument {
  readonly file: string;
  readonly text: string;
}

/** Every `#graphql` document of the app. */
export function adminDocuments(): AdminDocument[] {
  const files = globSync(`${OPERATIONS_FOLDER}/**/*.ts`, { cwd: root }).sort();
  return files.flatMap((file) => {
    const source = readFileSync(path.join(root, file), "utf8");
    return [...source.matchAll(/`(#graphql\b[^`]*)`/g)].map(([, text = ""]) => ({ file, text }));
  });
}

/** Shopify's own Admin schema of the version that the app speaks. */
export function fullAdminSchema(): GraphQLSchema {
  const packed = readFileSync(path.join(root, "test/shopify-stand-in/schema/admin_2026-07.json.gz"));
  const { data } = JSON.parse(gunzipSync(packed).toString("utf8")) as { data: IntrospectionQuery };
  return buildClientSchema(data, { assumeValid: true });
}
