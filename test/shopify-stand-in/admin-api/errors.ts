import { GraphQLError } from "graphql";

export function notImplemented(what: string): GraphQLError {
  return new GraphQLError(`stand-in: ${what} is not implemented`, { extensions: { code: "STAND_IN_NOT_IMPLEMENTED" } });
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

/** A gid of the wrong kind, or none at all. */
export function invalidId(gid: string): GraphQLError {
  return new GraphQLError(`Invalid id: ${gid}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
}

export interface UserError {
  field: string[] | null;
  message: string;
  code?: string | null;
}

export function userError(field: string[] | null, message: string, code: string | null = null): UserError {
  return { field, message, code };
}
