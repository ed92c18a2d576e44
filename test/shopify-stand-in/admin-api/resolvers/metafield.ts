import { createHash } from "node:crypto";
import { textOf } from "../../json.ts";
import { digitsOfGid, kindOf } from "../../state/gids.ts";
import type { MetafieldRecord } from "../../state/records.ts";
import { connection } from "../connection.ts";
import type { ApiContext, Args, Fields } from "../context.ts";

/** `$app` and a missing namespace both mean the app's own; Shopify stores it under the app's id. */
export function ownNamespace(namespace: unknown): string {
  if (namespace === undefined || namespace === null || namespace === "$app") return "app--1";
  return textOf(namespace).replace(/^\$app:/, "app--1--");
}

export function digestOf(metafield: MetafieldRecord): string {
  return createHash("sha256").update(metafield.value).digest("hex");
}

function listOf(owner: { id: string }, ctx: ApiContext): MetafieldRecord[] {
  return ctx.shop.metafields.get(owner.id) ?? [];
}

/** What every type that implements HasMetafields answers. */
export const metafieldFields: Fields<{ id: string }> = {
  metafield: (owner, args, ctx) => {
    const namespace = ownNamespace(args["namespace"]);
    return listOf(owner, ctx).find((metafield) => metafield.namespace === namespace && metafield.key === args["key"]) ?? null;
  },
  metafields: (owner, args: Args, ctx) => {
    const all = listOf(owner, ctx);
    const namespace = args["namespace"] === undefined || args["namespace"] === null ? undefined : ownNamespace(args["namespace"]);
    return connection(namespace === undefined ? all : all.filter((metafield) => metafield.namespace === namespace), args, ctx);
  },
};

const JSON_TYPES = /^(json|boolean|number_integer|number_decimal|list\.)/;

export const Metafield: Fields<MetafieldRecord> = {
  id: (metafield) => metafield.id,
  legacyResourceId: (metafield) => digitsOfGid(metafield.id),
  namespace: (metafield) => metafield.namespace,
  key: (metafield) => metafield.key,
  type: (metafield) => metafield.type,
  value: (metafield) => metafield.value,
  jsonValue: (metafield): unknown => (JSON_TYPES.test(metafield.type) ? JSON.parse(metafield.value) : metafield.value),
  compareDigest: (metafield) => digestOf(metafield),
  sizeInBytes: (metafield) => Buffer.byteLength(metafield.value),
  createdAt: (metafield) => metafield.createdAt,
  updatedAt: (metafield) => metafield.updatedAt,
  ownerType: (metafield, _args, ctx) => {
    const owner = [...ctx.shop.metafields].find(([, list]) => list.includes(metafield))?.[0] ?? "";
    return (kindOf(owner) ?? "")
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .toUpperCase()
      .replace("APP_INSTALLATION", "API_PERMISSION");
  },
};
