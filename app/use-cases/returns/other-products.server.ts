import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { ProductForSale, VariantForSale } from "#app/domain/returns/other-products.ts";
import { inStockOf, nameOfOther, similarProducts } from "#app/domain/returns/other-products.ts";
import { atOrderRate } from "#app/domain/returns/refund-quote.ts";
import type { ExchangeOption } from "#app/domain/returns/select-items.ts";
import { closestVariants, nextSize, sizeWanted } from "#app/domain/returns/size-advice.ts";
import type { ProductGid } from "#app/domain/shared/gid.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DraftItem } from "./portal-records.server.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";

/** What somebody looks for among other products. */
export interface OtherWishes {
  /** Similar products are wanted too. */
  readonly isChoosing: boolean;
  /** Words of a title; empty: nothing is searched. */
  readonly search: string;
  /** Variants that were chosen, as they came from the browser. */
  readonly variants: readonly string[];
}

/** So many variants of a similar product are suggested. */
const SUGGESTED_VARIANTS = 4;

/** What is akin to the products of some lines, and the collections that those are in. */
export interface Kin {
  readonly candidates: readonly ProductForSale[];
  readonly collections: ReadonlyMap<string, readonly string[]>;
}

export const NO_KIN: Kin = { candidates: [], collections: new Map() };

/** By line, what of other products it can be exchanged for. */
type OtherOptions = ReadonlyMap<string, readonly ExchangeOption[]>;

const NOTHING: OtherOptions = new Map();

interface OtherWanted {
  readonly items: readonly DraftItem[];
  readonly own: ReadonlyMap<ProductGid, readonly VariantForSale[]>;
  readonly kin: Kin;
  readonly wishes: OtherWishes;
}

/**
 * Other products that the chosen lines can be exchanged for, at the order's own rate: similar ones in stock, those that were searched for and
 * those that were chosen before, which are still told when they are sold out. Shopify is asked for no more than is wanted. `own` are the
 * variants of the lines' own products.
 */
export async function readOtherProducts(
  ctx: ShopContext,
  read: OrderInPortal,
  { items, own, kin, wishes }: OtherWanted,
): Promise<OtherOptions> {
  const { order } = read.context;
  const lines = order.lines.filter(({ gid }) => items.some(({ lineGid }) => lineGid === gid));
  const known = new Set<string>([...own.values()].flat().map(({ gid }) => gid));
  const wanted = [...new Set(wishes.variants)].filter((gid) => !known.has(gid)).flatMap((gid) => parseGid("ProductVariant", gid) ?? []);
  const [found, chosen] = await Promise.all([
    wishes.search === "" ? [] : ctx.shopify.products.named(wishes.search),
    wanted.length === 0 ? [] : ctx.shopify.products.holding(wanted),
  ]);
  if (kin.candidates.length === 0 && found.length === 0 && chosen.length === 0) return NOTHING;
  const toOptions =
    (group: "similar" | "found", variants: (product: ProductForSale) => readonly VariantForSale[]) => (product: ProductForSale) =>
      variants(product).map((variant): ExchangeOption => ({
        variantGid: variant.gid,
        title: nameOfOther(product, variant),
        unitPrice: atOrderRate(order, variant.price),
        available: variant.available,
        group,
      }));
  return new Map(
    lines.map((line) => {
      const { quantity = 1, reason = "" } = items.find(({ lineGid }) => lineGid === line.gid) ?? {};
      const direction = sizeWanted(reason ?? "");
      const ownVariants = ((line.productGid && own.get(line.productGid)) || []).filter(
        ({ available }) => available === null || available >= quantity,
      );
      const fitting = (direction && nextSize(line.variantTitle, ownVariants, direction)?.title) ?? line.variantTitle;
      const inStock = (product: ProductForSale) => inStockOf(product, quantity);
      const others = (products: readonly ProductForSale[]) => products.filter(({ gid }) => gid !== line.productGid);
      const kinship = { ...line, collections: kin.collections.get(line.productGid ?? "") ?? [], price: line.listUnitPrice.shop };
      const options = [
        ...similarProducts(kinship, quantity, kin.candidates).flatMap(
          toOptions("similar", ({ variants }) => closestVariants(variants, fitting, SUGGESTED_VARIANTS)),
        ),
        ...others(found).flatMap(toOptions("found", inStock)),
        ...others(chosen).flatMap(toOptions("found", ({ variants }) => variants)),
      ];
      return [line.gid, firstOfEach(options)];
    }),
  );
}

/** Products of the lines' types and collections. */
export async function readKin(ctx: ShopContext, lines: readonly OrderLine[]): Promise<Kin> {
  const products = [...new Set(lines.flatMap(({ productGid }) => productGid ?? []))];
  const collections = products.length > 0 ? await ctx.shopify.policyFacts.collectionsOf(products) : new Map<string, readonly string[]>();
  const types = [...new Set(lines.map(({ productType }) => productType))].filter((type) => type !== "");
  const all = [...new Set([...collections.values()].flat())];
  return { collections, candidates: await ctx.shopify.products.like({ types, collections: all }) };
}

function firstOfEach(options: readonly ExchangeOption[]): ExchangeOption[] {
  return [...new Map(options.toReversed().map((option) => [option.variantGid, option])).values()].toReversed();
}
