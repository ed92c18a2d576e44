import { describe, expect, test } from "vitest";
import { ranged } from "#app/http/byte-range.server.ts";

const film = new Uint8Array(Array.from({ length: 10 }, (_, index) => index));
async function ask(range?: string) {
  const request = new Request("https://amends.test/film", range === undefined ? {} : { headers: { range } });
  const answer = ranged(request, film, { "Content-Type": "video/mp4" });
  return [answer.status, answer.headers.get("content-range"), [...new Uint8Array(await answer.arrayBuffer())]];
}

describe("parts of a video", () => {
  test("all of it when nobody asks for a part, or in a way that nobody understands", async () => {
    expect(await ask()).toEqual([200, null, [...film]]);
    expect(await ask("bytes=-")).toEqual([200, null, [...film]]);
    expect(await ask("frames=1-2")).toEqual([200, null, [...film]]);
  });

  test.each<[string, string, number[]]>([
    ["bytes=0-1", "bytes 0-1/10", [0, 1]],
    ["bytes=8-", "bytes 8-9/10", [8, 9]],
    ["bytes=-2", "bytes 8-9/10", [8, 9]],
    ["bytes=-99", "bytes 0-9/10", [...film]],
    ["bytes=7-99", "bytes 7-9/10", [7, 8, 9]],
  ])("%s is a part", async (asked, said, bytes) => {
    expect(await ask(asked)).toEqual([206, said, bytes]);
  });

  test.each(["bytes=10-", "bytes=5-4", "bytes=-0"])("%s is not there", async (asked) => {
    expect(await ask(asked)).toEqual([416, "bytes */10", []]);
  });
});
