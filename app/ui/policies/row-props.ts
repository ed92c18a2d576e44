import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import type { ConditionForm } from "./policy-form.ts";

/** What the row of a condition and its parts are given. */
export interface ConditionRowProps {
  readonly condition: ConditionForm;
  /** Where it stands in the document. */
  readonly path: string;
  readonly currency: string;
  readonly onChange: (condition: ConditionForm) => void;
  readonly onRemove: () => void;
}

/** Which language's texts are shown, and the shop's own, whose texts stand in for missing ones. */
export interface ShownLanguage {
  readonly shown: string;
  readonly own: string;
}

/** What the row of a question and its parts are given. */
export interface QuestionRowProps {
  readonly question: ReturnQuestion;
  /** Where it stands in the document. */
  readonly path: string;
  /** Questions that it can follow. */
  readonly earlier: readonly ReturnQuestion[];
  readonly language: ShownLanguage;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (question: ReturnQuestion) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
}
