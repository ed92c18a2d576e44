/**
 * The lists that staff work from: open ones, those they own, those nobody owns, those that wait for the customer, those whose first reply is
 * late, and closed ones.
 */
export const CASE_VIEWS = ["open", "mine", "unassigned", "waiting", "breached", "closed"] as const;
export type CaseView = (typeof CASE_VIEWS)[number];
