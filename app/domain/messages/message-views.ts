/** The lists of messages that staff look at. `waiting` is planned, deferred or being sent. */
export const MESSAGE_VIEWS = ["all", "sent", "waiting", "suppressed", "failed"] as const;
export type MessageView = (typeof MESSAGE_VIEWS)[number];
