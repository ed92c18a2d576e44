import { browserStore, type BrowserStore } from "./browser-store.ts";
import type { Parcel } from "./inspection-json.ts";
import type { Judgements } from "./judging.ts";
import type { KeptInspection } from "./kept-inspections.ts";

/** A parcel that somebody is looking at: phones end a page while its camera is open, and it goes on where it was. */
export interface ParcelDraft {
  /** There is one at a time. */
  readonly key: "open";
  readonly parcel: Parcel;
  readonly judgements: Judgements;
  readonly photos: readonly { readonly lineId: string; readonly file: Blob }[];
  /** By return: the keys under which they will be sent. */
  readonly keys: readonly (readonly [string, string])[];
}

/** What one browser keeps for one shop; two shops in one browser know nothing of each other. */
export interface KeptWork {
  readonly inspections: BrowserStore<KeptInspection>;
  readonly drafts: BrowserStore<ParcelDraft>;
}

const shops = new Map<string, KeptWork>();

/** The same for as long as the app is open, so that what the browser would not keep is there on every page. */
export function keptWork(shop: string): KeptWork {
  const known = shops.get(shop);
  if (known) return known;
  const made = {
    inspections: browserStore<KeptInspection>(`amends-inspections-${shop}`),
    drafts: browserStore<ParcelDraft>(`amends-parcel-${shop}`),
  };
  shops.set(shop, made);
  return made;
}

/** What waits, the oldest first. */
export async function listKept({ inspections }: KeptWork): Promise<KeptInspection[]> {
  return (await inspections.all()).sort((a, b) => a.madeAt - b.madeAt);
}
