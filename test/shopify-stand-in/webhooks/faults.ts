/**
 * A fault that is switched on: either each time with a probability (`rate`, decided by a seeded generator, so a run repeats
 * exactly) or for the `next` so many times. `topics` limits it to some webhooks.
 */
export interface Fault {
  rate?: number;
  next?: number;
  topics?: string[];
  /** How long a delayed webhook waits, in stand-in time. */
  by?: string;
  /** The HTTP status of an injected API error. */
  status?: number;
  /** The request is carried out and only its answer is lost. */
  after?: boolean;
}

export const FAULT_KINDS = ["drop", "duplicate", "delay", "reorder", "throttle", "errors"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export class Faults {
  #active: Partial<Record<FaultKind, Fault>> = {};
  #seed = 1;

  get(): { seed: number } & Partial<Record<FaultKind, Fault>> {
    return { seed: this.#seed, ...this.#active };
  }

  set(kind: FaultKind, fault: Fault | null): void {
    if (fault) this.#active[kind] = { ...fault };
    else this.#active = Object.fromEntries(Object.entries(this.#active).filter(([name]) => name !== kind));
  }

  reseed(seed: number): void {
    this.#seed = seed >>> 0 || 1;
  }

  clear(): void {
    this.#active = {};
  }

  /** Whether the fault strikes now; a counted one is used up by it. */
  strikes(kind: FaultKind, topic?: string): Fault | undefined {
    const fault = this.#active[kind];
    if (!fault || (fault.topics && topic !== undefined && !fault.topics.includes(topic))) return undefined;
    if (fault.next !== undefined) {
      if (fault.next <= 0) return undefined;
      fault.next -= 1;
      return fault;
    }
    return this.#random() < (fault.rate ?? 0) ? fault : undefined;
  }

  /** mulberry32: small, seeded, the same everywhere. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
