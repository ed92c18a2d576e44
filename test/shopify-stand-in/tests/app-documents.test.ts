import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { describe, expect, test } from "vitest";
import { adminDocuments } from "#test/support/admin-documents.ts";
import { resolvers } from "../admin-api/resolvers/registry.ts";
import { adminSchema } from "../admin-api/schema.ts";
import { accessError, expandScopes } from "../admin-api/scopes.ts";
import { DEFAULT_SCOPES } from "../options.ts";

interface Asked {
  file: string;
  parentType: string;
  fieldName: string;
  returnType: string;
}

/** Every field that a document of the app selects, once. */
function askedFields(): Asked[] {
  const found = new Map<string, Asked>();
  for (const { file, text } of adminDocuments()) {
    const info = new TypeInfo(adminSchema().graphql);
    const enter = (): void => {
      const parentType = info.getParentType()?.name ?? "";
      const fieldName = info.getFieldDef()?.name ?? "";
      const returnType = getNamedType(info.getType() ?? null)?.name ?? "";
      if (fieldName !== "" && !fieldName.startsWith("__"))
        found.set(`${parentType}.${fieldName}`, { file, parentType, fieldName, returnType });
    };
    visit(parse(text), visitWithTypeInfo(info, { Field: { enter } }));
  }
  return [...found.values()];
}

describe("what the app asks of the Admin API", () => {
  const asked = askedFields();

  test("there is something", () => {
    expect(asked.length).toBeGreaterThan(50);
  });

  test("is implemented by the stand-in, field by field", () => {
    const missing = asked.filter(
      ({ parentType, fieldName }) => resolvers[parentType] !== undefined && resolvers[parentType][fieldName] === undefined,
    );
    expect(missing.map(({ file, parentType, fieldName }) => `${parentType}.${fieldName} (${file})`)).toEqual([]);
  });

  test("is opened by the scopes that shopify.app.toml asks the merchant for", () => {
    const scopes = expandScopes(DEFAULT_SCOPES);
    const closed = asked.flatMap((field) => {
      const error = accessError(adminSchema(), field, scopes);
      return error ? [`${field.parentType}.${field.fieldName} (${field.file}): ${error.message}`] : [];
    });
    expect(closed).toEqual([]);
  });
});
