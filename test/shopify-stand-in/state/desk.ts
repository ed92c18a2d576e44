import type { World } from "../world.ts";
import type { ShopState } from "./shop-state.ts";

/** One shop at one moment of the stand-in's world: what everything that changes a shop needs. */
export interface Desk {
  readonly world: World;
  readonly shop: ShopState;
}
