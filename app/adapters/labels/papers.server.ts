import type { Papers } from "#app/use-cases/labels/ports.ts";
import { drawSlip } from "./packing-slip.server.ts";

/** Papers as PDF. */
export function createPapers(): Papers {
  return { slip: drawSlip };
}
