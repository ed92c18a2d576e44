/** What every part of a settings form is given: the form as it stands, and how to change it. */
export interface FormPart<Form> {
  readonly form: Form;
  readonly change: (update: (form: Form) => Form) => void;
}
