import type { ReturnGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { RefusedByShopify, ReturnToOpen, Settling } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { doneOr, refusal } from "../user-errors.server.ts";
import { moneyInput } from "./money-bag.server.ts";

const REASONS = `#graphql
  query ReturnReasonsByHandle($handles: [String!]!) {
    returnReasonDefinitions(first: 100, handles: $handles) {
      nodes {
        id
        handle
      }
    }
  }`;

const RETURN_CREATE = `#graphql
  mutation ReturnCreate($returnInput: ReturnInput!) {
    returnCreate(returnInput: $returnInput) {
      return {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const RETURN_APPROVE = `#graphql
  mutation ReturnApprove($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

const RETURN_DECLINE = `#graphql
  mutation ReturnDecline($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

const RETURN_CANCEL = `#graphql
  mutation ReturnCancel($id: ID!) {
    returnCancel(id: $id) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

const RETURN_CLOSE = `#graphql
  mutation ReturnClose($id: ID!) {
    returnClose(id: $id) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

const RETURN_TAKE_OUT = `#graphql
  mutation ReturnTakeOut($returnId: ID!, $returnLineItems: [ReturnLineItemRemoveFromReturnInput!]!) {
    removeFromReturn(returnId: $returnId, returnLineItems: $returnLineItems) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** Shopify's reason for everything it has no word for. */
const OTHER_REASON = "other-reason";

/** Opens a return, with the goods wanted instead, approved at once. Shopify has no key for it: look for the return before trying again. */
export async function openReturn(admin: AdminClient, wanted: ReturnToOpen): Promise<Result<ReturnGid, RefusedByShopify>> {
  const reasonOf = await reasonIds(
    admin,
    wanted.lines.map(({ reason }) => reason),
  );
  const { returnCreate } = await admin.run(RETURN_CREATE, {
    returnInput: {
      orderId: wanted.orderGid,
      requestedAt: wanted.requestedAt.toISOString(),
      returnLineItems: wanted.lines.map(({ fulfillmentLineGid, quantity, reason, note, restockingFeeBp }) => ({
        fulfillmentLineItemId: fulfillmentLineGid,
        quantity,
        returnReasonDefinitionId: reasonOf(reason),
        returnReasonNote: note,
        ...(restockingFeeBp > 0 ? { restockingFee: { percentage: restockingFeeBp / 100 } } : {}),
      })),
      exchangeLineItems: wanted.exchanges.map(({ variantGid, quantity, appliedDiscount }) => ({
        variantId: variantGid,
        quantity,
        ...(appliedDiscount.presentment.minor > 0
          ? { appliedDiscount: { value: { amount: moneyInput(appliedDiscount.presentment) } } }
          : {}),
      })),
      ...(wanted.returnShippingFee ? { returnShippingFee: { amount: moneyInput(wanted.returnShippingFee) } } : {}),
    },
  });
  const refused = refusal(returnCreate);
  if (refused) return refused;
  if (!returnCreate?.return) throw new Error("ReturnCreate answered without a return and without an error");
  return ok(returnCreate.return.id as ReturnGid);
}

export async function approveReturn(admin: AdminClient, id: ReturnGid): Promise<Result<null, RefusedByShopify>> {
  const { returnApproveRequest } = await admin.run(RETURN_APPROVE, { input: { id, notifyCustomer: false } });
  return doneOr(returnApproveRequest);
}

export async function declineReturn(
  admin: AdminClient,
  id: ReturnGid,
  { reason, note }: { reason: string; note: string },
): Promise<Result<null, RefusedByShopify>> {
  const declineReason = reason === "FINAL_SALE" || reason === "RETURN_PERIOD_ENDED" ? reason : "OTHER";
  const { returnDeclineRequest } = await admin.run(RETURN_DECLINE, {
    input: { id, declineReason, ...(note ? { declineNote: note } : {}), notifyCustomer: false },
  });
  return doneOr(returnDeclineRequest);
}

export async function cancelReturn(admin: AdminClient, id: ReturnGid): Promise<Result<null, RefusedByShopify>> {
  const { returnCancel } = await admin.run(RETURN_CANCEL, { id });
  return doneOr(returnCancel);
}

export async function closeReturn(admin: AdminClient, id: ReturnGid): Promise<Result<null, RefusedByShopify>> {
  const { returnClose } = await admin.run(RETURN_CLOSE, { id });
  return doneOr(returnClose);
}

export async function takeOutOfReturn(
  admin: AdminClient,
  returnId: ReturnGid,
  lines: Settling["lines"],
): Promise<Result<null, RefusedByShopify>> {
  const returnLineItems = lines.map(({ gid, quantity }) => ({ returnLineItemId: gid, quantity }));
  const { removeFromReturn } = await admin.run(RETURN_TAKE_OUT, { returnId, returnLineItems });
  return doneOr(removeFromReturn);
}

/** Handles are stable, ids are looked up: a handle that Shopify does not have counts as "other". */
async function reasonIds(admin: AdminClient, handles: readonly string[]): Promise<(handle: string) => string | undefined> {
  const { returnReasonDefinitions } = await admin.run(REASONS, { handles: [...new Set([...handles, OTHER_REASON])] });
  const ids = new Map(returnReasonDefinitions.nodes.map(({ handle, id }) => [handle, id]));
  return (handle) => ids.get(handle) ?? ids.get(OTHER_REASON);
}
