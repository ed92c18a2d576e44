import type { Fields } from "../context.ts";
import { bulkMutations } from "./bulk.ts";
import { creditMutations } from "./credit.ts";
import { customerMutations } from "./customer.ts";
import { discountMutations } from "./discount.ts";
import { draftOrderMutations } from "./draft-order.ts";
import { fulfillmentMutations } from "./fulfillment-event.ts";
import { giftCardMutations } from "./gift-card.ts";
import { metadataMutations } from "./metadata.ts";
import { orderMutations } from "./order.ts";
import { pageMutations } from "./page.ts";
import { refundMutations } from "./refund.ts";
import { returnMutations } from "./returns.ts";
import { reverseDeliveryMutations } from "./reverse-delivery.ts";
import { translationMutations } from "./translations.ts";

export const Mutation: Fields<unknown> = {
  ...returnMutations,
  ...reverseDeliveryMutations,
  ...pageMutations,
  ...translationMutations,
  ...refundMutations,
  ...orderMutations,
  ...creditMutations,
  ...customerMutations,
  ...discountMutations,
  ...giftCardMutations,
  ...draftOrderMutations,
  ...fulfillmentMutations,
  ...metadataMutations,
  ...bulkMutations,
};
