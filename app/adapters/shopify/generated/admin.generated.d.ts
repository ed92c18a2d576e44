/* eslint-disable eslint-comments/disable-enable-pair */
/* eslint-disable eslint-comments/no-unlimited-disable */
/* eslint-disable */
import type * as AdminTypes from './admin.types.js';

export type StartOrderHistoryMutationVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type StartOrderHistoryMutation = { bulkOperationRunQuery?: AdminTypes.Maybe<{ bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'id'>>, userErrors: Array<Pick<AdminTypes.BulkOperationUserError, 'field' | 'message' | 'code'>> }> };

export type OrderHistoryStatusQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OrderHistoryStatusQuery = { bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'status' | 'errorCode' | 'objectCount' | 'url'>> };

export type BothMoneysFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type ChangedOrdersQueryVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type ChangedOrdersQuery = { orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'email' | 'phone' | 'processedAt' | 'updatedAt' | 'cancelledAt' | 'test' | 'tags' | 'customerLocale' | 'displayFinancialStatus' | 'displayFulfillmentStatus'>
      & { subtotalPriceSet?: AdminTypes.Maybe<{ shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }>, totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalShippingPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'countryCodeV2'>>, customer?: AdminTypes.Maybe<(
        Pick<AdminTypes.Customer, 'id' | 'firstName' | 'lastName' | 'locale' | 'tags' | 'updatedAt'>
        & { defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>> }
      )>, lineItems: { nodes: Array<(
          Pick<AdminTypes.LineItem, 'id' | 'title' | 'variantTitle' | 'sku' | 'vendor' | 'quantity' | 'currentQuantity' | 'requiresShipping' | 'isGiftCard'>
          & { product?: AdminTypes.Maybe<Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'vendor' | 'tags' | 'updatedAt'>>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountedTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
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

export type ProductFactsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ProductFactsQuery = { nodes: Array<AdminTypes.Maybe<Pick<AdminTypes.Product, 'id' | 'title' | 'productType' | 'vendor' | 'tags' | 'updatedAt'>>> };

export type ShopProfileQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ShopProfileQuery = { shop: (
    Pick<AdminTypes.Shop, 'id' | 'name' | 'email' | 'contactEmail' | 'currencyCode' | 'ianaTimezone'>
    & { primaryDomain: Pick<AdminTypes.Domain, 'url'>, shopAddress: Pick<AdminTypes.ShopAddress, 'countryCodeV2'> }
  ), storeCreditConfiguration: Pick<AdminTypes.StoreCreditConfiguration, 'storeCreditEnabled'>, shopLocales: Array<Pick<AdminTypes.ShopLocale, 'locale' | 'primary'>>, currentAppInstallation: { accessScopes: Array<Pick<AdminTypes.AccessScope, 'handle'>> } };

interface GeneratedQueryTypes {
  "#graphql\n  query OrderHistoryStatus($id: ID!) {\n    bulkOperation(id: $id) {\n      status\n      errorCode\n      objectCount\n      url\n    }\n  }": {return: OrderHistoryStatusQuery, variables: OrderHistoryStatusQueryVariables},
  "#graphql\n  fragment BothMoneys on MoneyBag {\n    shopMoney {\n      amount\n      currencyCode\n    }\n    presentmentMoney {\n      amount\n      currencyCode\n    }\n  }\n  query ChangedOrders($query: String!, $first: Int!, $after: String) {\n    orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {\n      nodes {\n        id\n        name\n        email\n        phone\n        processedAt\n        updatedAt\n        cancelledAt\n        test\n        tags\n        customerLocale\n        displayFinancialStatus\n        displayFulfillmentStatus\n        subtotalPriceSet {\n          ...BothMoneys\n        }\n        totalPriceSet {\n          ...BothMoneys\n        }\n        totalShippingPriceSet {\n          ...BothMoneys\n        }\n        shippingAddress {\n          name\n          countryCodeV2\n        }\n        customer {\n          id\n          firstName\n          lastName\n          locale\n          tags\n          updatedAt\n          defaultEmailAddress {\n            emailAddress\n          }\n        }\n        lineItems(first: 50) {\n          nodes {\n            id\n            title\n            variantTitle\n            sku\n            vendor\n            quantity\n            currentQuantity\n            requiresShipping\n            isGiftCard\n            product {\n              id\n              title\n              productType\n              vendor\n              tags\n              updatedAt\n            }\n            variant {\n              id\n            }\n            originalUnitPriceSet {\n              ...BothMoneys\n            }\n            discountedTotalSet(withCodeDiscounts: true) {\n              ...BothMoneys\n            }\n          }\n        }\n        fulfillments(first: 10) {\n          id\n          name\n          status\n          displayStatus\n          createdAt\n          updatedAt\n          estimatedDeliveryAt\n          inTransitAt\n          deliveredAt\n          trackingInfo(first: 1) {\n            company\n            number\n            url\n          }\n          fulfillmentLineItems(first: 50) {\n            nodes {\n              quantity\n              lineItem {\n                id\n              }\n            }\n          }\n          events(first: 30, sortKey: HAPPENED_AT) {\n            nodes {\n              id\n              status\n              message\n              happenedAt\n              estimatedDeliveryAt\n              city\n              country\n            }\n          }\n        }\n        refunds(first: 10) {\n          id\n          createdAt\n          note\n          totalRefundedSet {\n            ...BothMoneys\n          }\n          return {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }": {return: ChangedOrdersQuery, variables: ChangedOrdersQueryVariables},
  "#graphql\n  query ProductFacts($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        id\n        title\n        productType\n        vendor\n        tags\n        updatedAt\n      }\n    }\n  }": {return: ProductFactsQuery, variables: ProductFactsQueryVariables},
  "#graphql\n  query ShopProfile {\n    shop {\n      id\n      name\n      email\n      contactEmail\n      currencyCode\n      ianaTimezone\n      primaryDomain {\n        url\n      }\n      shopAddress {\n        countryCodeV2\n      }\n    }\n    storeCreditConfiguration {\n      storeCreditEnabled\n    }\n    shopLocales(published: true) {\n      locale\n      primary\n    }\n    currentAppInstallation {\n      accessScopes {\n        handle\n      }\n    }\n  }": {return: ShopProfileQuery, variables: ShopProfileQueryVariables},
}

interface GeneratedMutationTypes {
  "#graphql\n  mutation StartOrderHistory($query: String!) {\n    bulkOperationRunQuery(query: $query, groupObjects: true) {\n      bulkOperation {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }": {return: StartOrderHistoryMutation, variables: StartOrderHistoryMutationVariables},
}
declare module '@shopify/admin-api-client' {
  type InputMaybe<T> = AdminTypes.InputMaybe<T>;
  interface AdminQueries extends GeneratedQueryTypes {}
  interface AdminMutations extends GeneratedMutationTypes {}
}
