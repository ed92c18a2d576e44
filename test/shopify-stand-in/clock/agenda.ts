import type { StandInClock } from "./stand-in-clock.ts";

interface Entry {
  at: number;
  order: number;
  run: () => Promise<void>;
}

/** What happens later in the stand-in's time: retries, delayed deliveries, the end of a bulk operation. */
export class Agenda {
  #entries: Entry[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #clock: StandInClock;
  readonly #running = new Set<Promise<void>>();

  constructor(clock: StandInClock) {
    this.#clock = clock;
    clock.onMove(async () => this.#arm());
  }

  at(at: Date, run: () => Promise<void>): void {
    if (this.#closed) return;
    this.#entries.push({ at: at.getTime(), order: this.#order++, run });
    this.#entries.sort((a, b) => a.at - b.at || a.order - b.order);
    this.#arm();
  }

  get nextDueAt(): Date | undefined {
    const next = this.#entries[0];
    return next && new Date(next.at);
  }

  /** Runs what is due by now and waits for it. */
  async runDue(): Promise<void> {
    for (;;) {
      const next = this.#entries[0];
      if (!next || next.at > this.#clock.now().getTime()) break;
      this.#entries.shift();
      const work = next.run().finally(() => this.#running.delete(work));
      this.#running.add(work);
    }
    await Promise.all(this.#running);
    this.#arm();
  }

  close(): void {
    this.#closed = true;
    this.#entries = [];
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#entries[0];
    if (!next || this.#closed) return;
    const wait = next.at - this.#clock.now().getTime();
    if (wait > 0 && this.#clock.frozen) return;
    this.#timer = setTimeout(() => void this.runDue(), Math.min(Math.max(wait, 0), 2_000_000_000));
    this.#timer.unref();
  }
}
