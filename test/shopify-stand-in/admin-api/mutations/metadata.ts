import type { MetafieldRecord } from "../../state/records.ts";
import { kindOf } from "../../state/gids.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { customerPayload } from "../../webhooks/payloads/customer.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { invalidId, userError, type UserError } from "../errors.ts";
import { digestOf, ownNamespace } from "../resolvers/metafield.ts";
import { findNode } from "../resolvers/node.ts";
import { demandScope } from "../scopes.ts";
import { done, failed } from "./payload.ts";

/** Tags and metafields need the write scope of what they are put on. */
const WRITE_SCOPES: Readonly<Record<string, string>> = {
  Order: "write_orders",
  Customer: "write_customers",
  Product: "write_products",
  ProductVariant: "write_products",
  Location: "write_locations",
};

interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
}

function tagged(id: string, ctx: ApiContext): { id: string; tags: string[]; updatedAt: string } | undefined {
  return ctx.shop.orders.get(id) ?? ctx.shop.customers.get(id) ?? ctx.shop.products.get(id);
}

function changeTags(fieldName: string, id: string, ctx: ApiContext, change: (tags: string[]) => string[]): unknown {
  const scope = WRITE_SCOPES[kindOf(id) ?? ""];
  if (!scope) throw invalidId(id);
  demandScope(fieldName, scope, ctx.scopes);
  const record = tagged(id, ctx);
  if (!record) return failed("node", userError(["id"], `${kindOf(id) ?? "Resource"} does not exist`));
  record.tags = change(record.tags);
  record.updatedAt = ctx.world.nowIso();
  const order = ctx.shop.orders.get(id);
  if (order) ctx.announce({ topic: "orders/updated", payload: orderPayload(ctx.shop, order) });
  const customer = ctx.shop.customers.get(id);
  if (customer) ctx.announce({ topic: "customers/update", payload: customerPayload(ctx.shop.shop, customer) });
  return done("node", record);
}

function put(given: MetafieldInput, index: number, ctx: ApiContext): { metafield?: MetafieldRecord; error?: UserError } {
  const field = ["metafields", String(index)];
  const namespace = ownNamespace(given.namespace);
  const list = ctx.shop.metafields.get(given.ownerId) ?? [];
  const known = list.find((one) => one.namespace === namespace && one.key === given.key);
  if (!findNode(given.ownerId, ctx)) return { error: userError([...field, "ownerId"], "Owner does not exist.", "INVALID") };
  const type = given.type ?? known?.type;
  if (!type) return { error: userError([...field, "type"], "Type can't be blank", "BLANK") };
  if (given.value === "") return { error: userError([...field, "value"], "Value can't be blank", "BLANK") };
  if (given.compareDigest !== undefined && given.compareDigest !== (known ? digestOf(known) : null)) {
    return {
      error: userError(
        [...field, "compareDigest"],
        "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
        "STALE_OBJECT",
      ),
    };
  }
  const now = ctx.world.nowIso();
  const metafield = known ?? {
    id: ctx.world.ids.gid("Metafield"),
    namespace,
    key: given.key,
    type,
    value: "",
    createdAt: now,
    updatedAt: now,
  };
  return { metafield: { ...metafield, type, value: given.value, updatedAt: now } };
}

export const metadataMutations: Fields<unknown> = {
  tagsAdd: (_root, args, ctx) =>
    changeTags("tagsAdd", String(args["id"]), ctx, (tags) => [...new Set([...tags, ...input<string[]>(args, "tags")])]),
  tagsRemove: (_root, args, ctx) =>
    changeTags("tagsRemove", String(args["id"]), ctx, (tags) => tags.filter((tag) => !input<string[]>(args, "tags").includes(tag))),
  metafieldsSet: (_root, args, ctx) => {
    const wanted = input<MetafieldInput[]>(args, "metafields");
    for (const { ownerId } of wanted) {
      const scope = WRITE_SCOPES[kindOf(ownerId) ?? ""];
      if (scope) demandScope("metafieldsSet", scope, ctx.scopes);
    }
    const results = wanted.map((given, index) => put(given, index, ctx));
    const errors = results.flatMap(({ error }, elementIndex) => (error ? [{ ...error, elementIndex }] : []));
    if (wanted.length > 25)
      errors.push({
        ...userError(["metafields"], "Exceeded the maximum metafields input limit of 25.", "LESS_THAN_OR_EQUAL_TO"),
        elementIndex: 25,
      });
    if (errors.length > 0) return { metafields: null, userErrors: errors };
    const saved = results.flatMap(({ metafield }) => metafield ?? []);
    saved.forEach((metafield, index) => {
      const ownerId = wanted[index]?.ownerId ?? "";
      const others = (ctx.shop.metafields.get(ownerId) ?? []).filter((one) => one.id !== metafield.id);
      ctx.shop.metafields.set(ownerId, [...others, metafield]);
    });
    return { metafields: saved, userErrors: [] };
  },
};
