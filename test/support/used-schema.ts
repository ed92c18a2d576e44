import {
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What the documents touch: type names, fields by type ("Order" → "name"), arguments by field ("Order.lineItems" → "first"). */
interface Use {
  readonly schema: GraphQLSchema;
  readonly types: Set<string>;
  readonly fields: Map<string, Set<string>>;
  readonly inputs: Map<string, Set<string>>;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/**
 * The part of Shopify's schema that the documents use, as SDL. Types generated from the whole schema would be four megabytes
 * that every type check reads.
 */
export function usedSchema(schema: GraphQLSchema, documents: readonly DocumentNode[]): string {
  const use: Use = { schema, types: new Set(), fields: new Map(), inputs: new Map() };
  for (const document of documents) collect(document, use);
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  for (const directive of directives) for (const argument of directive.args) keepType(getNamedType(argument.type), use);
  const named = [...use.types].map((name) => schema.getType(name)).filter((type) => type !== undefined);
  for (const type of named) if (isAbstractType(type)) keepMembers(type, use);
  const types = [...use.types].sort().map((name) => schema.getType(name));
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((root) => root && use.types.has(root.name));
  const head = block(
    "schema",
    roots.map((root) => `${root === schema.getQueryType() ? "query" : "mutation"}: ${root?.name ?? ""}`),
  );
  return [head, ...directives.map(directiveSdl), ...types.map((type) => (type ? typeSdl(type, use) : ""))].filter(Boolean).join("\n\n");
}

function collect(document: DocumentNode, use: Use): void {
  const info = new TypeInfo(use.schema);
  const keepNamed = (type: Parameters<typeof getNamedType>[0]) => {
    const named = getNamedType(type);
    if (named) keepType(named, use);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: () => keepNamed(info.getParentType()),
      Field(node) {
        const parent = info.getParentType();
        if (!parent || node.name.value.startsWith("__")) return;
        listed(use.fields, parent.name).add(node.name.value);
        keepNamed(info.getType());
      },
      Argument(node) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (parent && field && !info.getDirective()) listed(use.inputs, `${parent.name}.${field.name}`).add(node.name.value);
        keepNamed(info.getInputType());
      },
      VariableDefinition: (node) => keepNamed(typeFromAST(use.schema, node.type)),
    }),
  );
}

/** An input object is taken whole, with everything that can be put inside it. */
function keepType(type: GraphQLNamedType, use: Use): void {
  if (use.types.has(type.name)) return;
  use.types.add(type.name);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) keepType(getNamedType(field.type), use);
}

/**
 * An answer typed by an interface or a union may be any of its members. Those that a document names are kept, and one that
 * none names, so that the generated type has a branch for "something else".
 */
function keepMembers(type: GraphQLAbstractType, use: Use): void {
  const members = use.schema.getPossibleTypes(type);
  const other = members.find((member) => !use.types.has(member.name));
  for (const member of members) if (use.types.has(member.name) || member === other) use.types.add(member.name);
}

function typeSdl(type: GraphQLNamedType, use: Use): string {
  if (isScalarType(type)) return isSpecifiedScalarType(type) ? "" : `scalar ${type.name}`;
  if (isEnumType(type))
    return block(
      `enum ${type.name}`,
      type.getValues().map((value) => value.name),
    );
  if (isInputObjectType(type)) return block(`input ${type.name}`, Object.values(type.getFields()).map(argumentSdl));
  if (isObjectType(type) || isInterfaceType(type)) return compositeSdl(type, use);
  return `union ${type.name} = ${type
    .getTypes()
    .map((member) => member.name)
    .filter((name) => use.types.has(name))
    .join(" | ")}`;
}

function compositeSdl(type: Composite, use: Use): string {
  const interfaces = type.getInterfaces().filter((parent) => use.types.has(parent.name));
  const family = [type, ...interfaces];
  const names = new Set(family.flatMap((member) => fieldNames(member, use)));
  const lines = Object.values(type.getFields())
    .filter((field) => names.has(field.name))
    .map((field) => {
      const inputs = new Set(family.flatMap((member) => [...(use.inputs.get(`${member.name}.${field.name}`) ?? [])]));
      return `${field.name}${argumentsSdl(field.args.filter((argument) => inputs.has(argument.name)))}: ${String(field.type)}`;
    });
  const parents = interfaces.length > 0 ? ` implements ${interfaces.map((parent) => parent.name).join(" & ")}` : "";
  return block(`${isObjectType(type) ? "type" : "interface"} ${type.name}${parents}`, lines);
}

/** The fields that documents ask of a type itself; one of which only `__typename` is asked still needs a field to be a type. */
function fieldNames(type: Composite, use: Use): string[] {
  const used = use.fields.get(type.name);
  if (used) return [...used];
  const scalar = Object.values(type.getFields()).find((field) => isScalarType(getNamedType(field.type)) && field.args.length === 0);
  return scalar ? [scalar.name] : [];
}

function directiveSdl(directive: GraphQLDirective): string {
  return `directive @${directive.name}${argumentsSdl(directive.args)}${directive.isRepeatable ? " repeatable" : ""} on ${directive.locations.join(" | ")}`;
}

function argumentsSdl(list: readonly GraphQLArgument[]): string {
  return list.length > 0 ? `(${list.map(argumentSdl).join(", ")})` : "";
}

/** That a value has a default matters to the types (it may be left out), which value it is does not: a nullable type says the same. */
function argumentSdl(argument: { name: string; type: unknown; defaultValue?: unknown }): string {
  const type = String(argument.type);
  return `${argument.name}: ${argument.defaultValue === undefined ? type : type.replace(/!$/, "")}`;
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
}

function listed(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known) return known;
  const created = new Set<string>();
  map.set(key, created);
  return created;
}
