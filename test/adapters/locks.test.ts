import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "#app/adapters/prisma/database.server.ts";
import { createLocks } from "#app/adapters/prisma/locks.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Work that lasts until it is told to end. */
function lasting() {
  let end = () => undefined as void;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve("done");
  });
  return { work: () => ended, end: () => end() };
}

test("one at a time holds a name, in each shop for itself, and lets go when its work ends or fails", async () => {
  const locks = createLocks(database);
  const [mine, theirs] = [locks.forShop("mine"), locks.forShop("theirs")];
  const long = lasting();
  const holding = mine.hold("parcel", long.work);
  expect(await mine.hold("parcel", async () => "other")).toBe("busy");
  expect(await Promise.all([mine.hold("letter", async () => "free"), theirs.hold("parcel", async () => "free")])).toEqual(["free", "free"]);
  long.end();
  expect(await holding).toBe("done");
  await expect(mine.hold("parcel", () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(await mine.hold("parcel", async () => "free again")).toBe("free again");
  locks.close();
});

test("another process is kept out until the first one lets go or dies", async () => {
  // The embedded database has no other process.
  const isServer = inject("databaseServer") !== "";
  const [first, second] = [createLocks(database), createLocks(database)];
  const long = lasting();
  const holding = first.forShop("mine").hold("parcel", long.work);
  await first.forShop("mine").hold("settle", async () => undefined);
  expect(await second.forShop("mine").hold("parcel", async () => "free")).toBe(isServer ? "busy" : "free");
  first.close();
  await second.forShop("mine").hold("settle", async () => undefined);
  await expect.poll(() => second.forShop("mine").hold("parcel", async () => "free")).toBe("free");
  long.end();
  await holding;
  second.close();
});
