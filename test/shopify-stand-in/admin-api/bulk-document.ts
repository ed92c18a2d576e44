import { getNamedType, GraphQLError, Kind, OperationTypeNode, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { adminSchema } from "./schema.ts";

const MAXIMUM_CONNECTIONS = 5;
const MAXIMUM_DEPTH = 2;

/** Why Shopify would not run this document as a bulk query, or undefined. */
export function bulkProblem(source: string): string | undefined {
  try {
    const document = parse(source);
    const [error] = validate(adminSchema().graphql, document);
    if (error) return `Invalid bulk query: ${error.message}`;
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation || operation.operation !== OperationTypeNode.QUERY) return "Invalid bulk query: it must be a query";
    if ((operation.variableDefinitions?.length ?? 0) > 0) return "Invalid bulk query: variables are not supported";
    const info = new TypeInfo(adminSchema().graphql);
    let connections = 0;
    let depth = 0;
    let deepest = 0;
    const isConnection = (): boolean => getNamedType(info.getType() ?? null)?.name.endsWith("Connection") ?? false;
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: {
          enter: () => {
            if (!isConnection()) return;
            connections += 1;
            depth += 1;
            deepest = Math.max(deepest, depth);
          },
          leave: () => {
            if (isConnection()) depth -= 1;
          },
        },
      }),
    );
    if (connections === 0) return "Bulk queries must contain at least one connection.";
    if (connections > MAXIMUM_CONNECTIONS) return `Bulk queries cannot contain more than ${MAXIMUM_CONNECTIONS} connections.`;
    if (deepest > MAXIMUM_DEPTH) return `Bulk queries cannot contain connections with a nesting depth greater than ${MAXIMUM_DEPTH}.`;
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return `Invalid bulk query: ${error.message}`;
    throw error;
  }
}
