import { buildSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { adminDocuments, fullAdminSchema } from "#test/support/admin-documents.ts";
import { usedSchema } from "#test/support/used-schema.ts";

const documents = adminDocuments();

describe("GraphQL documents", () => {
  test("there are some", () => {
    expect(documents.length).toBeGreaterThan(0);
  });

  test("every one is valid against Shopify's own Admin schema", () => {
    const schema = fullAdminSchema();
    const problems = documents.flatMap(({ file, text }) => validate(schema, parse(text)).map((error) => `${file}: ${error.message}`));
    expect(problems).toEqual([]);
  });

  test("the part of the schema that types are generated from holds all that they use, and little else", () => {
    const parsed = documents.map(({ text }) => parse(text));
    const schema = fullAdminSchema();
    const used = buildSchema(usedSchema(schema, parsed));
    expect(parsed.flatMap((document) => validate(used, document)).map((error) => error.message)).toEqual([]);
    expect(Object.keys(used.getTypeMap()).length).toBeLessThan(Object.keys(schema.getTypeMap()).length / 4);
  });

  test("every one is a fixed text, so that its types can be generated", () => {
    expect(documents.filter(({ text }) => text.includes("${")).map(({ file }) => file)).toEqual([]);
  });

  test("operations and fragments have names of their own", () => {
    const names = documents.flatMap(({ text }) => [...text.matchAll(/^\s*(?:query|mutation|fragment)\s+(\w+)/gm)].map(([, name]) => name));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
