import type { ReturnGid } from "#app/domain/shared/gid.ts";
import type { AdminClient } from "../admin-client.server.ts";

const STATUS_OF_RETURNS = `#graphql
  query StatusOfReturns($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Return {
        id
        status
      }
    }
  }`;

/** Which of these returns are open in Shopify now. */
export async function readOpenAmong(admin: AdminClient, gids: readonly ReturnGid[]): Promise<ReturnGid[]> {
  const { nodes } = await admin.run(STATUS_OF_RETURNS, { ids: [...gids] });
  return nodes.flatMap((node) => (node && "status" in node && node.status === "OPEN" ? [node.id as ReturnGid] : []));
}
