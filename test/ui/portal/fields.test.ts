import { describe, expect, test } from "vitest";
import { lineField, lineKey, portalLink, portalPath, readPostedChoices, readPostedLines } from "#app/ui/portal/fields.ts";

describe("addresses", () => {
  test("follow the path the merchant chose, with or without a slash at its end", () => {
    expect(portalPath("/tools/give-back/", "items")).toBe("/tools/give-back/items");
    expect(portalPath("/apps/returns")).toBe("/apps/returns");
  });

  test("carry the signed state encoded", () => {
    expect(portalLink("/apps/returns", "status", "a+b=&c")).toBe("/apps/returns/status?t=a%2Bb%3D%26c");
    expect(portalLink("/apps/returns", "status", undefined)).toBe("/apps/returns/status");
  });
});

describe("field names", () => {
  test("are lower-case letters for every line there can be, and never the same twice", () => {
    const names = Array.from({ length: 702 }, (_, index) => lineField("quantity", lineKey(index)));
    expect(names.every((name) => /^[a-z]+$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(702);
    expect([lineKey(0), lineKey(25), lineKey(26), lineKey(701)]).toEqual(["a", "z", "aa", "zz"]);
    expect(() => lineKey(702)).toThrow(RangeError);
  });
});

describe("what a shopper posts", () => {
  test("is read line by line, with empty file fields left out", () => {
    const form = new FormData();
    form.set("linea", "gid://shopify/FulfillmentLineItem/1");
    form.set("takea", "1");
    form.set("quantitya", "2");
    form.set("reasona", "too-small");
    form.set("notea", "Tight");
    form.append("photoa", new File(["x"], "sleeve.jpg", { type: "image/jpeg" }));
    form.append("evidencea", "kept");
    form.set("lineb", "gid://shopify/FulfillmentLineItem/2");
    form.append("photob", new File([], ""));
    const [first, second, ...rest] = readPostedLines(form);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ key: "a", isTaken: true, quantity: "2", reason: "too-small", note: "Tight", keptEvidence: ["kept"] });
    expect(first?.photos.map((photo) => photo.name)).toEqual(["sleeve.jpg"]);
    expect(second).toMatchObject({ key: "b", isTaken: false, quantity: "", photos: [] });
  });

  test("stops at the first gap, so that no made-up line far away is read", () => {
    const form = new FormData();
    form.set("linec", "gid://shopify/FulfillmentLineItem/9");
    expect(readPostedLines(form)).toEqual([]);
  });

  test("names the variants to swap for", () => {
    const form = new FormData();
    form.set("varianta", "gid://shopify/ProductVariant/11");
    form.set("variantb", "");
    form.set("variantabc", "too far");
    expect([...readPostedChoices(form, "variant")]).toEqual([["a", "gid://shopify/ProductVariant/11"]]);
  });
});
