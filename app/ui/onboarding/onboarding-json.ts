/** The steps of the set-up in their order; the server knows which are done. */
export type SetupStep = "history" | "policy" | "portal" | "mail" | "promises";

export interface ImportRow {
  readonly status: "starting" | "waiting" | "reading" | "finished" | "failed";
  readonly orders: number;
  /** 0 to 100, or null while the size is not known. */
  readonly percent: number | null;
  readonly error: string | null;
}

export interface SetupRow {
  readonly steps: readonly { readonly step: SetupStep; readonly isDone: boolean }[];
  readonly import: ImportRow | null;
  readonly portalUrl: string;
  readonly editorUrl: string;
}
