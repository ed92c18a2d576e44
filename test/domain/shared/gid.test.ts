import { expect, test } from "vitest";
import { gid, legacyId, parseGid } from "#app/domain/shared/gid.ts";

test("a numeric id becomes a gid and back", () => {
  expect(gid("Order", 1001)).toBe("gid://shopify/Order/1001");
  expect(gid("Order", 2n ** 60n)).toBe("gid://shopify/Order/1152921504606846976");
  expect(legacyId(gid("Order", "1001"))).toBe("1001");
});

test.each(["", "12a", "-1", "1.5", "1/../2"])("%j is no id", (id) => {
  expect(() => gid("Order", id)).toThrow(RangeError);
});

test.each(["gid://shopify/Customer/1", "gid://shopify/Order/", "gid://shopify/Order/1x", " gid://shopify/Order/1", "1"])(
  "%j is not an order's gid",
  (text) => {
    expect(parseGid("Order", text)).toBeUndefined();
  },
);
