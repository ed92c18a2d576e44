import type { Papers } from "#app/use-cases/labels/ports.ts";

/** Papers as PDF. What draws them (PDF, fonts, codes) is large, and is loaded with the first one. */
export function createPapers(): Papers {
  return { slip: async (sheet) => (await import("./packing-slip.server.ts")).drawSlip(sheet) };
}
