import type { WriteStream } from "node:tty";

/** What is being done, line by line; on a terminal the last line is rewritten while it goes on. */
export class Progress {
  readonly #out: WriteStream;
  #current = "";
  #began = 0;

  constructor(out: WriteStream) {
    this.#out = out;
  }

  begin(what: string): void {
    this.#current = what;
    this.#began = performance.now();
    this.#line("…");
  }

  tell(detail: string): void {
    if (this.#out.isTTY) this.#line(`… ${detail}`);
  }

  done(result: string): void {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    this.#line(`: ${result} (${seconds} s)`);
    this.#out.write("\n");
  }

  #line(rest: string): void {
    if (this.#out.isTTY) this.#out.write(`\r\u001b[K${this.#current}${rest}`);
    else if (rest.startsWith(":")) this.#out.write(`${this.#current}${rest}`);
  }
}
