import type { StandIn } from "#test/shopify-stand-in/stand-in.ts";

const realFetch = globalThis.fetch;
let playedBy: StandIn | undefined;

/** From now on requests to Shopify are answered by this stand-in. */
export function playShopify(standIn: StandIn | undefined): void {
  playedBy = standIn;
}

/** Asks whichever stand-in the present test has. */
export const playedFetch: typeof fetch = (input, init) => (playedBy ? playedBy.fetch(input, init) : realFetch(input, init));
