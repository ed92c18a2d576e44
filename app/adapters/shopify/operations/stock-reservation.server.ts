import type { Gid } from "#app/domain/shared/gid.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ShopifyStock } from "#app/use-cases/returns/stock-ports.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";
import { quoted } from "./search-language.server.ts";

/** The search of draft orders lags behind a little: the newest ones are looked through as well. */
const FIND_RESERVATIONS = `#graphql
  query FindReservations($query: String!) {
    marked: draftOrders(first: 10, query: $query) {
      nodes {
        id
        tags
      }
    }
    newest: draftOrders(first: 25, reverse: true, sortKey: ID) {
      nodes {
        id
        tags
      }
    }
  }`;

const RESERVE_STOCK = `#graphql
  mutation ReserveStock($input: DraftOrderInput!) {
    draftOrderCreate(input: $input) {
      draftOrder {
        id
      }
      userErrors {
        field
        message
      }
    }
  }`;

const RELEASE_STOCK = `#graphql
  mutation ReleaseStock($id: ID!) {
    draftOrderDelete(input: { id: $id }) {
      deletedId
      userErrors {
        field
        message
      }
    }
  }`;

const DRAFT_IS_THERE = `#graphql
  query DraftIsThere($id: ID!) {
    draftOrder(id: $id) {
      id
    }
  }`;

/** Goods kept by draft orders, over one shop's client. Needs `write_draft_orders`. */
export function stockPort(admin: AdminClient): ShopifyStock {
  return {
    find: async (mark) => {
      const { marked, newest } = await admin.run(FIND_RESERVATIONS, { query: `tag:${quoted(mark)}` });
      const ours = [...marked.nodes, ...newest.nodes].filter(({ tags }) => tags.includes(mark));
      return [...new Set(ours.map(({ id }) => id as Gid<"DraftOrder">))];
    },
    reserve: async ({ mark, note, goods, until }) => {
      const lineItems = goods.map(({ variantGid, quantity }) => ({ variantId: variantGid, quantity }));
      const input = { lineItems, note, tags: [mark], reserveInventoryUntil: until.toISOString() };
      const { draftOrderCreate: answer } = await admin.run(RESERVE_STOCK, { input });
      const refused = refusal(answer);
      if (refused) return refused;
      const gid = answer?.draftOrder?.id;
      if (!gid) throw new Error("Shopify made a draft order and named none");
      return ok(gid as Gid<"DraftOrder">);
    },
    release: async (gid) => {
      const { draftOrderDelete: answer } = await admin.run(RELEASE_STOCK, { id: gid });
      const refused = refusal(answer);
      // Somebody deleted it, or an earlier try did and nobody heard of it.
      if (refused && (await admin.run(DRAFT_IS_THERE, { id: gid })).draftOrder)
        throw new Error(`Shopify keeps ${gid}: ${refused.error.message}`);
    },
  };
}
