import type { Money } from "#app/domain/shared/money.ts";
import type { ReturnEvent } from "#app/domain/returns/return-status.ts";

/** What a page's buttons can ask of the server. */
export type ReturnCommand =
  | { readonly event: "approve" | "ship" | "close" | "cancel" | "trust" | "end_trust" }
  | { readonly event: "start_processing"; readonly accepted?: Money }
  | { readonly event: "repair_step"; readonly step: RepairStep }
  | { readonly event: "choose_terms"; readonly choice: "keep" | "rule" }
  | { readonly event: "choose_instead"; readonly kind: string }
  | { readonly event: "decline"; readonly reason: string; readonly note: string }
  | { readonly event: "receive"; readonly lines: readonly CountedLine[] }
  | { readonly event: "inspect"; readonly lines: readonly (CountedLine & Finding)[] };

type RepairStep =
  | { readonly event: "start_repair" | "finish_repair" | "arrive_back" }
  | { readonly event: "give_up"; readonly note: string }
  | { readonly event: "send_back"; readonly carrier: string; readonly trackingNumber: string };

interface CountedLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** What was found about one line. */
export interface Finding {
  readonly condition: string;
  readonly disposition: string;
}

/** Reasons that Shopify knows for declining. */
export const DECLINE_REASONS = ["RETURN_PERIOD_ENDED", "FINAL_SALE", "OTHER"] as const;
export const CONDITIONS_FOUND = ["as_new", "used", "damaged", "missing"] as const;
export const DISPOSITION_CHOICES = ["restocked", "not_restocked", "processing_required", "missing"] as const;

/** The step that usually comes next stands alone; what is seldom or cannot be undone stands in the menu. */
const FORWARD: readonly ReturnEvent[] = ["approve", "receive", "inspect", "start_processing"];

/** What staff do here; the rest of the table's events come from elsewhere. */
const BUTTONS: readonly ReturnEvent[] = ["approve", "decline", "receive", "ship", "inspect", "start_processing", "close", "cancel"];

/** The buttons of a return: only events that the status table allows now, each once. */
export function buttonsOf(events: readonly ReturnEvent[]): {
  readonly primary: ReturnEvent | undefined;
  readonly others: readonly ReturnEvent[];
} {
  const primary = FORWARD.find((event) => events.includes(event));
  return { primary, others: BUTTONS.filter((event) => event !== primary && events.includes(event)) };
}

/** Whether an event cannot be taken back, and so is asked about in red. */
export function isEnding(event: ReturnEvent): boolean {
  return event === "decline" || event === "cancel";
}
