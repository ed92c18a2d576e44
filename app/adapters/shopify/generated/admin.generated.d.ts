/* eslint-disable eslint-comments/disable-enable-pair */
/* eslint-disable eslint-comments/no-unlimited-disable */
/* eslint-disable */
import type * as AdminTypes from './admin.types.js';

export type DeliveryEstimateQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type DeliveryEstimateQuery = { fulfillment?: AdminTypes.Maybe<(
    Pick<AdminTypes.Fulfillment, 'estimatedDeliveryAt'>
    & { events: { nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'estimatedDeliveryAt'>> } }
  )> };

export type CreateCompensationCodeMutationVariables = AdminTypes.Exact<{
  basicCodeDiscount: AdminTypes.DiscountCodeBasicInput;
}>;


export type CreateCompensationCodeMutation = { discountCodeBasicCreate?: AdminTypes.Maybe<{ codeDiscountNode?: AdminTypes.Maybe<Pick<AdminTypes.DiscountCodeNode, 'id'>>, userErrors: Array<Pick<AdminTypes.DiscountUserError, 'field' | 'message' | 'code'>> }> };

export type FindCompensationCodeQueryVariables = AdminTypes.Exact<{
  code: AdminTypes.Scalars['String']['input'];
}>;


export type FindCompensationCodeQuery = { codeDiscountNodeByCode?: AdminTypes.Maybe<Pick<AdminTypes.DiscountCodeNode, 'id'>> };

export type ExchangeVariantsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ExchangeVariantsQuery = { shop: Pick<AdminTypes.Shop, 'currencyCode'>, nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.Product, 'id' | 'status'>
    & { variants: { nodes: Array<(
        Pick<AdminTypes.ProductVariant, 'id' | 'title' | 'price' | 'availableForSale' | 'sellableOnlineQuantity' | 'inventoryPolicy'>
        & { inventoryItem: Pick<AdminTypes.InventoryItem, 'tracked'> }
      )> } }
  )>> };

export type OrderNameFormatQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type OrderNameFormatQuery = { shop: Pick<AdminTypes.Shop, 'orderNumberFormatPrefix' | 'orderNumberFormatSuffix'> };

export type OrdersByNameQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type OrdersByNameQuery = { orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'email'>
      & { customer?: AdminTypes.Maybe<{ defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>> }>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name'>> }
    )> } };

export type OrderCardsQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
  customer: AdminTypes.Scalars['ID']['input'];
  isCustomer: AdminTypes.Scalars['Boolean']['input'];
}>;


export type OrderCardsQuery = { customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'firstName'>>, orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'email' | 'processedAt' | 'cancelledAt' | 'displayFulfillmentStatus' | 'subtotalLineItemsQuantity'>
      & { customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>>, totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, lineItems: { nodes: Array<(
          Pick<AdminTypes.LineItem, 'title'>
          & { image?: AdminTypes.Maybe<Pick<AdminTypes.Image, 'url' | 'altText'>> }
        )> } }
    )> } };

export type IssueGiftCardMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.GiftCardCreateInput;
}>;


export type IssueGiftCardMutation = { giftCardCreate?: AdminTypes.Maybe<{ giftCard?: AdminTypes.Maybe<Pick<AdminTypes.GiftCard, 'id'>>, userErrors: Array<Pick<AdminTypes.GiftCardUserError, 'field' | 'message' | 'code'>> }> };

export type GiftCardsOfCustomerQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type GiftCardsOfCustomerQuery = { giftCards: { nodes: Array<(
      Pick<AdminTypes.GiftCard, 'id' | 'note' | 'enabled' | 'createdAt'>
      & { initialValue: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    )> } };

export type GoodsOriginQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type GoodsOriginQuery = { order?: AdminTypes.Maybe<{ lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'id'>
        & { variant?: AdminTypes.Maybe<{ inventoryItem: Pick<AdminTypes.InventoryItem, 'harmonizedSystemCode' | 'countryCodeOfOrigin'> }> }
      )> } }> };

export type MarketingConsentQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type MarketingConsentQuery = { customer?: AdminTypes.Maybe<{ defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress' | 'marketingState'>> }> };

export type RefundsOfOrdersQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type RefundsOfOrdersQuery = { nodes: Array<AdminTypes.Maybe<{ __typename: 'AbandonedCheckout' | 'AppInstallation' | 'BulkOperation' | 'Collection' | 'Customer' | 'DiscountCodeNode' | 'Domain' | 'DraftOrder' | 'Duty' | 'ExchangeLineItem' | 'Fulfillment' | 'FulfillmentEvent' | 'FulfillmentLineItem' | 'GiftCard' | 'InventoryItem' | 'LineItem' | 'Location' | 'MailingAddress' | 'Market' | 'Metafield' } | { __typename: 'OrderTransaction' | 'Page' | 'Product' | 'ProductVariant' | 'Refund' | 'RefundShippingLine' | 'Return' | 'ReturnLineItem' | 'ReturnReasonDefinition' | 'ReturnableFulfillment' | 'ReverseDelivery' | 'ReverseFulfillmentOrder' | 'ReverseFulfillmentOrderDisposition' | 'ReverseFulfillmentOrderLineItem' | 'Segment' | 'Shop' | 'ShopAddress' | 'StoreCreditAccount' | 'StoreCreditAccountCreditTransaction' | 'StoreCreditAccountDebitRevertTransaction' } | { __typename: 'UnverifiedReturnLineItem' } | (
    { __typename: 'Order' }
    & Pick<AdminTypes.Order, 'id'>
    & { customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>>, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'note'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, return?: AdminTypes.Maybe<Pick<AdminTypes.Return, 'id'>> }
    )> }
  )>> };

export type CompensationCodesQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type CompensationCodesQuery = { nodes: Array<AdminTypes.Maybe<{ __typename: 'AbandonedCheckout' | 'AppInstallation' | 'BulkOperation' | 'Collection' | 'Customer' | 'Domain' | 'DraftOrder' | 'Duty' | 'ExchangeLineItem' | 'Fulfillment' | 'FulfillmentEvent' | 'FulfillmentLineItem' | 'GiftCard' | 'InventoryItem' | 'LineItem' | 'Location' | 'MailingAddress' | 'Market' | 'Metafield' | 'Order' } | { __typename: 'OrderTransaction' | 'Page' | 'Product' | 'ProductVariant' | 'Refund' | 'RefundShippingLine' | 'Return' | 'ReturnLineItem' | 'ReturnReasonDefinition' | 'ReturnableFulfillment' | 'ReverseDelivery' | 'ReverseFulfillmentOrder' | 'ReverseFulfillmentOrderDisposition' | 'ReverseFulfillmentOrderLineItem' | 'Segment' | 'Shop' | 'ShopAddress' | 'StoreCreditAccount' | 'StoreCreditAccountCreditTransaction' | 'StoreCreditAccountDebitRevertTransaction' } | { __typename: 'UnverifiedReturnLineItem' } | (
    { __typename: 'DiscountCodeNode' }
    & Pick<AdminTypes.DiscountCodeNode, 'id'>
    & { codeDiscount: { __typename: 'DiscountCodeApp' } | (
      { __typename: 'DiscountCodeBasic' }
      & { customerGets: { value: (
          { __typename: 'DiscountAmount' }
          & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
        ) | (
          { __typename: 'DiscountOnQuantity' }
          & { quantity: Pick<AdminTypes.DiscountQuantity, 'quantity'> }
        ) | { __typename: 'DiscountPercentage' } } }
    ) }
  )>> };

export type StatusOfReturnsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type StatusOfReturnsQuery = { nodes: Array<AdminTypes.Maybe<Pick<AdminTypes.Return, 'id' | 'status'>>> };

