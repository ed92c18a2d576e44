export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** A leaky bucket in real time: the stand-in's clock may jump, the app's request rate does not. */
export class Bucket {
  readonly #capacity: number;
  readonly #restoreRate: number;
  #level: number;
  #at = performance.now();

  constructor(capacity: number, restoreRate: number) {
    this.#capacity = capacity;
    this.#restoreRate = restoreRate;
    this.#level = capacity;
  }

  take(points: number): boolean {
    this.#restore();
    if (points > this.#level) return false;
    this.#level -= points;
    return true;
  }

  giveBack(points: number): void {
    this.#level = Math.min(this.#capacity, this.#level + Math.max(0, points));
  }

  status(): ThrottleStatus {
    this.#restore();
    return { maximumAvailable: this.#capacity, currentlyAvailable: Math.floor(this.#level), restoreRate: this.#restoreRate };
  }

  #restore(): void {
    const now = performance.now();
    this.#level = Math.min(this.#capacity, this.#level + ((now - this.#at) / 1000) * this.#restoreRate);
    this.#at = now;
  }
}
