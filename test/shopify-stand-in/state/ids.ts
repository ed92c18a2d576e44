import { toGid } from "./gids.ts";

/** Ids count up, per kind and over all shops, so that two runs over the same input give the same world. */
export class Ids {
  readonly counters: Record<string, number>;
  readonly #taken: (gid: string) => boolean;

  constructor(taken: (gid: string) => boolean, counters: Record<string, number> = {}) {
    this.counters = counters;
    this.#taken = taken;
  }

  next(kind: string): number {
    const value = (this.counters[kind] ?? 1000) + 1;
    this.counters[kind] = value;
    return value;
  }

  gid(kind: string): string {
    let gid = toGid(kind, this.next(kind));
    while (this.#taken(gid)) gid = toGid(kind, this.next(kind));
    return gid;
  }

  /** An UUID-shaped id that counts up, for webhook and event ids. */
  uuid(kind: string): string {
    const figures = this.next(kind).toString(16).padStart(12, "0");
    const tag = [...kind]
      .reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) >>> 0, 7)
      .toString(16)
      .padStart(8, "0");
    return `${tag}-0000-4000-8000-${figures}`;
  }
}
