/** A judgement that somebody's phone sent; its key is made there, before the first try. */
export interface InspectionRecord {
  readonly key: string;
  readonly returnId: string;
  readonly actor: string;
  readonly at: Date;
}

export interface InspectionRepository {
  /** The return that this key was used for. */
  find(key: string): Promise<InspectionRecord | undefined>;
  /** Takes the key; false when it was taken before. */
  claim(record: InspectionRecord): Promise<boolean>;
}
