import type { LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { GoodsOrigin } from "#app/use-cases/labels/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";

const GOODS_ORIGIN = `#graphql
  query GoodsOrigin($id: ID!) {
    order(id: $id) {
      lineItems(first: 250) {
        nodes {
          id
          variant {
            inventoryItem {
              harmonizedSystemCode
              countryCodeOfOrigin
            }
          }
        }
      }
    }
  }`;

/** What the products of an order's lines say to customs, as far as the shop has filled it in. */
export async function readGoodsOrigin(admin: AdminClient, gid: OrderGid): Promise<Map<LineItemGid, GoodsOrigin>> {
  const { order } = await admin.run(GOODS_ORIGIN, { id: gid });
  return new Map(
    (order?.lineItems.nodes ?? []).map(({ id, variant }) => {
      const { harmonizedSystemCode: code, countryCodeOfOrigin: origin } = variant?.inventoryItem ?? {};
      return [id as LineItemGid, { ...(code ? { tariffCode: code } : {}), ...(origin ? { origin } : {}) }];
    }),
  );
}