export type ChangeBagFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type OrderBeforeItLeavesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OrderBeforeItLeavesQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'processedAt' | 'updatedAt' | 'cancelledAt' | 'displayFulfillmentStatus' | 'returnStatus' | 'email'>
    & { customer?: AdminTypes.Maybe<(
      Pick<AdminTypes.Customer, 'id'>
      & { defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>> }
    )>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'zip' | 'phone' | 'province' | 'provinceCode' | 'country' | 'countryCodeV2'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, fulfillments: Array<Pick<AdminTypes.Fulfillment, 'status'>>, refunds: Array<(
      Pick<AdminTypes.Refund, 'id'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
    )>, lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'title' | 'variantTitle' | 'quantity'>
        & { image?: AdminTypes.Maybe<Pick<AdminTypes.Image, 'url'>> }
      )> } }
  )> };

export type CancelOrderMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  note: AdminTypes.Scalars['String']['input'];
}>;


export type CancelOrderMutation = { orderCancel?: AdminTypes.Maybe<{ job?: AdminTypes.Maybe<Pick<AdminTypes.Job, 'id' | 'done'>>, orderCancelUserErrors: Array<Pick<AdminTypes.OrderCancelUserError, 'field' | 'message' | 'code'>> }> };

export type CancellationJobQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type CancellationJobQuery = { job?: AdminTypes.Maybe<Pick<AdminTypes.Job, 'id' | 'done'>> };

export type ReaddressOrderMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.OrderInput;
}>;


export type ReaddressOrderMutation = { orderUpdate?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type GoodsBagFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type OrderGoodsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type OrderGoodsQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'cancelledAt' | 'displayFinancialStatus'>
    & { customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>>, totalShippingPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'status' | 'deliveredAt'>
      & { fulfillmentLineItems: { nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
        )> } }
    )>, lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'id' | 'quantity'>
        & { originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> } }
  )> };

export type StartOrderHistoryMutationVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type StartOrderHistoryMutation = { bulkOperationRunQuery?: AdminTypes.Maybe<{ bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'id'>>, userErrors: Array<Pick<AdminTypes.BulkOperationUserError, 'field' | 'message' | 'code'>> }> };

export type OrderHistoryStatusQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OrderHistoryStatusQuery = { bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'status' | 'errorCode' | 'objectCount' | 'url'>> };

export type SendOrderInvoiceMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  email?: AdminTypes.InputMaybe<AdminTypes.EmailInput>;
}>;


export type SendOrderInvoiceMutation = { orderInvoiceSend?: AdminTypes.Maybe<{ order?: AdminTypes.Maybe<Pick<AdminTypes.Order, 'id'>>, userErrors: Array<Pick<AdminTypes.OrderInvoiceSendUserError, 'field' | 'message' | 'code'>> }> };

export type BothMoneysFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type ChangedOrdersQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type ChangedOrdersQuery = { orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'email' | 'phone' | 'processedAt' | 'updatedAt' | 'cancelledAt' | 'test' | 'taxesIncluded' | 'tags' | 'customerLocale' | 'displayFinancialStatus' | 'displayFulfillmentStatus'>
      & { subtotalPriceSet?: AdminTypes.Maybe<{ shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }>, totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalShippingPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTipReceivedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'countryCodeV2' | 'provinceCode'>>, customer?: AdminTypes.Maybe<(
        Pick<AdminTypes.Customer, 'id' | 'firstName' | 'lastName' | 'locale' | 'tags' | 'updatedAt'>
        & { defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>> }
      )>, lineItems: { nodes: Array<(
          Pick<AdminTypes.LineItem, 'id' | 'title' | 'variantTitle' | 'sku' | 'vendor' | 'quantity' | 'currentQuantity' | 'requiresShipping' | 'isGiftCard'>
          & { product?: AdminTypes.Maybe<Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'vendor' | 'tags' | 'updatedAt'>>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, duties: Array<(
            Pick<AdminTypes.Duty, 'id'>
            & { price: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
          )> }
        )> }, fulfillments: Array<(
        Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'displayStatus' | 'createdAt' | 'updatedAt' | 'estimatedDeliveryAt' | 'inTransitAt' | 'deliveredAt'>
        & { trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { nodes: Array<(
            Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
            & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
          )> }, events: { nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'message' | 'happenedAt' | 'estimatedDeliveryAt' | 'city' | 'country'>> } }
      )>, refunds: Array<(
        Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
        & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, return?: AdminTypes.Maybe<Pick<AdminTypes.Return, 'id'>> }
      )> }
    )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> } };

export type OtherLocalesQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type OtherLocalesQuery = { shopLocales: Array<Pick<AdminTypes.ShopLocale, 'locale' | 'primary'>> };

export type PageInLanguageQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  locale: AdminTypes.Scalars['String']['input'];
}>;


export type PageInLanguageQuery = { translatableResource?: AdminTypes.Maybe<{ translatableContent: Array<Pick<AdminTypes.TranslatableContent, 'key' | 'value' | 'digest'>>, translations: Array<Pick<AdminTypes.Translation, 'key' | 'value'>> }> };

export type TranslatePageMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  translations: Array<AdminTypes.TranslationInput> | AdminTypes.TranslationInput;
}>;


export type TranslatePageMutation = { translationsRegister?: AdminTypes.Maybe<{ translations?: AdminTypes.Maybe<Array<Pick<AdminTypes.Translation, 'key' | 'value'>>>, userErrors: Array<Pick<AdminTypes.TranslationUserError, 'field' | 'message' | 'code'>> }> };

export type UntranslatePageMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  locale: AdminTypes.Scalars['String']['input'];
}>;


export type UntranslatePageMutation = { translationsRemove?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.TranslationUserError, 'field' | 'message' | 'code'>> }> };

export type ParcelAddressQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ParcelAddressQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'email' | 'phone'>
    & { shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'company' | 'address1' | 'address2' | 'city' | 'provinceCode' | 'zip' | 'countryCodeV2' | 'phone'>> }
  )> };

export type CollectionNamesQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type CollectionNamesQuery = { collections: { nodes: Array<Pick<AdminTypes.Collection, 'id' | 'title'>> } };

export type SegmentNamesQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type SegmentNamesQuery = { segments: { nodes: Array<Pick<AdminTypes.Segment, 'id' | 'name'>> } };

export type MarketNamesQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type MarketNamesQuery = { markets: { nodes: Array<Pick<AdminTypes.Market, 'id' | 'name'>> } };

export type ProductCollectionsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ProductCollectionsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.Product, 'id'>
    & { collections: { nodes: Array<Pick<AdminTypes.Collection, 'id'>> } }
  )>> };

export type SegmentMembershipQueryVariables = AdminTypes.Exact<{
  customer: AdminTypes.Scalars['ID']['input'];
  segments: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type SegmentMembershipQuery = { customerSegmentMembership: { memberships: Array<Pick<AdminTypes.SegmentMembership, 'segmentId' | 'isMember'>> } };

export type MarketOfCountryQueryVariables = AdminTypes.Exact<{
  country: AdminTypes.CountryCode;
}>;


export type MarketOfCountryQuery = { marketByGeography?: AdminTypes.Maybe<Pick<AdminTypes.Market, 'id'>> };

export type ProductForSaleFragment = (
  Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'status' | 'isGiftCard' | 'onlineStoreUrl'>
  & { collections: { nodes: Array<Pick<AdminTypes.Collection, 'id'>> }, variants: { nodes: Array<(
      Pick<AdminTypes.ProductVariant, 'id' | 'title' | 'price' | 'availableForSale' | 'sellableOnlineQuantity' | 'inventoryPolicy'>
      & { inventoryItem: Pick<AdminTypes.InventoryItem, 'tracked'> }
    )> } }
);

export type ProductsForSaleQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ProductsForSaleQuery = { shop: Pick<AdminTypes.Shop, 'currencyCode'>, products: { nodes: Array<(
      Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'status' | 'isGiftCard' | 'onlineStoreUrl'>
      & { collections: { nodes: Array<Pick<AdminTypes.Collection, 'id'>> }, variants: { nodes: Array<(
          Pick<AdminTypes.ProductVariant, 'id' | 'title' | 'price' | 'availableForSale' | 'sellableOnlineQuantity' | 'inventoryPolicy'>
          & { inventoryItem: Pick<AdminTypes.InventoryItem, 'tracked'> }
        )> } }
    )> } };

export type ProductsOfVariantsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ProductsOfVariantsQuery = { shop: Pick<AdminTypes.Shop, 'currencyCode'>, nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.ProductVariant, 'id' | 'title' | 'price' | 'availableForSale' | 'sellableOnlineQuantity' | 'inventoryPolicy'>
    & { inventoryItem: Pick<AdminTypes.InventoryItem, 'tracked'>, product: Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'status' | 'isGiftCard' | 'onlineStoreUrl'> }
  )>> };

