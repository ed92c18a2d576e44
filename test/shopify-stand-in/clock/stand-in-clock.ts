export type ClockListener = (offset: number) => Promise<void>;

/** The stand-in's time: real time plus an offset that only grows. A frozen clock stands still between the moves. */
export class StandInClock {
  #offset = 0;
  readonly #frozen: boolean;
  #frozenAt: number;
  readonly #listeners = new Set<ClockListener>();

  constructor(start: Date | undefined, frozen: boolean) {
    this.#frozen = frozen;
    this.#frozenAt = start?.getTime() ?? Date.now();
    if (start && !frozen) this.#offset = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(this.#frozen ? this.#frozenAt : Date.now() + this.#offset);
  }

  get offset(): number {
    return this.#frozen ? this.#frozenAt - Date.now() : this.#offset;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Moves to `at` unless it is already later, and waits until every listener has taken the new time over. */
  async moveTo(at: Date): Promise<void> {
    if (this.now().getTime() < at.getTime()) {
      this.#frozenAt = at.getTime();
      this.#offset = at.getTime() - Date.now();
    }
    await Promise.all([...this.#listeners].map((listener) => listener(this.offset)));
  }

  onMove(listener: ClockListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Shopify gives instants to the second. */
export function toIso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
