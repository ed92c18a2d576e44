import { ApiVersion } from "@shopify/shopify-api";

/** The one Admin API version; shopify.app.toml and the stand-in must name the same (a test compares them). */
export const API_VERSION = ApiVersion.July26;