export type ProductFactsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ProductFactsQuery = { nodes: Array<AdminTypes.Maybe<Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'vendor' | 'tags' | 'updatedAt'>>> };

export type CustomerByEmailQueryVariables = AdminTypes.Exact<{
  identifier: AdminTypes.CustomerIdentifierInput;
}>;


export type CustomerByEmailQuery = { customerByIdentifier?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>> };

export type CreateReceiverMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.CustomerInput;
}>;


export type CreateReceiverMutation = { customerCreate?: AdminTypes.Maybe<{ customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type ReturnPartsFragment = (
  Pick<AdminTypes.Return, 'id' | 'name' | 'status' | 'createdAt'>
  & { decline?: AdminTypes.Maybe<Pick<AdminTypes.ReturnDecline, 'reason' | 'note'>>, order: Pick<AdminTypes.Order, 'id'>, returnShippingFees: Array<{ amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, returnLineItems: { nodes: Array<(
      Pick<AdminTypes.ReturnLineItem, 'id' | 'quantity' | 'processedQuantity' | 'unprocessedQuantity' | 'customerNote' | 'returnReasonNote'>
      & { fulfillmentLineItem: (
        Pick<AdminTypes.FulfillmentLineItem, 'id'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'title'> }
      ), returnReasonDefinition?: AdminTypes.Maybe<Pick<AdminTypes.ReturnReasonDefinition, 'handle'>> }
    ) | (
      Pick<AdminTypes.UnverifiedReturnLineItem, 'id' | 'quantity' | 'processedQuantity' | 'unprocessedQuantity' | 'customerNote' | 'returnReasonNote'>
      & { returnReasonDefinition?: AdminTypes.Maybe<Pick<AdminTypes.ReturnReasonDefinition, 'handle'>> }
    )> }, exchangeLineItems: { nodes: Array<Pick<AdminTypes.ExchangeLineItem, 'id' | 'quantity' | 'unprocessedQuantity' | 'variantId'>> }, reverseFulfillmentOrders: { nodes: Array<{ lineItems: { nodes: Array<(
          Pick<AdminTypes.ReverseFulfillmentOrderLineItem, 'id'>
          & { fulfillmentLineItem?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentLineItem, 'id'>>, dispositions: Array<Pick<AdminTypes.ReverseFulfillmentOrderDisposition, 'quantity'>> }
        )> } }> }, refunds: { nodes: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
    )> } }
);

export type ReturnBagFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type ReturnDetailQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReturnDetailQuery = { return?: AdminTypes.Maybe<(
    Pick<AdminTypes.Return, 'id' | 'name' | 'status' | 'createdAt'>
    & { decline?: AdminTypes.Maybe<Pick<AdminTypes.ReturnDecline, 'reason' | 'note'>>, order: Pick<AdminTypes.Order, 'id'>, returnShippingFees: Array<{ amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, returnLineItems: { nodes: Array<(
        Pick<AdminTypes.ReturnLineItem, 'id' | 'quantity' | 'processedQuantity' | 'unprocessedQuantity' | 'customerNote' | 'returnReasonNote'>
        & { fulfillmentLineItem: (
          Pick<AdminTypes.FulfillmentLineItem, 'id'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'title'> }
        ), returnReasonDefinition?: AdminTypes.Maybe<Pick<AdminTypes.ReturnReasonDefinition, 'handle'>> }
      ) | (
        Pick<AdminTypes.UnverifiedReturnLineItem, 'id' | 'quantity' | 'processedQuantity' | 'unprocessedQuantity' | 'customerNote' | 'returnReasonNote'>
        & { returnReasonDefinition?: AdminTypes.Maybe<Pick<AdminTypes.ReturnReasonDefinition, 'handle'>> }
      )> }, exchangeLineItems: { nodes: Array<Pick<AdminTypes.ExchangeLineItem, 'id' | 'quantity' | 'unprocessedQuantity' | 'variantId'>> }, reverseFulfillmentOrders: { nodes: Array<{ lineItems: { nodes: Array<(
            Pick<AdminTypes.ReverseFulfillmentOrderLineItem, 'id'>
            & { fulfillmentLineItem?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentLineItem, 'id'>>, dispositions: Array<Pick<AdminTypes.ReverseFulfillmentOrderDisposition, 'quantity'>> }
          )> } }> }, refunds: { nodes: Array<(
        Pick<AdminTypes.Refund, 'id' | 'createdAt'>
        & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
      )> } }
  )> };

export type ReturnIdsOfOrderQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReturnIdsOfOrderQuery = { order?: AdminTypes.Maybe<{ returns: { nodes: Array<Pick<AdminTypes.Return, 'id'>> } }> };

export type ReturnReasonsByHandleQueryVariables = AdminTypes.Exact<{
  handles: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
}>;


export type ReturnReasonsByHandleQuery = { returnReasonDefinitions: { nodes: Array<Pick<AdminTypes.ReturnReasonDefinition, 'id' | 'handle'>> } };

export type ReturnCreateMutationVariables = AdminTypes.Exact<{
  returnInput: AdminTypes.ReturnInput;
}>;


export type ReturnCreateMutation = { returnCreate?: AdminTypes.Maybe<{ return?: AdminTypes.Maybe<Pick<AdminTypes.Return, 'id'>>, userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnApproveMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.ReturnApproveRequestInput;
}>;


export type ReturnApproveMutation = { returnApproveRequest?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnDeclineMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.ReturnDeclineRequestInput;
}>;


export type ReturnDeclineMutation = { returnDeclineRequest?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnCancelMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReturnCancelMutation = { returnCancel?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnCloseMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReturnCloseMutation = { returnClose?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnTakeOutMutationVariables = AdminTypes.Exact<{
  returnId: AdminTypes.Scalars['ID']['input'];
  returnLineItems: Array<AdminTypes.ReturnLineItemRemoveFromReturnInput> | AdminTypes.ReturnLineItemRemoveFromReturnInput;
}>;


export type ReturnTakeOutMutation = { removeFromReturn?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnFinancialOutcomeQueryVariables = AdminTypes.Exact<{
  returnId: AdminTypes.Scalars['ID']['input'];
  returnLineItems: Array<AdminTypes.SuggestedOutcomeReturnLineItemInput> | AdminTypes.SuggestedOutcomeReturnLineItemInput;
  exchangeLineItems: Array<AdminTypes.SuggestedOutcomeExchangeLineItemInput> | AdminTypes.SuggestedOutcomeExchangeLineItemInput;
  allocation: AdminTypes.RefundMethodAllocation;
  refundShipping?: AdminTypes.InputMaybe<AdminTypes.RefundShippingInput>;
  refundDuties?: AdminTypes.InputMaybe<Array<AdminTypes.RefundDutyInput> | AdminTypes.RefundDutyInput>;
  tipLineId?: AdminTypes.InputMaybe<AdminTypes.Scalars['ID']['input']>;
}>;


export type ReturnFinancialOutcomeQuery = { return?: AdminTypes.Maybe<{ suggestedFinancialOutcome?: AdminTypes.Maybe<{ totalTax: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, financialTransfer?: AdminTypes.Maybe<(
        { __typename: 'InvoiceReturnOutcome' | 'RefundReturnOutcome' }
        & { amount: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
      )> }> }> };

export type OutcomeBagFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type ReturnProcessMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.ReturnProcessInput;
}>;


export type ReturnProcessMutation = { returnProcess?: AdminTypes.Maybe<{ return?: AdminTypes.Maybe<Pick<AdminTypes.Return, 'id'>>, userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ReturnedGoodsDisposeMutationVariables = AdminTypes.Exact<{
  dispositionInputs: Array<AdminTypes.ReverseFulfillmentOrderDisposeInput> | AdminTypes.ReverseFulfillmentOrderDisposeInput;
}>;


export type ReturnedGoodsDisposeMutation = { reverseFulfillmentOrderDispose?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type BagFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type OrderToReturnQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
  parcels: AdminTypes.Scalars['Int']['input'];
}>;


export type OrderToReturnQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'email' | 'customerLocale' | 'processedAt' | 'cancelledAt' | 'taxesIncluded' | 'dutiesIncluded' | 'currencyCode' | 'presentmentCurrencyCode'>
    & { totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTipReceivedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'address1' | 'address2' | 'zip' | 'city' | 'countryCodeV2'>>, customer?: AdminTypes.Maybe<(
      Pick<AdminTypes.Customer, 'id' | 'tags' | 'numberOfOrders'>
      & { defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>> }
    )>, lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'id' | 'title' | 'variantTitle' | 'sku' | 'vendor' | 'quantity' | 'currentQuantity' | 'requiresShipping' | 'isGiftCard'>
        & { image?: AdminTypes.Maybe<Pick<AdminTypes.Image, 'url'>>, product?: AdminTypes.Maybe<(
          Pick<AdminTypes.Product, 'id' | 'productType' | 'tags'>
          & { finalSale?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value'>> }
        )>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, duties: Array<(
          Pick<AdminTypes.Duty, 'id'>
          & { price: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
        )> }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage'> }, shippingLines: { nodes: Array<(
        Pick<AdminTypes.ShippingLine, 'isRemoved'>
        & { discountedPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
      )> }, fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'status' | 'createdAt' | 'deliveredAt'>
      & { location?: AdminTypes.Maybe<(
        Pick<AdminTypes.Location, 'id' | 'name'>
        & { address: Pick<AdminTypes.LocationAddress, 'formatted'> }
      )>, fulfillmentLineItems: { nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'id' | 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
        )> } }
    )>, transactions: Array<(
      Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
      & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
    )>, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt'>
      & { return?: AdminTypes.Maybe<Pick<AdminTypes.Return, 'id'>>, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, refundLineItems: { nodes: Array<(
          Pick<AdminTypes.RefundLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'>, subtotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
        )> }, refundShippingLines: { nodes: Array<{ subtotalAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> } }
    )>, returns: { nodes: Array<(
        Pick<AdminTypes.Return, 'id' | 'status' | 'createdAt'>
        & { returnLineItems: { nodes: Array<(
            Pick<AdminTypes.ReturnLineItem, 'quantity' | 'processedQuantity' | 'refundedQuantity'>
            & { fulfillmentLineItem: { lineItem: Pick<AdminTypes.LineItem, 'id'> } }
          ) | Pick<AdminTypes.UnverifiedReturnLineItem, 'quantity' | 'processedQuantity' | 'refundedQuantity'>> }, exchangeLineItems: { nodes: Array<{ lineItems?: AdminTypes.Maybe<Array<Pick<AdminTypes.LineItem, 'id'>>> }> } }
      )> } }
  )>, returnableFulfillments: { nodes: Array<{ returnableFulfillmentLineItems: { nodes: Array<(
          Pick<AdminTypes.ReturnableFulfillmentLineItem, 'quantity'>
          & { fulfillmentLineItem: Pick<AdminTypes.FulfillmentLineItem, 'id'> }
        )> } }> } };

export type ReverseDeliveriesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReverseDeliveriesQuery = { return?: AdminTypes.Maybe<{ reverseFulfillmentOrders: { nodes: Array<(
        Pick<AdminTypes.ReverseFulfillmentOrder, 'id'>
        & { reverseDeliveries: { nodes: Array<(
            Pick<AdminTypes.ReverseDelivery, 'id'>
            & { deliverable?: AdminTypes.Maybe<{ label?: AdminTypes.Maybe<Pick<AdminTypes.ReverseDeliveryLabelV2, 'publicFileUrl'>>, tracking?: AdminTypes.Maybe<Pick<AdminTypes.ReverseDeliveryTrackingV2, 'number'>> }> }
          )> } }
      )> } }> };

export type ReverseDeliveryCreateMutationVariables = AdminTypes.Exact<{
  reverseFulfillmentOrderId: AdminTypes.Scalars['ID']['input'];
  labelInput?: AdminTypes.InputMaybe<AdminTypes.ReverseDeliveryLabelInput>;
  trackingInput?: AdminTypes.InputMaybe<AdminTypes.ReverseDeliveryTrackingInput>;
}>;


export type ReverseDeliveryCreateMutation = { reverseDeliveryCreateWithShipping?: AdminTypes.Maybe<{ reverseDelivery?: AdminTypes.Maybe<Pick<AdminTypes.ReverseDelivery, 'id'>>, userErrors: Array<Pick<AdminTypes.ReturnUserError, 'field' | 'message' | 'code'>> }> };

export type ShopPageByIdQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ShopPageByIdQuery = { page?: AdminTypes.Maybe<Pick<AdminTypes.Page, 'id' | 'handle' | 'body'>> };

export type ShopPagesByHandleQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type ShopPagesByHandleQuery = { pages: { nodes: Array<Pick<AdminTypes.Page, 'id' | 'handle' | 'body'>> } };

export type ShopPageCreateMutationVariables = AdminTypes.Exact<{
  page: AdminTypes.PageCreateInput;
}>;


export type ShopPageCreateMutation = { pageCreate?: AdminTypes.Maybe<{ page?: AdminTypes.Maybe<Pick<AdminTypes.Page, 'id' | 'handle' | 'body'>>, userErrors: Array<Pick<AdminTypes.PageCreateUserError, 'field' | 'message' | 'code'>> }> };

export type ShopPageUpdateMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  page: AdminTypes.PageUpdateInput;
}>;


export type ShopPageUpdateMutation = { pageUpdate?: AdminTypes.Maybe<{ page?: AdminTypes.Maybe<Pick<AdminTypes.Page, 'id' | 'handle' | 'body'>>, userErrors: Array<Pick<AdminTypes.PageUpdateUserError, 'field' | 'message' | 'code'>> }> };

export type ShopProfileQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ShopProfileQuery = { shop: (
    Pick<AdminTypes.Shop, 'id' | 'name' | 'email' | 'contactEmail' | 'currencyCode' | 'ianaTimezone'>
    & { primaryDomain: Pick<AdminTypes.Domain, 'url'>, shopAddress: Pick<AdminTypes.ShopAddress, 'countryCodeV2'> }
  ), storeCreditConfiguration: Pick<AdminTypes.StoreCreditConfiguration, 'storeCreditEnabled'>, shopLocales: Array<Pick<AdminTypes.ShopLocale, 'locale' | 'primary'>>, currentAppInstallation: { accessScopes: Array<Pick<AdminTypes.AccessScope, 'handle'>> } };

export type FindReservationsQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type FindReservationsQuery = { marked: { nodes: Array<Pick<AdminTypes.DraftOrder, 'id' | 'tags'>> }, newest: { nodes: Array<Pick<AdminTypes.DraftOrder, 'id' | 'tags'>> } };

export type ReserveStockMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.DraftOrderInput;
}>;


export type ReserveStockMutation = { draftOrderCreate?: AdminTypes.Maybe<{ draftOrder?: AdminTypes.Maybe<Pick<AdminTypes.DraftOrder, 'id'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type ReleaseStockMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReleaseStockMutation = { draftOrderDelete?: AdminTypes.Maybe<(
    Pick<AdminTypes.DraftOrderDeletePayload, 'deletedId'>
    & { userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }
  )> };

export type DraftIsThereQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type DraftIsThereQuery = { draftOrder?: AdminTypes.Maybe<Pick<AdminTypes.DraftOrder, 'id'>> };

export type GiveStoreCreditMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  creditInput: AdminTypes.StoreCreditAccountCreditInput;
}>;


export type GiveStoreCreditMutation = { storeCreditAccountCredit?: AdminTypes.Maybe<{ storeCreditAccountTransaction?: AdminTypes.Maybe<Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id'>>, userErrors: Array<Pick<AdminTypes.StoreCreditAccountCreditUserError, 'field' | 'message' | 'code'>> }> };

export type StoreCreditsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type StoreCreditsQuery = { customer?: AdminTypes.Maybe<{ storeCreditAccounts: { nodes: Array<(
        Pick<AdminTypes.StoreCreditAccount, 'id'>
        & { balance: Pick<AdminTypes.MoneyV2, 'currencyCode'>, transactions: { nodes: Array<(
            { __typename: 'StoreCreditAccountCreditTransaction' }
            & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'createdAt'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitRevertTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      )> } }> };

interface GeneratedQueryTypes {
  "#graphql\n  query DeliveryEstimate($id: ID!) {\n    fulfillment(id: $id) {\n      estimatedDeliveryAt\n      events(first: 100, sortKey: HAPPENED_AT) {\n        nodes {\n          estimatedDeliveryAt\n        }\n      }\n    }\n  }": {return: DeliveryEstimateQuery, variables: DeliveryEstimateQueryVariables},
  "#graphql\n  query FindCompensationCode($code: String!) {\n    codeDiscountNodeByCode(code: $code) {\n      id\n    }\n  }": {return: FindCompensationCodeQuery, variables: FindCompensationCodeQueryVariables},
  "#graphql\n  query ExchangeVariants($ids: [ID!]!) {\n    shop {\n      currencyCode\n    }\n    nodes(ids: $ids) {\n      ... on Product {\n        id\n        status\n        variants(first: 100) {\n          nodes {\n            id\n            title\n            price\n            availableForSale\n            sellableOnlineQuantity\n            inventoryPolicy\n            inventoryItem {\n              tracked\n            }\n          }\n        }\n      }\n    }\n  }": {return: ExchangeVariantsQuery, variables: ExchangeVariantsQueryVariables},
  "#graphql\n  query OrderNameFormat {\n    shop {\n      orderNumberFormatPrefix\n      orderNumberFormatSuffix\n    }\n  }": {return: OrderNameFormatQuery, variables: OrderNameFormatQueryVariables},
  "#graphql\n  query OrdersByName($query: String!) {\n    orders(first: 10, query: $query, sortKey: PROCESSED_AT, reverse: true) {\n      nodes {\n        id\n        name\n        email\n        customer {\n          defaultEmailAddress {\n            emailAddress\n          }\n        }\n        shippingAddress {\n          name\n        }\n      }\n    }\n  }": {return: OrdersByNameQuery, variables: OrdersByNameQueryVariables},
  "#graphql\n  query OrderCards($query: String!, $customer: ID!, $isCustomer: Boolean!) {\n    customer(id: $customer) @include(if: $isCustomer) {\n      firstName\n    }\n    orders(first: 20, query: $query, sortKey: PROCESSED_AT, reverse: true) {\n      nodes {\n        id\n        name\n        email\n        processedAt\n        cancelledAt\n        displayFulfillmentStatus\n        subtotalLineItemsQuantity\n        customer {\n          id\n        }\n        totalPriceSet {\n          shopMoney {\n            amount\n            currencyCode\n          }\n          presentmentMoney {\n            amount\n            currencyCode\n          }\n        }\n        lineItems(first: 4) {\n          nodes {\n            title\n            image {\n              url\n              altText\n            }\n          }\n        }\n      }\n    }\n  }": {return: OrderCardsQuery, variables: OrderCardsQueryVariables},
  "#graphql\n  query GiftCardsOfCustomer($query: String!) {\n    giftCards(first: 50, query: $query, reverse: true) {\n      nodes {\n        id\n        note\n        enabled\n        createdAt\n        initialValue {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }": {return: GiftCardsOfCustomerQuery, variables: GiftCardsOfCustomerQueryVariables},
  "#graphql\n  query GoodsOrigin($id: ID!) {\n    order(id: $id) {\n      lineItems(first: 250) {\n        nodes {\n          id\n          variant {\n            inventoryItem {\n              harmonizedSystemCode\n              countryCodeOfOrigin\n            }\n          }\n        }\n      }\n    }\n  }": {return: GoodsOriginQuery, variables: GoodsOriginQueryVariables},
  "#graphql\n  query MarketingConsent($id: ID!) {\n    customer(id: $id) {\n      defaultEmailAddress {\n        emailAddress\n        marketingState\n      }\n    }\n  }": {return: MarketingConsentQuery, variables: MarketingConsentQueryVariables},
  "#graphql\n  query RefundsOfOrders($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Order {\n        id\n        customer {\n          id\n        }\n        refunds(first: 100) {\n          id\n          note\n          totalRefundedSet {\n            shopMoney {\n              amount\n              currencyCode\n            }\n            presentmentMoney {\n              amount\n              currencyCode\n            }\n          }\n          return {\n            id\n          }\n        }\n      }\n    }\n  }": {return: RefundsOfOrdersQuery, variables: RefundsOfOrdersQueryVariables},
  "#graphql\n  query CompensationCodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on DiscountCodeNode {\n        id\n        codeDiscount {\n          __typename\n          ... on DiscountCodeBasic {\n            customerGets {\n              value {\n                __typename\n                ... on DiscountAmount {\n                  amount {\n                    amount\n                    currencyCode\n                  }\n                }\n                ... on DiscountOnQuantity {\n                  quantity {\n                    quantity\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }": {return: CompensationCodesQuery, variables: CompensationCodesQueryVariables},
  "#graphql\n  query StatusOfReturns($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Return {\n        id\n        status\n      }\n    }\n  }": {return: StatusOfReturnsQuery, variables: StatusOfReturnsQueryVariables},
  "#graphql\n  fragment ChangeBag on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query OrderBeforeItLeaves($id: ID!) {\n    order(id: $id) {\n      id\n      name\n      processedAt\n      updatedAt\n      cancelledAt\n      displayFulfillmentStatus\n      returnStatus\n      email\n      customer {\n        id\n        defaultEmailAddress {\n          emailAddress\n        }\n      }\n      shippingAddress {\n        firstName\n        lastName\n        company\n        address1\n        address2\n        city\n        zip\n        phone\n        province\n        provinceCode\n        country\n        countryCodeV2\n      }\n      netPaymentSet {\n        ...ChangeBag\n      }\n      fulfillments(first: 25) {\n        status\n      }\n      refunds(first: 100) {\n        id\n        totalRefundedSet {\n          ...ChangeBag\n        }\n      }\n      lineItems(first: 50) {\n        nodes {\n          title\n          variantTitle\n          quantity\n          image {\n            url\n          }\n        }\n      }\n    }\n  }": {return: OrderBeforeItLeavesQuery, variables: OrderBeforeItLeavesQueryVariables},
  "#graphql\n  query CancellationJob($id: ID!) {\n    job(id: $id) {\n      id\n      done\n    }\n  }": {return: CancellationJobQuery, variables: CancellationJobQueryVariables},
  "#graphql\n  fragment GoodsBag on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query OrderGoods($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      name\n      cancelledAt\n      displayFinancialStatus\n      customer {\n        id\n      }\n      totalShippingPriceSet {\n        ...GoodsBag\n      }\n      fulfillments(first: 25) {\n        id\n        status\n        deliveredAt\n        fulfillmentLineItems(first: 100) {\n          nodes {\n            quantity\n            lineItem {\n              id\n            }\n          }\n        }\n      }\n      lineItems(first: 50, after: $after) {\n        nodes {\n          id\n          quantity\n          originalTotalSet {\n            ...GoodsBag\n          }\n          discountAllocations {\n            allocatedAmountSet {\n              ...GoodsBag\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }": {return: OrderGoodsQuery, variables: OrderGoodsQueryVariables},
  "#graphql\n  query OrderHistoryStatus($id: ID!) {\n    bulkOperation(id: $id) {\n      status\n      errorCode\n      objectCount\n      url\n    }\n  }": {return: OrderHistoryStatusQuery, variables: OrderHistoryStatusQueryVariables},
  "#graphql\n  fragment BothMoneys on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query ChangedOrders($query: String!, $first: Int!, $after: String) {\n    orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {\n      nodes {\n        id\n        name\n        email\n        phone\n        processedAt\n        updatedAt\n        cancelledAt\n        test\n        taxesIncluded\n        tags\n        customerLocale\n        displayFinancialStatus\n        displayFulfillmentStatus\n        subtotalPriceSet {\n          ...BothMoneys\n        }\n        totalPriceSet {\n          ...BothMoneys\n        }\n        totalShippingPriceSet {\n          ...BothMoneys\n        }\n        totalTipReceivedSet {\n          ...BothMoneys\n        }\n        shippingAddress {\n          name\n          countryCodeV2\n          provinceCode\n        }\n        customer {\n          id\n          firstName\n          lastName\n          locale\n          tags\n          updatedAt\n          defaultEmailAddress {\n            emailAddress\n          }\n        }\n        lineItems(first: 50) {\n          nodes {\n            id\n            title\n            variantTitle\n            sku\n            vendor\n            quantity\n            currentQuantity\n            requiresShipping\n            isGiftCard\n            product {\n              id\n              title\n              productType\n              vendor\n              tags\n              updatedAt\n            }\n            variant {\n              id\n            }\n            originalUnitPriceSet {\n              ...BothMoneys\n            }\n            originalTotalSet {\n              ...BothMoneys\n            }\n            discountAllocations {\n              allocatedAmountSet {\n                ...BothMoneys\n              }\n            }\n            duties {\n              id\n              price {\n                ...BothMoneys\n              }\n              taxLines {\n                priceSet {\n                  ...BothMoneys\n                }\n              }\n            }\n          }\n        }\n        fulfillments(first: 10) {\n          id\n          name\n          status\n          displayStatus\n          createdAt\n          updatedAt\n          estimatedDeliveryAt\n          inTransitAt\n          deliveredAt\n          trackingInfo(first: 1) {\n            company\n            number\n            url\n          }\n          fulfillmentLineItems(first: 50) {\n            nodes {\n              quantity\n              lineItem {\n                id\n              }\n            }\n          }\n          events(first: 30, sortKey: HAPPENED_AT) {\n            nodes {\n              id\n              status\n              message\n              happenedAt\n              estimatedDeliveryAt\n              city\n              country\n            }\n          }\n        }\n        refunds(first: 10) {\n          id\n          createdAt\n          note\n          totalRefundedSet {\n            ...BothMoneys\n          }\n          return {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }": {return: ChangedOrdersQuery, variables: ChangedOrdersQueryVariables},
  "#graphql\n  query OtherLocales {\n    shopLocales(published: true) {\n      locale\n      primary\n    }\n  }": {return: OtherLocalesQuery, variables: OtherLocalesQueryVariables},
  "#graphql\n  query PageInLanguage($id: ID!, $locale: String!) {\n    translatableResource(resourceId: $id) {\n      translatableContent {\n        key\n        value\n        digest\n      }\n      translations(locale: $locale) {\n        key\n        value\n      }\n    }\n  }": {return: PageInLanguageQuery, variables: PageInLanguageQueryVariables},
  "#graphql\n  query ParcelAddress($id: ID!) {\n    order(id: $id) {\n      email\n      phone\n      shippingAddress {\n        name\n        company\n        address1\n        address2\n        city\n        provinceCode\n        zip\n        countryCodeV2\n        phone\n      }\n    }\n  }": {return: ParcelAddressQuery, variables: ParcelAddressQueryVariables},
  "#graphql\n  query CollectionNames {\n    collections(first: 250, sortKey: TITLE) {\n      nodes {\n        id\n        title\n      }\n    }\n  }": {return: CollectionNamesQuery, variables: CollectionNamesQueryVariables},
  "#graphql\n  query SegmentNames {\n    segments(first: 250) {\n      nodes {\n        id\n        name\n      }\n    }\n  }": {return: SegmentNamesQuery, variables: SegmentNamesQueryVariables},
  "#graphql\n  query MarketNames {\n    markets(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }": {return: MarketNamesQuery, variables: MarketNamesQueryVariables},
  "#graphql\n  query ProductCollections($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        id\n        collections(first: 100) {\n          nodes {\n            id\n          }\n        }\n      }\n    }\n  }": {return: ProductCollectionsQuery, variables: ProductCollectionsQueryVariables},
  "#graphql\n  query SegmentMembership($customer: ID!, $segments: [ID!]!) {\n    customerSegmentMembership(customerId: $customer, segmentIds: $segments) {\n      memberships {\n        segmentId\n        isMember\n      }\n    }\n  }": {return: SegmentMembershipQuery, variables: SegmentMembershipQueryVariables},
  "#graphql\n  query MarketOfCountry($country: CountryCode!) {\n    marketByGeography(countryCode: $country) {\n      id\n    }\n  }": {return: MarketOfCountryQuery, variables: MarketOfCountryQueryVariables},
  "#graphql\n  fragment ProductForSale on Product {\n    id\n    title\n    productType\n    status\n    isGiftCard\n    onlineStoreUrl\n    collections(first: 20) {\n      nodes {\n        id\n      }\n    }\n    variants(first: 20) {\n      nodes {\n        id\n        title\n        price\n        availableForSale\n        sellableOnlineQuantity\n        inventoryPolicy\n        inventoryItem {\n          tracked\n        }\n      }\n    }\n  }\n  query ProductsForSale($query: String!, $first: Int!) {\n    shop {\n      currencyCode\n    }\n    products(first: $first, query: $query) {\n      nodes {\n        ...ProductForSale\n      }\n    }\n  }": {return: ProductsForSaleQuery, variables: ProductsForSaleQueryVariables},
  "#graphql\n  query ProductsOfVariants($ids: [ID!]!) {\n    shop {\n      currencyCode\n    }\n    nodes(ids: $ids) {\n      ... on ProductVariant {\n        id\n        title\n        price\n        availableForSale\n        sellableOnlineQuantity\n        inventoryPolicy\n        inventoryItem {\n          tracked\n        }\n        product {\n          id\n          title\n          productType\n          status\n          isGiftCard\n          onlineStoreUrl\n        }\n      }\n    }\n  }": {return: ProductsOfVariantsQuery, variables: ProductsOfVariantsQueryVariables},
  "#graphql\n  query ProductFacts($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        id\n        title\n        productType\n        vendor\n        tags\n        updatedAt\n      }\n    }\n  }": {return: ProductFactsQuery, variables: ProductFactsQueryVariables},
  "#graphql\n  query CustomerByEmail($identifier: CustomerIdentifierInput!) {\n    customerByIdentifier(identifier: $identifier) {\n      id\n    }\n  }": {return: CustomerByEmailQuery, variables: CustomerByEmailQueryVariables},
  "#graphql\n  fragment ReturnParts on Return {\n    id\n    name\n    status\n    createdAt\n    decline {\n      reason\n      note\n    }\n    order {\n      id\n    }\n    returnShippingFees {\n      amountSet {\n        ...ReturnBag\n      }\n    }\n    returnLineItems(first: 50) {\n      nodes {\n        id\n        quantity\n        processedQuantity\n        unprocessedQuantity\n        customerNote\n        returnReasonNote\n        returnReasonDefinition {\n          handle\n        }\n        ... on ReturnLineItem {\n          fulfillmentLineItem {\n            id\n            lineItem {\n              id\n              title\n            }\n          }\n        }\n      }\n    }\n    exchangeLineItems(first: 50) {\n      nodes {\n        id\n        quantity\n        unprocessedQuantity\n        variantId\n      }\n    }\n    reverseFulfillmentOrders(first: 5) {\n      nodes {\n        lineItems(first: 50) {\n          nodes {\n            id\n            fulfillmentLineItem {\n              id\n            }\n            dispositions {\n              quantity\n            }\n          }\n        }\n      }\n    }\n    refunds(first: 10) {\n      nodes {\n        id\n        createdAt\n        totalRefundedSet {\n          ...ReturnBag\n        }\n      }\n    }\n  }\n  fragment ReturnBag on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query ReturnDetail($id: ID!) {\n    return(id: $id) {\n      ...ReturnParts\n    }\n  }": {return: ReturnDetailQuery, variables: ReturnDetailQueryVariables},
  "#graphql\n  query ReturnIdsOfOrder($id: ID!) {\n    order(id: $id) {\n      returns(first: 50) {\n        nodes {\n          id\n        }\n      }\n    }\n  }": {return: ReturnIdsOfOrderQuery, variables: ReturnIdsOfOrderQueryVariables},
  "#graphql\n  query ReturnReasonsByHandle($handles: [String!]!) {\n    returnReasonDefinitions(first: 100, handles: $handles) {\n      nodes {\n        id\n        handle\n      }\n    }\n  }": {return: ReturnReasonsByHandleQuery, variables: ReturnReasonsByHandleQueryVariables},
  "#graphql\n  query ReturnFinancialOutcome(\n    $returnId: ID!\n    $returnLineItems: [SuggestedOutcomeReturnLineItemInput!]!\n    $exchangeLineItems: [SuggestedOutcomeExchangeLineItemInput!]!\n    $allocation: RefundMethodAllocation!\n    $refundShipping: RefundShippingInput\n    $refundDuties: [RefundDutyInput!]\n    $tipLineId: ID\n  ) {\n    return(id: $returnId) {\n      suggestedFinancialOutcome(\n        returnLineItems: $returnLineItems\n        exchangeLineItems: $exchangeLineItems\n        refundMethodAllocation: $allocation\n        refundShipping: $refundShipping\n        refundDuties: $refundDuties\n        tipLineId: $tipLineId\n      ) {\n        totalTax {\n          ...OutcomeBag\n        }\n        financialTransfer {\n          __typename\n          ... on RefundReturnOutcome {\n            amount {\n              ...OutcomeBag\n            }\n          }\n          ... on InvoiceReturnOutcome {\n            amount {\n              ...OutcomeBag\n            }\n          }\n        }\n      }\n    }\n  }\n  fragment OutcomeBag on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }": {return: ReturnFinancialOutcomeQuery, variables: ReturnFinancialOutcomeQueryVariables},
  "#graphql\n  fragment Bag on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query OrderToReturn($id: ID!, $lines: Int!, $parcels: Int!) {\n    order(id: $id) {\n      id\n      name\n      email\n      customerLocale\n      processedAt\n      cancelledAt\n      taxesIncluded\n      dutiesIncluded\n      currencyCode\n      presentmentCurrencyCode\n      totalPriceSet {\n        ...Bag\n      }\n      totalTipReceivedSet {\n        ...Bag\n      }\n      shippingAddress {\n        name\n        address1\n        address2\n        zip\n        city\n        countryCodeV2\n      }\n      customer {\n        id\n        tags\n        numberOfOrders\n        defaultEmailAddress {\n          emailAddress\n        }\n      }\n      lineItems(first: $lines) {\n        nodes {\n          id\n          title\n          variantTitle\n          sku\n          vendor\n          quantity\n          currentQuantity\n          requiresShipping\n          isGiftCard\n          image {\n            url\n          }\n          product {\n            id\n            productType\n            tags\n            finalSale: metafield(namespace: \"custom\", key: \"final_sale\") {\n              value\n            }\n          }\n          variant {\n            id\n          }\n          originalUnitPriceSet {\n            ...Bag\n          }\n          originalTotalSet {\n            ...Bag\n          }\n          discountAllocations {\n            allocatedAmountSet {\n              ...Bag\n            }\n          }\n          taxLines {\n            priceSet {\n              ...Bag\n            }\n          }\n          duties {\n            id\n            price { ...Bag }\n            taxLines { priceSet { ...Bag } }\n          }\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n      shippingLines(first: 5) {\n        nodes {\n          isRemoved\n          discountedPriceSet {\n            ...Bag\n          }\n          taxLines {\n            priceSet {\n              ...Bag\n            }\n          }\n        }\n      }\n      fulfillments(first: $parcels) {\n        id\n        status\n        createdAt\n        deliveredAt\n        location {\n          id\n          name\n          address {\n            formatted\n          }\n        }\n        fulfillmentLineItems(first: $lines) {\n          nodes {\n            id\n            quantity\n            lineItem {\n              id\n            }\n          }\n        }\n      }\n      transactions(first: 20) {\n        id\n        kind\n        status\n        gateway\n        amountSet {\n          ...Bag\n        }\n        parentTransaction {\n          id\n        }\n      }\n      refunds(first: $parcels) {\n        id\n        createdAt\n        return {\n          id\n        }\n        totalRefundedSet {\n          ...Bag\n        }\n        duties {\n          amountSet { ...Bag }\n          originalDuty { id }\n        }\n        refundLineItems(first: $lines) {\n          nodes {\n            quantity\n            lineItem {\n              id\n            }\n            subtotalSet {\n              ...Bag\n            }\n            totalTaxSet {\n              ...Bag\n            }\n          }\n        }\n        refundShippingLines(first: 2) {\n          nodes {\n            subtotalAmountSet {\n              ...Bag\n            }\n            taxAmountSet {\n              ...Bag\n            }\n          }\n        }\n      }\n      returns(first: $parcels) {\n        nodes {\n          id\n          status\n          createdAt\n          returnLineItems(first: $lines) {\n            nodes {\n              quantity\n              processedQuantity\n              refundedQuantity\n              ... on ReturnLineItem {\n                fulfillmentLineItem {\n                  lineItem {\n                    id\n                  }\n                }\n              }\n            }\n          }\n          exchangeLineItems(first: $lines) {\n            nodes {\n              lineItems {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n    returnableFulfillments(orderId: $id, first: $parcels) {\n      nodes {\n        returnableFulfillmentLineItems(first: $lines) {\n          nodes {\n            quantity\n            fulfillmentLineItem {\n              id\n            }\n          }\n        }\n      }\n    }\n  }": {return: OrderToReturnQuery, variables: OrderToReturnQueryVariables},
  "#graphql\n  query ReverseDeliveries($id: ID!) {\n    return(id: $id) {\n      reverseFulfillmentOrders(first: 5) {\n        nodes {\n          id\n          reverseDeliveries(first: 20) {\n            nodes {\n              id\n              deliverable {\n                ... on ReverseDeliveryShippingDeliverable {\n                  label {\n                    publicFileUrl\n                  }\n                  tracking {\n                    number\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }": {return: ReverseDeliveriesQuery, variables: ReverseDeliveriesQueryVariables},
  "#graphql\n  query ShopPageById($id: ID!) {\n    page(id: $id) {\n      id\n      handle\n      body\n    }\n  }": {return: ShopPageByIdQuery, variables: ShopPageByIdQueryVariables},
  "#graphql\n  query ShopPagesByHandle($query: String!) {\n    pages(first: 5, query: $query) {\n      nodes {\n        id\n        handle\n        body\n      }\n    }\n  }": {return: ShopPagesByHandleQuery, variables: ShopPagesByHandleQueryVariables},
  "#graphql\n  query ShopProfile {\n    shop {\n      id\n      name\n      email\n      contactEmail\n      currencyCode\n      ianaTimezone\n      primaryDomain {\n        url\n      }\n      shopAddress {\n        countryCodeV2\n      }\n    }\n    storeCreditConfiguration {\n      storeCreditEnabled\n    }\n    shopLocales(published: true) {\n      locale\n      primary\n    }\n    currentAppInstallation {\n      accessScopes {\n        handle\n      }\n    }\n  }": {return: ShopProfileQuery, variables: ShopProfileQueryVariables},
  "#graphql\n  query FindReservations($query: String!) {\n    marked: draftOrders(first: 10, query: $query) {\n      nodes {\n        id\n        tags\n      }\n    }\n    newest: draftOrders(first: 25, reverse: true, sortKey: ID) {\n      nodes {\n        id\n        tags\n      }\n    }\n  }": {return: FindReservationsQuery, variables: FindReservationsQueryVariables},
  "#graphql\n  query DraftIsThere($id: ID!) {\n    draftOrder(id: $id) {\n      id\n    }\n  }": {return: DraftIsThereQuery, variables: DraftIsThereQueryVariables},
  "#graphql\n  query StoreCredits($id: ID!) {\n    customer(id: $id) {\n      storeCreditAccounts(first: 20) {\n        nodes {\n          id\n          balance {\n            currencyCode\n          }\n          transactions(first: 50, reverse: true, sortKey: CREATED_AT) {\n            nodes {\n              __typename\n              amount {\n                amount\n                currencyCode\n              }\n              createdAt\n              ... on StoreCreditAccountCreditTransaction {\n                id\n              }\n            }\n          }\n        }\n      }\n    }\n  }": {return: StoreCreditsQuery, variables: StoreCreditsQueryVariables},
}

interface GeneratedMutationTypes {
  "#graphql\n  mutation CreateCompensationCode($basicCodeDiscount: DiscountCodeBasicInput!) {\n    discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {\n      codeDiscountNode {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: CreateCompensationCodeMutation, variables: CreateCompensationCodeMutationVariables},
  "#graphql\n  mutation IssueGiftCard($input: GiftCardCreateInput!) {\n    giftCardCreate(input: $input) {\n      giftCard {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: IssueGiftCardMutation, variables: IssueGiftCardMutationVariables},
  "#graphql\n  mutation CancelOrder($id: ID!, $note: String!) {\n    orderCancel(\n      orderId: $id\n      reason: CUSTOMER\n      restock: true\n      refundMethod: { originalPaymentMethodsRefund: true }\n      notifyCustomer: false\n      staffNote: $note\n    ) {\n      job {\n        id\n        done\n      }\n      orderCancelUserErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: CancelOrderMutation, variables: CancelOrderMutationVariables},
  "#graphql\n  mutation ReaddressOrder($input: OrderInput!) {\n    orderUpdate(input: $input) {\n      userErrors {\n        field\n        message\n      }\n    }\n  }": {return: ReaddressOrderMutation, variables: ReaddressOrderMutationVariables},
  "#graphql\n  mutation StartOrderHistory($query: String!) {\n    bulkOperationRunQuery(query: $query, groupObjects: true) {\n      bulkOperation {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: StartOrderHistoryMutation, variables: StartOrderHistoryMutationVariables},
  "#graphql\n  mutation SendOrderInvoice($id: ID!, $email: EmailInput) {\n    orderInvoiceSend(id: $id, email: $email) {\n      order {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: SendOrderInvoiceMutation, variables: SendOrderInvoiceMutationVariables},
  "#graphql\n  mutation TranslatePage($id: ID!, $translations: [TranslationInput!]!) {\n    translationsRegister(resourceId: $id, translations: $translations) {\n      translations {\n        key\n        value\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: TranslatePageMutation, variables: TranslatePageMutationVariables},
  "#graphql\n  mutation UntranslatePage($id: ID!, $locale: String!) {\n    translationsRemove(resourceId: $id, translationKeys: [\"title\", \"body_html\"], locales: [$locale]) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: UntranslatePageMutation, variables: UntranslatePageMutationVariables},
  "#graphql\n  mutation CreateReceiver($input: CustomerInput!) {\n    customerCreate(input: $input) {\n      customer {\n        id\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }": {return: CreateReceiverMutation, variables: CreateReceiverMutationVariables},
  "#graphql\n  mutation ReturnCreate($returnInput: ReturnInput!) {\n    returnCreate(returnInput: $returnInput) {\n      return {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnCreateMutation, variables: ReturnCreateMutationVariables},
  "#graphql\n  mutation ReturnApprove($input: ReturnApproveRequestInput!) {\n    returnApproveRequest(input: $input) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnApproveMutation, variables: ReturnApproveMutationVariables},
  "#graphql\n  mutation ReturnDecline($input: ReturnDeclineRequestInput!) {\n    returnDeclineRequest(input: $input) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnDeclineMutation, variables: ReturnDeclineMutationVariables},
  "#graphql\n  mutation ReturnCancel($id: ID!) {\n    returnCancel(id: $id) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnCancelMutation, variables: ReturnCancelMutationVariables},
  "#graphql\n  mutation ReturnClose($id: ID!) {\n    returnClose(id: $id) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnCloseMutation, variables: ReturnCloseMutationVariables},
  "#graphql\n  mutation ReturnTakeOut($returnId: ID!, $returnLineItems: [ReturnLineItemRemoveFromReturnInput!]!) {\n    removeFromReturn(returnId: $returnId, returnLineItems: $returnLineItems) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnTakeOutMutation, variables: ReturnTakeOutMutationVariables},
  "#graphql\n  mutation ReturnProcess($input: ReturnProcessInput!) {\n    returnProcess(input: $input) {\n      return {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnProcessMutation, variables: ReturnProcessMutationVariables},
  "#graphql\n  mutation ReturnedGoodsDispose($dispositionInputs: [ReverseFulfillmentOrderDisposeInput!]!) {\n    reverseFulfillmentOrderDispose(dispositionInputs: $dispositionInputs) {\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReturnedGoodsDisposeMutation, variables: ReturnedGoodsDisposeMutationVariables},
  "#graphql\n  mutation ReverseDeliveryCreate(\n    $reverseFulfillmentOrderId: ID!\n    $labelInput: ReverseDeliveryLabelInput\n    $trackingInput: ReverseDeliveryTrackingInput\n  ) {\n    reverseDeliveryCreateWithShipping(\n      reverseFulfillmentOrderId: $reverseFulfillmentOrderId\n      reverseDeliveryLineItems: []\n      labelInput: $labelInput\n      trackingInput: $trackingInput\n      notifyCustomer: false\n    ) {\n      reverseDelivery {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ReverseDeliveryCreateMutation, variables: ReverseDeliveryCreateMutationVariables},
  "#graphql\n  mutation ShopPageCreate($page: PageCreateInput!) {\n    pageCreate(page: $page) {\n      page {\n        id\n        handle\n        body\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ShopPageCreateMutation, variables: ShopPageCreateMutationVariables},
  "#graphql\n  mutation ShopPageUpdate($id: ID!, $page: PageUpdateInput!) {\n    pageUpdate(id: $id, page: $page) {\n      page {\n        id\n        handle\n        body\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: ShopPageUpdateMutation, variables: ShopPageUpdateMutationVariables},
  "#graphql\n  mutation ReserveStock($input: DraftOrderInput!) {\n    draftOrderCreate(input: $input) {\n      draftOrder {\n        id\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }": {return: ReserveStockMutation, variables: ReserveStockMutationVariables},
  "#graphql\n  mutation ReleaseStock($id: ID!) {\n    draftOrderDelete(input: { id: $id }) {\n      deletedId\n      userErrors {\n        field\n        message\n      }\n    }\n  }": {return: ReleaseStockMutation, variables: ReleaseStockMutationVariables},
  "#graphql\n  mutation GiveStoreCredit($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {\n    storeCreditAccountCredit(id: $id, creditInput: $creditInput) {\n      storeCreditAccountTransaction {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: GiveStoreCreditMutation, variables: GiveStoreCreditMutationVariables},
}
declare module '@shopify/admin-api-client' {
  type InputMaybe<T> = AdminTypes.InputMaybe<T>;
  interface AdminQueries extends GeneratedQueryTypes {}
  interface AdminMutations extends GeneratedMutationTypes {}
}
