import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giftCodeOf, readGiftCode } from "#app/domain/gifts/gift-code.ts";
import { giftExpiry, giftReturnName, giftState, unitsOfGift } from "#app/domain/gifts/gift.ts";
import { readSlipCode } from "#app/domain/labels/slip-code.ts";
import { RETURN_STATUSES } from "#app/domain/returns/return-status.ts";

const NOW = new Date("2026-12-27T10:00:00Z");
const LATER = new Date("2027-01-31T00:00:00Z");
const [mug, shirt] = ["gid://shopify/LineItem/1", "gid://shopify/LineItem/2"];
const anyDigest = fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 }).map((figures) => figures.join(""));

describe("a gift's code", () => {
  test("follows from the digest of its id", () => {
    expect(giftCodeOf(`00010f${"00".repeat(29)}`)).toBe("ABRA-AAAA-AAAA");
    expect(() => giftCodeOf("00")).toThrow("at least 12 bytes");
  });

  test("is read however it is typed", () => {
    fc.assert(
      fc.property(anyDigest, fc.constantFrom("", " ", "-", "–", "\t"), fc.boolean(), (digest, between, isSmall) => {
        const code = giftCodeOf(digest);
        const typed = ` ${code.replaceAll("-", between)} `;
        expect(readGiftCode(isSmall ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
    expect(readGiftCode("ＡＢＣＤ ＥＦＧＨ ＪＫＬＭ")).toBe("ABCD-EFGH-JKLM");
  });

  test.each(["", "ABCD-EFGH-JKL", "ABCD-EFGH-JKLM2", "ABCD-EFGH-JKL0", "ABCD-EFGH-JKLI", "' or 1=1 --", "🎁🎁🎁🎁🎁🎁🎁🎁🎁🎁🎁🎁"])(
    "cannot be %j",
    (typed) => {
      expect(readGiftCode(typed)).toBeUndefined();
    },
  );
});

describe("what a code is worth", () => {
  const gift = { items: [{ lineGid: mug, quantity: 3 }], expiresAt: LATER };

  test("are the units that did not come back by it; a declined or cancelled return used none", () => {
    const one = (status: (typeof RETURN_STATUSES)[number]) => ({ status, lines: [{ lineGid: mug, quantity: 1 }] });
    expect(unitsOfGift(gift, [one("requested"), one("closed"), one("declined"), one("cancelled")])).toEqual(new Map([[mug, 1]]));
    expect(unitsOfGift(gift, [{ status: "approved", lines: [{ lineGid: shirt, quantity: 3 }] }])).toEqual(new Map([[mug, 3]]));
  });

  test("ends when it was taken back, when its time is over, and when all of it was returned, in this order", () => {
    const all = [{ status: "requested" as const, lines: [{ lineGid: mug, quantity: 3 }] }];
    expect(giftState(gift, [], NOW)).toBe("open");
    expect(giftState(gift, all, NOW)).toBe("used");
    expect(giftState(gift, [], new Date(LATER.getTime() - 1))).toBe("open");
    expect(giftState(gift, all, LATER)).toBe("expired");
    expect(giftState({ ...gift, revokedAt: NOW }, all, LATER)).toBe("revoked");
  });

  test("never brings back more than was given, however it is returned in parts", () => {
    const anyReturn = fc.record({
      status: fc.constantFrom(...RETURN_STATUSES),
      lines: fc.array(fc.record({ lineGid: fc.constantFrom(mug, shirt), quantity: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(anyReturn), (quantity, returns) => {
        const left = unitsOfGift({ items: [{ lineGid: mug, quantity }] }, returns).get(mug) ?? 0;
        const kept = returns.filter(({ status }) => status !== "declined" && status !== "cancelled").flatMap(({ lines }) => lines);
        const gone = kept.filter(({ lineGid }) => lineGid === mug).reduce((all, line) => all + line.quantity, 0);
        expect(left).toBe(Math.max(0, quantity - gone));
      }),
    );
  });
});

describe("a new code", () => {
  const shop = { now: NOW, zone: "America/New_York" };

  test("lasts until the end of the last day on which one of its items may come back", () => {
    expect(giftExpiry(["2027-01-03", "2027-01-30"], shop)).toEqual(new Date("2027-01-31T05:00:00Z"));
  });

  test("lasts a year where that day is not known or there is none", () => {
    expect(giftExpiry(["2027-01-03", null], shop)).toEqual(new Date("2027-12-27T10:00:00Z"));
  });
});

test("a gift's return is called by its number, which the warehouse can type too", () => {
  expect(giftReturnName(1042)).toBe("G1042");
  expect(readSlipCode(" g1042 ")).toEqual({ name: "G1042" });
});
