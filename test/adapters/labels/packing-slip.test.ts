import { describe, expect, test } from "vitest";
import { drawSlip } from "#app/adapters/labels/packing-slip.server.ts";
import { aSlipSheet } from "#test/builders/a-slip-sheet.ts";
import { readPdf } from "#test/support/pdf-text.ts";

const line = (title: string) => ({ quantity: "1 ×", title, detail: "" });

describe("a packing slip as a PDF", () => {
  test("says everything on one sheet of the country's paper", async () => {
    const a4 = await readPdf(await drawSlip(aSlipSheet({ note: "No cash on delivery." })));
    expect([a4.pages, a4.width, a4.height]).toEqual([1, 595, 842]);
    for (const words of ["Field & Thread", "#1001-R1", "Linen shirt", "too small", "12 Harbour Street", "No cash on delivery."]) {
      expect(a4.text).toContain(words);
    }
    const letter = await readPdf(await drawSlip(aSlipSheet({ paper: "letter" })));
    expect([letter.width, letter.height]).toEqual([612, 792]);
  });

  test("draws the letters of every language that shops write in", async () => {
    const titles = ["亚麻衬衫 中号", "リネンシャツ 込", "Żółta koszula ščřž", "Льняная рубашка", "Λινό πουκάμισο", "Áo sơ mi ắ"];
    const { text } = await readPdf(await drawSlip(aSlipSheet({ items: { heading: "寄回的商品", lines: titles.map(line) } })));
    for (const title of [...titles, "寄回的商品"]) expect(text).toContain(title);
  });

  test("shows a box for a letter that no font has, and keeps the rest", async () => {
    const { text } = await readPdf(await drawSlip(aSlipSheet({ items: { heading: "Items", lines: [line("Hat 👒 M")] } })));
    expect(text).toMatch(/Hat □ M/);
  });

  test("goes on on further pages when there is much to list, and breaks words that are too long", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => line(`Shirt number ${index + 1}`));
    const long = line("x".repeat(400));
    const { text, pages } = await readPdf(await drawSlip(aSlipSheet({ items: { heading: "Items", lines: [...lines, long] } })));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain("Shirt number 60");
    expect(text.replaceAll(/[^x]/g, "").length).toBeGreaterThanOrEqual(400);
  });
});
