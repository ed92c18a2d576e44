import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Sealing } from "#app/adapters/system/sealing.server.ts";

const key = () => randomBytes(32).toString("base64");

describe("sealing", () => {
  test("what is sealed opens again, and two seals of the same text differ", () => {
    const sealing = new Sealing([key()]);
    const [one, two] = [sealing.seal("shpat_1", "row"), sealing.seal("shpat_1", "row")];
    expect(one).not.toBe(two);
    expect([sealing.open(one, "row"), sealing.open(two, "row")]).toEqual(["shpat_1", "shpat_1"]);
  });

  test("keys rotate: the old one still opens, the new one seals, and without the old one nothing opens", () => {
    const [old, fresh] = [key(), key()];
    const sealed = new Sealing([old]).seal("token", "row");
    const rotated = new Sealing([fresh, old]);
    expect(rotated.open(sealed, "row")).toBe("token");
    expect(new Sealing([old]).open(rotated.seal("token", "row"), "row")).toBeUndefined();
    expect(new Sealing([fresh]).open(sealed, "row")).toBeUndefined();
  });

  test("a value that was changed, or moved to another row, does not open", () => {
    const sealing = new Sealing([key()]);
    const sealed = sealing.seal("token", "row");
    const bytes = Buffer.from(sealed, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(sealing.open(bytes.toString("base64"), "row")).toBeUndefined();
    expect(sealing.open(sealed, "another row")).toBeUndefined();
  });
});
