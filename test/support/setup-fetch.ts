// Shopify's library keeps the `fetch` that it finds when it is loaded, for every test file that this process runs: before any of them
// loads it, it is given one that asks whichever stand-in the present test has.
import { vi } from "vitest";
import { playedFetch } from "./played-fetch.ts";

vi.stubGlobal("fetch", playedFetch);
await import("@shopify/shopify-app-remix/server");
vi.unstubAllGlobals();
