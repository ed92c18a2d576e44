import { expect, test } from "vitest";
import { listAddress, PAGE_SIZE, searchOf } from "#app/ui/lists/list-address.ts";

const VIEWS = ["due", "late"] as const;
const address = (query: string) => listAddress(new URLSearchParams(query), VIEWS);

test("an address without anything is the first page of the first view", () => {
  expect(address("")).toEqual({ view: "due", text: "", page: 1 });
});

test("view, search and page stand in the address", () => {
  expect(address("view=late&q=%231042&page=3")).toEqual({ view: "late", text: "#1042", page: 3 });
  expect(searchOf(new URLSearchParams("page=3"), VIEWS)).toMatchObject({ limit: PAGE_SIZE, offset: 2 * PAGE_SIZE });
});

test("what an address cannot mean counts as not said", () => {
  expect(address("view=nope&page=-1")).toEqual({ view: "due", text: "", page: 1 });
  expect(address("page=0").page).toBe(1);
  expect(address("page=1e9").page).toBe(1);
  expect(address("page=99999").page).toBe(10_000);
  expect(address(`q=${"x".repeat(500)}`).text).toHaveLength(200);
});
