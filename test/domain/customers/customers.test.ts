import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameEmail, maskEmail, normalizeEmail } from "#app/domain/customers/email-address.ts";
import { isSameOrderName, orderNameFrom } from "#app/domain/customers/order-number.ts";

describe("an e-mail address", () => {
  test.each([
    [" Jane@Example.COM ", "jane@example.com"],
    ["mailto:jane@example.com", "jane@example.com"],
    ["ｊａｎｅ@example.com", "jane@example.com"],
    ["j.ane+shop@example.co.uk", "j.ane+shop@example.co.uk"],
    ["李雷@例子.中国", "李雷@例子.中国"],
    ["o'neil@example.com", "o'neil@example.com"],
  ])("%j is compared as %j", (text, expected) => {
    expect(normalizeEmail(text)).toBe(expected);
  });

  test.each([
    "",
    "jane",
    "jane@",
    "@example.com",
    "jane@example",
    "a@b@c.com",
    "a b@c.com",
    'a" OR *@c.com',
    "a@b..com",
    "a@b.com\nBcc: x@y.z",
    `${"a".repeat(250)}@b.com`,
  ])("%j is none", (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });

  test("is the same in any case, and two texts that are none are never the same", () => {
    expect(isSameEmail("JANE@example.com", "jane@EXAMPLE.com")).toBe(true);
    expect(isSameEmail("jane@example.com", "jane+1@example.com")).toBe(false);
    expect(isSameEmail("", "")).toBe(false);
  });

  test("is shown so that its length and all but one letter stay hidden", () => {
    expect(maskEmail("jane@example.com")).toBe("j•••@example.com");
    expect(maskEmail("j@example.com")).toBe("j•••@example.com");
    expect(maskEmail("😀abc@example.com")).toBe("😀•••@example.com");
    expect(maskEmail("@example.com")).toBe("•••");
    expect(maskEmail("nonsense")).toBe("•••");
  });

  test("that was normalised stays as it is", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = normalizeEmail(address);
        if (once !== null) expect(normalizeEmail(once)).toBe(once);
      }),
    );
  });
});

describe("an order number", () => {
  const plain = { prefix: "#", suffix: "" };
  const framed = { prefix: "EN", suffix: "-EU" };

  test.each(["1001", " #1001 ", "＃１００１", "no. 1001", "# 1001"])("typed as %j is #1001", (text) => {
    expect(orderNameFrom(text, plain)).toBe("#1001");
    expect(isSameOrderName(text, "#1001", plain)).toBe(true);
  });

  test.each(["1001", "en1001", "EN1001-EU", "#en1001-eu", "1001-eu"])("typed as %j is EN1001-EU where the shop writes so", (text) => {
    expect(orderNameFrom(text, framed)).toBe("EN1001-EU");
    expect(isSameOrderName(text, "EN1001-EU", framed)).toBe(true);
  });

  test.each(["", "#", "hello", "1001 OR *", '"1001"', "1001'", "a".repeat(70)])("%j is none", (text) => {
    expect(orderNameFrom(text, plain)).toBeNull();
  });

  test("from before the shop changed its prefix is still found, and another number is not the same", () => {
    expect(isSameOrderName("#1001", "#1001", framed)).toBe(true);
    expect(isSameOrderName("1002", "#1001", plain)).toBe(false);
    expect(isSameOrderName("", "#1001", plain)).toBe(false);
    expect(isSameOrderName("#", "#", plain)).toBe(false);
  });
});
