import type { OutcomeForm } from "./policy-form.ts";

export interface OutcomeFieldsProps {
  readonly outcome: OutcomeForm;
  readonly path: string;
  readonly currency: string;
  readonly onChange: (outcome: OutcomeForm) => void;
}
