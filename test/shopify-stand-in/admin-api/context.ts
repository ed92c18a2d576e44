import type { GraphQLResolveInfo } from "graphql";
import type { ShopState } from "../state/shop-state.ts";
import type { Message, World } from "../world.ts";

export type Args = Readonly<Record<string, unknown>>;

/** What a resolver may use. One context per request; messages of one mutation leave together under one event id. */
export interface ApiContext {
  readonly world: World;
  readonly shop: ShopState;
  readonly scopes: ReadonlySet<string>;
  /** Inside a bulk operation connections need no `first` and are not cut. */
  readonly bulk: boolean;
  announce(...messages: Message[]): void;
}

/** The fields of one type: how each is read from the record behind it. */
export type Fields<Source> = Readonly<Record<string, (source: Source, args: Args, ctx: ApiContext, info: GraphQLResolveInfo) => unknown>>;

export function input<T>(args: Args, name: string): T {
  return args[name] as T;
}
