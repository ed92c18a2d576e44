import { money } from "#app/domain/shared/money.ts";
import type { VocabularyRepository } from "#app/use-cases/policies/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** Rows looked at for tags: enough to know the usual ones, few enough for a shop of a million customers. */
const SAMPLE = 20_000;

/** What one shop's products and customers are called and tagged. */
export function vocabularyRepository(tx: TenantTransaction, shopId: string): VocabularyRepository {
  return {
    read: async (limit) => {
      const productTypes = await tx.$queryRaw<Word[]>`
        select distinct product_type as word from product where shop_id = ${shopId}::uuid and product_type <> '' order by word limit ${limit}`;
      const vendors = await tx.$queryRaw<Word[]>`
        select distinct vendor as word from product where shop_id = ${shopId}::uuid and vendor <> '' order by word limit ${limit}`;
      const productTags = await tx.$queryRaw<Word[]>`
        select distinct unnest(tags) as word
        from (select tags from product where shop_id = ${shopId}::uuid and cardinality(tags) > 0 limit ${SAMPLE}) sampled
        order by word limit ${limit}`;
      const customerTags = await tx.$queryRaw<Word[]>`
        select distinct unnest(tags) as word
        from (select tags from customer where shop_id = ${shopId}::uuid and cardinality(tags) > 0 limit ${SAMPLE}) sampled
        order by word limit ${limit}`;
      const products = await tx.product.findMany({
        where: { shopId },
        orderBy: [{ title: "asc" }, { gid: "asc" }],
        take: limit,
        select: { gid: true, title: true },
      });
      return {
        products: products.map(({ gid, title }) => ({ gid, name: title })),
        productTypes: words(productTypes),
        vendors: words(vendors),
        productTags: words(productTags),
        customerTags: words(customerTags),
      };
    },
    sold: () => readSold(tx, shopId),
  };
}

/** Orders looked at for where they went and what was in them. */
const NEWEST_ORDERS = 2_000;

async function readSold(tx: TenantTransaction, shopId: string): ReturnType<VocabularyRepository["sold"]> {
  const countries = await tx.$queryRaw<Word[]>`
    select country_code as word
    from (select country_code from "order" where shop_id = ${shopId}::uuid order by processed_at desc limit ${NEWEST_ORDERS}) newest
    where country_code is not null group by country_code order by count(*) desc, country_code`;
  const [cheapest] = await tx.$queryRaw<{ minor: bigint; currency: string }[]>`
    select line.unit_price_minor as minor, line.currency
    from (select gid, currency from "order" where shop_id = ${shopId}::uuid order by processed_at desc limit ${NEWEST_ORDERS}) newest
    join order_line line on line.shop_id = ${shopId}::uuid and line.order_gid = newest.gid and line.currency = newest.currency
    where line.unit_price_minor > 0 and not line.is_gift_card order by line.unit_price_minor limit 1`;
  return { countries: words(countries), cheapest: cheapest ? money(Number(cheapest.minor), cheapest.currency) : null };
}

interface Word {
  readonly word: string;
}

function words(rows: readonly Word[]): string[] {
  return rows.map(({ word }) => word);
}
