import "@remix-run/node";
import type { App } from "./composition.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly app: App;
  }
}
