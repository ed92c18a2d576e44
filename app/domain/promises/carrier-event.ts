const PAPERWORK: readonly string[] = ["label_purchased", "label_printed", "confirmed"];
const TROUBLE: readonly string[] = ["attempted_delivery", "delayed", "failure"];

/** Whether a person or machine handled the parcel; a printed label is not yet a scan. A status unknown today counts as one. */
export function isScan(status: string): boolean {
  return !PAPERWORK.includes(status.toLowerCase());
}

/** Whether the event is news of trouble, so that an estimate in it is a new expectation. */
export function isTrouble(status: string): boolean {
  return TROUBLE.includes(status.toLowerCase());
}

/** Whether the event says that the parcel arrived. */
export function isDelivery(status: string): boolean {
  return status.toLowerCase() === "delivered";
}
