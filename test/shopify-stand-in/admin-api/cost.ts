import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { adminSchema } from "./schema.ts";

const MUTATION_COST = 10;
const CONNECTION_COST = 2;

/**
 * How often the content of a connection of this size counts. Shopify says only that it grows slower than the size;
 * the square root is the stand-in's own curve: 5 → 3, 20 → 5, 50 → 8, 100 → 10, 250 → 16.
 */
function weightOf(size: number): number {
  return Math.ceil(Math.sqrt(size));
}

interface Costing {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

function sizeOf(field: FieldNode, costing: Costing): number {
  for (const name of ["first", "last"]) {
    const argument = field.arguments?.find((one) => one.name.value === name);
    if (argument?.value.kind === Kind.INT) return Number(argument.value.value);
    if (argument?.value.kind === Kind.VARIABLE) return Number(costing.variables[argument.value.name.value] ?? 1);
  }
  return 1;
}

function outputOf(parent: GraphQLNamedType, field: FieldNode): GraphQLOutputType | undefined {
  return "getFields" in parent ? (parent.getFields() as Record<string, { type: GraphQLOutputType }>)[field.name.value]?.type : undefined;
}

/** The paging frame of a connection costs nothing by itself; what is in `nodes` or `edges.node` does. */
function isFrame(type: GraphQLNamedType): boolean {
  return /(Connection|Edge|PageInfo)$/.test(type.name);
}

function costOfField(parent: GraphQLNamedType, field: FieldNode, costing: Costing): number {
  const output = outputOf(parent, field);
  if (!output || !field.selectionSet) return 0;
  const type = getNamedType(output);
  if (!isCompositeType(type)) return 0;
  const inner = costOfSet(type, field.selectionSet, costing);
  if (type.name.endsWith("Connection")) return CONNECTION_COST + weightOf(sizeOf(field, costing)) * inner;
  return isFrame(type) ? inner : 1 + inner;
}

/** Of the fragments on the members of an interface or union only the dearest counts. */
function costOfSet(parent: GraphQLNamedType, set: SelectionSetNode, costing: Costing): number {
  let own = 0;
  let dearest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      own += costOfField(parent, selection, costing);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : costing.fragments.get(selection.name.value);
    if (!fragment) continue;
    const type = fragment.typeCondition ? adminSchema().graphql.getType(fragment.typeCondition.name.value) : parent;
    const cost = costOfSet(type ?? parent, fragment.selectionSet, costing);
    if (isAbstractType(parent) && type && isObjectType(type)) dearest = Math.max(dearest, cost);
    else own += cost;
  }
  return own + dearest;
}

/** Points a query asks for before it runs: objects 1, scalars 0, connections by size, a mutation 10 each. */
export function requestedCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const { graphql } = adminSchema();
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const root = operation.operation === OperationTypeNode.MUTATION ? graphql.getMutationType() : graphql.getQueryType();
  if (!root) return 0;
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap((one) =>
      one.defaultValue?.kind === Kind.INT ? [[one.variable.name.value, Number(one.defaultValue.value)]] : [],
    ),
  );
  const costing: Costing = { fragments, variables: { ...defaults, ...variables } };
  const roots = operation.selectionSet.selections.length;
  if (operation.operation === OperationTypeNode.MUTATION) return roots * MUTATION_COST;
  return Math.max(1, costOfSet(root, operation.selectionSet, costing));
}

/** Points the answer was worth: one per object that is in it. */
export function actualCost(data: unknown, isMutation: boolean): number {
  if (isMutation) return MUTATION_COST;
  return Math.max(1, countObjects(data) - 1);
}

function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((all, item) => all + countObjects(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  const own = "pageInfo" in value || "nodes" in value || "edges" in value || "node" in value || "hasNextPage" in value ? 0 : 1;
  return Object.values(value).reduce<number>((all, item) => all + countObjects(item), own);
}
