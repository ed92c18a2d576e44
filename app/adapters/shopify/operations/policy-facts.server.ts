import type { NamedThing } from "#app/domain/policies/policy-condition.ts";
import type { CustomerGid, ProductGid } from "#app/domain/shared/gid.ts";
import type { PolicyFactsPort, VocabularyInShopify } from "#app/use-cases/policies/ports.ts";
import type { CountryCode } from "../generated/admin.types.d.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { ShopifyFault } from "../admin-client.server.ts";

const COLLECTION_NAMES = `#graphql
  query CollectionNames {
    collections(first: 250, sortKey: TITLE) {
      nodes {
        id
        title
      }
    }
  }`;

const SEGMENT_NAMES = `#graphql
  query SegmentNames {
    segments(first: 250) {
      nodes {
        id
        name
      }
    }
  }`;

const MARKET_NAMES = `#graphql
  query MarketNames {
    markets(first: 100) {
      nodes {
        id
        name
      }
    }
  }`;

const PRODUCT_COLLECTIONS = `#graphql
  query ProductCollections($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        id
        collections(first: 100) {
          nodes {
            id
          }
        }
      }
    }
  }`;

const SEGMENT_MEMBERSHIP = `#graphql
  query SegmentMembership($customer: ID!, $segments: [ID!]!) {
    customerSegmentMembership(customerId: $customer, segmentIds: $segments) {
      memberships {
        segmentId
        isMember
      }
    }
  }`;

const MARKET_OF_COUNTRY = `#graphql
  query MarketOfCountry($country: CountryCode!) {
    marketByGeography(countryCode: $country) {
      id
    }
  }`;

/** What policies ask of Shopify beyond the order, over one shop's client. */
export function policyFactsPort(admin: AdminClient): PolicyFactsPort {
  return {
    vocabulary: () => readVocabulary(admin),
    collectionsOf: (products) => collectionsOf(admin, products),
    segmentsOf: (customer, segments) => orNull(segmentsOf(admin, customer, segments)),
    marketOf: (country) => orNull(marketOf(admin, country)),
  };
}

async function readVocabulary(admin: AdminClient): Promise<VocabularyInShopify> {
  const [collections, segments, markets] = await Promise.all([
    admin.run(COLLECTION_NAMES),
    orNull(admin.run(SEGMENT_NAMES)),
    orNull(admin.run(MARKET_NAMES)),
  ]);
  return {
    collections: byName(collections.collections.nodes.map(({ id, title }) => ({ gid: id, name: title }))),
    segments: byName((segments?.segments.nodes ?? []).map(({ id, name }) => ({ gid: id, name }))),
    markets: byName((markets?.markets.nodes ?? []).map(({ id, name }) => ({ gid: id, name }))),
  };
}

async function collectionsOf(admin: AdminClient, products: readonly ProductGid[]): Promise<Map<string, string[]>> {
  const { nodes } = await admin.run(PRODUCT_COLLECTIONS, { ids: [...products] });
  return new Map(
    nodes.flatMap((node): [string, string[]][] =>
      node && "collections" in node ? [[node.id, node.collections.nodes.map(({ id }) => id)]] : [],
    ),
  );
}

async function segmentsOf(admin: AdminClient, customer: CustomerGid, segments: readonly string[]): Promise<string[]> {
  const { customerSegmentMembership } = await admin.run(SEGMENT_MEMBERSHIP, { customer, segments: [...segments] });
  return customerSegmentMembership.memberships.filter(({ isMember }) => isMember).map(({ segmentId }) => segmentId);
}

async function marketOf(admin: AdminClient, country: string): Promise<string> {
  const { marketByGeography } = await admin.run(MARKET_OF_COUNTRY, { country: country as CountryCode });
  return marketByGeography?.id ?? "";
}

/** A shop that has not granted the scope yet leaves the fact unknown; every other fault is one. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ShopifyFault && error.code === "ACCESS_DENIED") return null;
    throw error;
  }
}

function byName(things: NamedThing[]): NamedThing[] {
  return things.sort((a, b) => a.name.localeCompare(b.name, "en"));
}
