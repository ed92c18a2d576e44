import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { at, scene, type Scene } from "./scene.ts";

const VARIANT = "gid://shopify/ProductVariant/91";
let on: Scene;

beforeEach(async () => {
  on = await scene({ scopes: ["write_draft_orders", "read_products", "read_inventory"] });
  on.standIn.control.products({ id: 9, title: "Cap", variants: [{ id: 91, price: "9.00", inventory_quantity: 3 }] }, { webhooks: false });
});
afterEach(() => on.close());

const CREATE = `mutation ($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) { draftOrder { id name tags note2 status reserveInventoryUntil } userErrors { field message } }
}`;
const DELETE = "mutation ($id: ID!) { draftOrderDelete(input: { id: $id }) { deletedId userErrors { field message } } }";
const STOCK = `query ($id: ID!) { productVariant(id: $id) { availableForSale sellableOnlineQuantity
  inventoryItem { inventoryLevels(first: 1) { nodes { quantities(names: ["available", "reserved", "on_hand"]) { name quantity } } } } } }`;

async function draft(more: object = {}) {
  const input = { lineItems: [{ variantId: VARIANT, quantity: 2 }], tags: ["Kept 1"], note: "#1001-R1", ...more };
  return (await on.standIn.graphql(CREATE, { input })).data;
}

async function stock(): Promise<unknown[]> {
  const { data } = await on.standIn.graphql(STOCK, { id: VARIANT });
  const quantities = at(data, "productVariant.inventoryItem.inventoryLevels.nodes.0.quantities") as { quantity: number }[];
  return [at(data, "productVariant.sellableOnlineQuantity"), ...quantities.map(({ quantity }) => quantity)];
}

describe("draft orders", () => {
  test("keep nothing unless they say until when", async () => {
    expect(at(await draft(), "draftOrderCreate.draftOrder")).toMatchObject({ name: "#D1", status: "OPEN", reserveInventoryUntil: null });
    expect(await stock()).toEqual([3, 3, 0, 3]);
  });

  test("keep their goods from others until that time, and no longer", async () => {
    const made = await draft({ reserveInventoryUntil: "2026-03-03T09:00:00Z" });
    expect(at(made, "draftOrderCreate.userErrors")).toEqual([]);
    expect(await stock()).toEqual([1, 1, 2, 3]);
    await on.standIn.control.clock({ advance: "PT47H" });
    expect(await stock()).toEqual([1, 1, 2, 3]);
    await on.standIn.control.clock({ advance: "PT1H" });
    expect(await stock()).toEqual([3, 3, 0, 3]);
  });

  test("give them back when they are deleted, once", async () => {
    const id = at(await draft({ reserveInventoryUntil: "2026-03-03T09:00:00Z" }), "draftOrderCreate.draftOrder.id");
    expect(at((await on.standIn.graphql(DELETE, { id })).data, "draftOrderDelete.deletedId")).toBe(id);
    expect(at((await on.standIn.graphql(DELETE, { id })).data, "draftOrderDelete.userErrors.0.message")).toBe("Draft order does not exist");
    await on.standIn.control.clock({ advance: "P3D" });
    expect(await stock()).toEqual([3, 3, 0, 3]);
  });

  test("are found by their tag", async () => {
    await draft();
    await draft({ tags: ["Kept 12"] });
    const { data } = await on.standIn.graphql('{ draftOrders(first: 5, query: "tag:\\"Kept 1\\"") { nodes { tags } } }', {});
    expect(at(data, "draftOrders.nodes")).toEqual([{ tags: ["Kept 1"] }]);
  });

  test("are refused without goods, for what is not sold, and without the permission", async () => {
    expect(at(await draft({ lineItems: [] }), "draftOrderCreate.userErrors.0.message")).toBe("Add at least 1 product");
    const gone = await draft({ lineItems: [{ variantId: "gid://shopify/ProductVariant/1", quantity: 1 }] });
    expect(at(gone, "draftOrderCreate.userErrors.0.message")).toBe("Product with ID 1 is no longer available.");
    on.standIn.world.firstShop.installation.scopes = ["read_products"];
    const { errors } = await on.standIn.graphql("{ draftOrders(first: 1) { nodes { id } } }", {});
    expect(errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
  });
});
