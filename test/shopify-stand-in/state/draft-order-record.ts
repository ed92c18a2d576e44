/** An order that nobody has paid for yet. */
export interface DraftOrderRecord {
  id: string;
  name: string;
  tags: string[];
  note: string | null;
  lines: { variantId: string; quantity: number }[];
  /** Until then its goods are kept from everybody else. */
  reserveInventoryUntil: string | null;
  /** What is off the shelf for it at this moment. */
  reserved: { variantId: string; locationId: string; quantity: number }[];
  createdAt: string;
  updatedAt: string;
}
