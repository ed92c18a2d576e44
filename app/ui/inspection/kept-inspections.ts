/** An inspection as it waits in the browser; its photos are files. */
export interface KeptInspection {
  /** Made before the first try, so that the server does it once. */
  readonly key: string;
  readonly returnId: string;
  readonly name: string;
  readonly lines: readonly { readonly lineId: string; readonly judged: readonly { gradeId: string; quantity: number; fate: string }[] }[];
  readonly photos: readonly { readonly lineId: string; readonly file: Blob }[];
  /** Milliseconds, for the order. */
  readonly madeAt: number;
  /** Why the server will never take it; a person decides. */
  readonly refused?: string;
}
