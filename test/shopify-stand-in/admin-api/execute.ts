import {
  defaultTypeResolver,
  execute,
  getNamedType,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from "graphql";
import { kindOf } from "../state/gids.ts";
import type { ApiContext, Args, Fields } from "./context.ts";
import { notImplemented } from "./errors.ts";
import { resolvers } from "./resolvers/registry.ts";
import { adminSchema } from "./schema.ts";
import { accessError } from "./scopes.ts";

const documents = new Map<string, { document?: DocumentNode; errors?: readonly GraphQLError[] }>();

/** Parses and validates against the real schema, once per text. */
export function prepare(source: string): { document?: DocumentNode; errors?: readonly GraphQLError[] } {
  const known = documents.get(source);
  if (known) return known;
  let prepared: { document?: DocumentNode; errors?: readonly GraphQLError[] };
  try {
    const document = parse(source);
    const errors = validate(adminSchema().graphql, document);
    prepared = errors.length > 0 ? { errors } : { document };
  } catch (error) {
    prepared = { errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
  }
  if (documents.size > 2000) documents.clear();
  documents.set(source, prepared);
  return prepared;
}

const fieldResolver: GraphQLFieldResolver<unknown, ApiContext> = (source, args, ctx, info) => {
  const parentType = info.parentType.name;
  const returnType = getNamedType(info.returnType).name;
  const denied = accessError(adminSchema(), { parentType, fieldName: info.fieldName, returnType }, ctx.scopes);
  if (denied) throw denied;
  const fields: Fields<never> | undefined = resolvers[parentType];
  if (fields) {
    const resolve = fields[info.fieldName];
    if (resolve) return resolve(source as never, args as Args, ctx, info);
  } else if (typeof source === "object" && source !== null && info.fieldName in source) {
    return (source as Record<string, unknown>)[info.fieldName];
  }
  const path = `${parentType}.${info.fieldName}`;
  ctx.world.unimplemented.add(path);
  throw notImplemented(path);
};

/** Records are told apart by an explicit `__typename`, else by the kind in their gid. */
const typeResolver: GraphQLTypeResolver<unknown, ApiContext> = (value, context, info, abstractType) => {
  if (typeof value === "object" && value !== null) {
    if ("__typename" in value && typeof value.__typename === "string") return value.__typename;
    if ("id" in value && typeof value.id === "string") return kindOf(value.id);
  }
  return defaultTypeResolver(value, context, info, abstractType);
};

export interface Operation {
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName?: string | undefined;
}

export async function run(operation: Operation, ctx: ApiContext): Promise<ExecutionResult> {
  return execute({
    schema: adminSchema().graphql,
    document: operation.document,
    variableValues: operation.variables,
    operationName: operation.operationName ?? null,
    contextValue: ctx,
    rootValue: {},
    fieldResolver,
    typeResolver,
  });
}
