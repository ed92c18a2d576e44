/** Gift codes of one order as staff see them: plain JSON. */
export interface GiftsView {
  readonly lines: readonly { readonly lineGid: string; readonly title: string; readonly units: number }[];
  readonly codes: readonly GiftCodeRow[];
}

export interface GiftCodeRow {
  readonly id: string;
  readonly code: string;
  readonly state: "open" | "revoked" | "expired" | "used";
  /** The page on which the code stands already. */
  readonly url: string;
  /** The last moment at which it can be used. */
  readonly lastAt: string;
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
}

export type GiftAnswer = { readonly ok: true; readonly gifts: GiftsView } | { readonly ok: false; readonly code: string };

export type GiftCommand =
  | { readonly intent: "give"; readonly items: readonly { readonly lineGid: string; readonly quantity: number }[] }
  | { readonly intent: "revoke"; readonly giftId: string };
