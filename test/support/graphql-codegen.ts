import { mkdirSync, writeFileSync } from "node:fs";
import { ApiType, pluckConfig, preset } from "@shopify/api-codegen-preset";
import { parse, validate } from "graphql";
import { adminDocuments, fullAdminSchema, OPERATIONS_FOLDER } from "./admin-documents.ts";
import { usedSchema } from "./used-schema.ts";

const OUTPUT = "app/adapters/shopify/generated";
const USED_SCHEMA = ".cache/admin-used.graphql";

/** Checks every document against Shopify's whole schema and leaves the part that they use for the generator to read. */
function writeUsedSchema(): string {
  const schema = fullAdminSchema();
  const documents = adminDocuments().map(({ file, text }) => {
    const document = parse(text);
    const [error] = validate(schema, document);
    if (error) throw new Error(`${file}: ${error.message}`);
    return document;
  });
  mkdirSync(".cache", { recursive: true });
  writeFileSync(USED_SCHEMA, usedSchema(schema, documents));
  return USED_SCHEMA;
}

export default {
  schema: writeUsedSchema(),
  documents: [`${OPERATIONS_FOLDER}/**/*.ts`],
  pluckConfig,
  generates: {
    [`${OUTPUT}/admin.types.d.ts`]: {
      plugins: ["typescript"],
      config: { defaultScalarType: "string", scalars: { JSON: "unknown" }, enumsAsTypes: true },
    },
    [`${OUTPUT}/admin.generated.d.ts`]: { preset, presetConfig: { apiType: ApiType.Admin } },
  },
};
