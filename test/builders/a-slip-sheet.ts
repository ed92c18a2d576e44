import type { SlipSheet } from "#app/use-cases/labels/ports.ts";

/** A slip for two shirts in English on A4, unless told otherwise. */
export function aSlipSheet(overrides: Partial<SlipSheet> = {}): SlipSheet {
  return {
    paper: "a4",
    language: "en",
    title: "Packing slip",
    shopName: "Field & Thread",
    returnName: "#1001-R1",
    code: "1042",
    codeCaption: "Return 1042 · #1001-R1",
    facts: [["Order", "#1001 of Nov 6, 2026"]],
    items: { heading: "In this parcel (2 items)", lines: [{ quantity: "2 ×", title: "Linen shirt", detail: "M · SHIRT-M · too small" }] },
    steps: { heading: "How to send it back", lines: ["Pack the items well.", "Put this page into the parcel."] },
    note: "",
    address: { hint: "Cut here", heading: "To", lines: ["Field & Thread", "12 Harbour Street"], from: "From: Maya Field" },
    ...overrides,
  };
}
