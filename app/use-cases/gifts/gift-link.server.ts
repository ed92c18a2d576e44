import type { ShopContext } from "#app/use-cases/ports.ts";

/** The page of the portal on which a code stands already. */
export function giftLink({ links }: Pick<ShopContext, "links">, code: string): string {
  return links.portal("/gift", { giftcode: code });
}
