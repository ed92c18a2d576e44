import { zeroPair } from "#app/domain/shared/money-pair.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type {
  Disposition,
  Processing,
  RefusedByShopify,
  Settling,
  SuggestedOutcome,
} from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { doneOr } from "../user-errors.server.ts";
import { moneyInput, pair } from "./money-bag.server.ts";

const FINANCIAL_OUTCOME = `#graphql
  query ReturnFinancialOutcome(
    $returnId: ID!
    $returnLineItems: [SuggestedOutcomeReturnLineItemInput!]!
    $exchangeLineItems: [SuggestedOutcomeExchangeLineItemInput!]!
    $allocation: RefundMethodAllocation!
    $refundShipping: RefundShippingInput
    $refundDuties: [RefundDutyInput!]
    $tipLineId: ID
  ) {
    return(id: $returnId) {
      suggestedFinancialOutcome(
        returnLineItems: $returnLineItems
        exchangeLineItems: $exchangeLineItems
        refundMethodAllocation: $allocation
        refundShipping: $refundShipping
        refundDuties: $refundDuties
        tipLineId: $tipLineId
      ) {
        totalTax {
          ...OutcomeBag
        }
        financialTransfer {
          __typename
          ... on RefundReturnOutcome {
            amount {
              ...OutcomeBag
            }
          }
          ... on InvoiceReturnOutcome {
            amount {
              ...OutcomeBag
            }
          }
        }
      }
    }
  }
  fragment OutcomeBag on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }`;

const RETURN_PROCESS = `#graphql
  mutation ReturnProcess($input: ReturnProcessInput!) {
    returnProcess(input: $input) {
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

const GOODS_DISPOSE = `#graphql
  mutation ReturnedGoodsDispose($dispositionInputs: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $dispositionInputs) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** What Shopify itself would pay or charge for settling these units; held against our own figure before anything is paid. */
export async function suggestOutcome(admin: AdminClient, settling: Settling): Promise<SuggestedOutcome> {
  const data = await admin.run(FINANCIAL_OUTCOME, {
    returnId: settling.returnGid,
    returnLineItems: settling.lines.map(({ gid, quantity }) => ({ id: gid, quantity })),
    exchangeLineItems: settling.exchanges.map(({ gid, quantity }) => ({ id: gid, quantity })),
    allocation: settling.isStoreCredit ? "STORE_CREDIT" : "ORIGINAL_PAYMENT_METHODS",
    refundShipping: settling.shipping ? shippingInput(settling.shipping) : null,
    refundDuties: dutiesInput(settling),
    tipLineId: settling.tipLineGid ?? null,
  });
  const outcome = data.return?.suggestedFinancialOutcome;
  if (!outcome) throw new Error(`Shopify has no financial outcome for ${settling.returnGid}`);
  const nothing = zeroPair(pair(outcome.totalTax));
  const transfer = outcome.financialTransfer;
  if (!transfer) return { refund: nothing, owed: nothing };
  return transfer.__typename === "RefundReturnOutcome"
    ? { refund: pair(transfer.amount), owed: nothing }
    : { refund: nothing, owed: pair(transfer.amount) };
}

/** Books the goods in, sends exchanged goods out and pays, in one step. Shopify has no key for it: read the return before trying again. */
export async function processReturn(admin: AdminClient, wanted: Processing): Promise<Result<null, RefusedByShopify>> {
  const { storeCredit } = wanted;
  const isPaying = wanted.payments.length > 0 || storeCredit !== null;
  const { returnProcess } = await admin.run(RETURN_PROCESS, {
    input: {
      returnId: wanted.returnGid,
      returnLineItems: wanted.lines.map(({ gid, quantity }) => ({ id: gid, quantity, dispositions: dispositionsOf(wanted, gid) })),
      exchangeLineItems: wanted.exchanges.map(({ gid, quantity }) => ({ id: gid, quantity })),
      ...(wanted.shipping ? { refundShipping: shippingInput(wanted.shipping) } : {}),
      ...(wanted.duties?.length ? { refundDuties: dutiesInput(wanted) } : {}),
      ...(wanted.tipLineGid ? { tipLineId: wanted.tipLineGid } : {}),
      ...(isPaying
        ? {
            financialTransfer: {
              issueRefund: {
                orderTransactions: wanted.payments.map(({ transactionGid, amount }) => ({
                  parentId: transactionGid,
                  transactionAmount: moneyInput(amount),
                })),
                refundMethods: storeCredit
                  ? [
                      {
                        storeCreditRefund: {
                          amount: moneyInput(storeCredit.amount),
                          expiresAt: storeCredit.expiresAt?.toISOString() ?? null,
                        },
                      },
                    ]
                  : [],
              },
            },
          }
        : {}),
      note: wanted.note,
      notifyCustomer: false,
    },
  });
  return doneOr(returnProcess);
}

/** Says what becomes of units that were settled before. Shopify has no key for it: read the return before trying again. */
export async function disposeGoods(
  admin: AdminClient,
  { dispositions, locationGid }: Pick<Processing, "dispositions" | "locationGid">,
): Promise<Result<null, RefusedByShopify>> {
  const dispositionInputs = dispositions.map((one) => dispositionInput(one, locationGid));
  const { reverseFulfillmentOrderDispose: disposed } = await admin.run(GOODS_DISPOSE, { dispositionInputs });
  return doneOr(disposed);
}

const DISPOSITION_TYPES = {
  restocked: "RESTOCKED",
  not_restocked: "NOT_RESTOCKED",
  processing_required: "PROCESSING_REQUIRED",
  missing: "MISSING",
} as const satisfies Record<Disposition, string>;

function dispositionsOf({ dispositions, locationGid }: Processing, lineGid: string) {
  return dispositions.filter((one) => one.lineGid === lineGid).map((one) => dispositionInput(one, locationGid));
}

function dispositionInput(
  { reverseLineGid, quantity, disposition }: Processing["dispositions"][number],
  locationGid: Processing["locationGid"],
) {
  return {
    reverseFulfillmentOrderLineItemId: reverseLineGid,
    quantity,
    dispositionType: DISPOSITION_TYPES[disposition],
    ...(disposition === "restocked" && locationGid ? { locationId: locationGid } : {}),
  };
}

/** In proportion to the units that are processed, which Shopify works out itself. */
function dutiesInput({ duties = [] }: Settling) {
  return duties.map((dutyId) => ({ dutyId, refundType: "PROPORTIONAL" as const }));
}

function shippingInput(amount: NonNullable<Settling["shipping"]>) {
  return { fullRefund: false, shippingRefundAmount: moneyInput(amount) };
}
