import type { IncomingMessage, ServerResponse } from "node:http";
import type { StandIn } from "../stand-in.ts";

/** A part of the stand-in that people look at: the admin frame, the storefront, the mailbox page. */
export interface Face {
  /** `host` is the Host header without its port; through the proxy it is the shop's domain or admin.shopify.com. */
  matches(url: URL, host: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export type FaceFactory = (standIn: StandIn) => Face;
