import { describe, expect, test } from "vitest";
import { verifyProxy } from "#app/http/app-proxy.server.ts";
import { signProxyQuery } from "#test/shopify-stand-in/signing.ts";

const SECRET = "proxy-secret";
const NOW = new Date("2026-03-15T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;

/** A query as Shopify signs it; `more` is added before, as a visitor's own parameters are. */
function query(changes: Record<string, string> = {}, more: [string, string][] = []): URL {
  const all = {
    shop: "one.myshopify.com",
    logged_in_customer_id: "",
    path_prefix: "/apps/returns",
    timestamp: String(SECONDS),
    ...changes,
  };
  const parameters = new URLSearchParams(more);
  for (const [name, value] of Object.entries(all)) parameters.append(name, value);
  parameters.append("signature", signProxyQuery(parameters, SECRET));
  return new URL(`https://amends.test/proxy?${parameters}`);
}

const verify = (url: URL, at = NOW) => verifyProxy(url, { secret: SECRET, now: at });

describe("a request through the app proxy", () => {
  test("names the shop, the portal's place and the customer whom Shopify signed in", () => {
    expect(verify(query({ logged_in_customer_id: "42", path_prefix: "/tools/give-back" }))).toEqual({
      ok: true,
      value: { domain: "one.myshopify.com", base: "/tools/give-back", customerGid: "gid://shopify/Customer/42" },
    });
    expect(verify(query())).toMatchObject({ ok: true, value: { customerGid: undefined } });
  });

  test("is checked in byte order, where sorting by language differs", () => {
    for (const [left, right] of [
      ["consented", "consentGiven"],
      ["orderName", "order_name"],
      ["a1", "a_b"],
      ["Lang", "lang"],
    ] as const) {
      expect(
        verify(
          query({}, [
            [left, "1"],
            [right, "2"],
          ]),
        ).ok,
      ).toBe(true);
    }
  });

  test("holds whatever a visitor adds, repeated names and foreign letters included", () => {
    expect(
      verify(
        query({}, [
          ["t", "a"],
          ["t", "b"],
          ["note", "größe & 大小=?"],
        ]),
      ).ok,
    ).toBe(true);
  });

  test.each([
    ["a wrong signature", (url: URL) => url.searchParams.set("signature", "0".repeat(64))],
    ["no signature", (url: URL) => url.searchParams.delete("signature")],
    ["a signature that is no hexadecimal number", (url: URL) => url.searchParams.set("signature", "zz")],
    ["another shop than was signed", (url: URL) => url.searchParams.set("shop", "two.myshopify.com")],
    ["another customer than was signed", (url: URL) => url.searchParams.set("logged_in_customer_id", "7")],
    ["a parameter more than was signed", (url: URL) => url.searchParams.append("t", "x")],
  ])("is refused with %s", (_name, change) => {
    const url = query();
    change(url);
    expect(verify(url)).toEqual({ ok: false, error: { code: "unsigned" } });
  });

  test.each([91, -91])("is refused %i seconds after it was signed, a replay or a clock gone wrong", (seconds) => {
    expect(verify(query(), new Date(NOW.getTime() + seconds * 1000))).toEqual({ ok: false, error: { code: "stale" } });
    expect(verify(query(), new Date(NOW.getTime() + Math.sign(seconds) * 90_000)).ok).toBe(true);
  });

  test.each(["shop", "timestamp", "signature", "logged_in_customer_id", "path_prefix"])(
    "is refused with %s twice, even well signed",
    (name) => {
      const url = query({}, name === "signature" ? [] : [[name, "1"]]);
      if (name === "signature") url.searchParams.append("signature", url.searchParams.get("signature") ?? "");
      expect(verify(url)).toEqual({ ok: false, error: { code: "malformed" } });
    },
  );

  test.each<Record<string, string>>([
    { shop: "one.example.com" },
    { shop: "one.myshopify.com.evil.example" },
    { logged_in_customer_id: "1 OR 1=1" },
    { timestamp: "soon" },
    { path_prefix: "//evil.example" },
    { path_prefix: '/apps/"><script>' },
  ])("is refused when it is well signed and makes no sense: %o", (changes) => {
    expect(verify(query(changes))).toEqual({ ok: false, error: { code: "malformed" } });
  });
});
