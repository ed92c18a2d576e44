import { ApiVersion } from "@shopify/shopify-api";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { API_VERSION } from "#app/adapters/shopify/api-version.ts";
import { WEBHOOK_TOPICS } from "#app/jobs/webhook-topics.server.ts";
import { DEFAULT_SCOPES } from "#test/shopify-stand-in/options.ts";
import { API_VERSION as STAND_IN_VERSION } from "#test/shopify-stand-in/version.ts";
import { readProjectFile } from "#test/support/tracked-files.ts";

interface AppToml {
  access_scopes: { scopes: string; optional_scopes: string[] };
  webhooks: { api_version: string; subscriptions: { topics?: string[]; compliance_topics?: string[] }[] };
}

const toml = parse(readProjectFile("shopify.app.toml")) as unknown as AppToml;
const sorted = (names: Iterable<string>) => [...names].sort();

describe("facts that stand in more than one file", () => {
  test("the Admin API version is the same in the app, its configuration at Shopify, the stand-in and the library", () => {
    expect(toml.webhooks.api_version).toBe(API_VERSION);
    expect(STAND_IN_VERSION).toBe(API_VERSION);
    expect(Object.values(ApiVersion)).toContain(API_VERSION);
  });

  test("every webhook topic that Shopify is asked for has a handler, and every handler is asked for", () => {
    const subscribed = toml.webhooks.subscriptions.flatMap(({ topics = [], compliance_topics = [] }) => [...topics, ...compliance_topics]);
    expect(sorted(subscribed)).toEqual(sorted(Object.keys(WEBHOOK_TOPICS)));
  });

  test("the stand-in store grants exactly the scopes that the app asks for, at installation and later", () => {
    const { scopes, optional_scopes: later } = toml.access_scopes;
    expect(sorted(DEFAULT_SCOPES)).toEqual(sorted([...scopes.split(",").map((scope) => scope.trim()), ...later]));
  });
});
