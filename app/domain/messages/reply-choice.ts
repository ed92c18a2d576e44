import type { CaseType } from "#app/domain/cases/case-type.ts";

/** The buttons a message may carry. */
export const REPLY_CHOICES = ["keep_waiting", "chase_carrier", "talk_to_person", "have_it", "repair_holds", "repair_broken"] as const;
export type ReplyChoice = (typeof REPLY_CHOICES)[number];

/** What a case that a choice opens is about. */
export type CaseTopic = Extract<ReplyChoice, "chase_carrier" | "talk_to_person" | "repair_broken">;

/** What a customer's choice sets in motion. */
export type ChoiceEffect =
  /** Work for staff; the same choice about the same subject opens one case, under `key`. */
  | { readonly kind: "open_case"; readonly key: string; readonly caseType: CaseType; readonly topic: CaseTopic }
  /** The customer has the parcel: delivered at the moment of the answer, unless the carrier knows an earlier one. */
  | { readonly kind: "mark_delivered" }
  /** Noted in the timeline. */
  | { readonly kind: "note" };

/** What comes of a choice about a subject (a fulfillment gid, else the message): chasing, talking and a repair that does not hold open a case, "I have it" closes the promise. */
export function effectOfChoice(choice: ReplyChoice, subject: string): ChoiceEffect {
  switch (choice) {
    case "chase_carrier":
      return { kind: "open_case", key: `chase-carrier:${subject}`, caseType: "delivery", topic: "chase_carrier" };
    case "talk_to_person":
      return { kind: "open_case", key: `talk-to-person:${subject}`, caseType: "question", topic: "talk_to_person" };
    case "have_it":
      return { kind: "mark_delivered" };
    case "repair_broken":
      return { kind: "open_case", key: `repair-broken:${subject}`, caseType: "return", topic: "repair_broken" };
    case "repair_holds":
    case "keep_waiting":
      return { kind: "note" };
  }
}

/** Reads a choice from a link, or answers null for anything else. */
export function parseChoice(text: string): ReplyChoice | null {
  return REPLY_CHOICES.find((choice) => choice === text) ?? null;
}
