export interface Mail {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  /** Every link of the mail, in reading order, without repeats. */
  links: string[];
}

export class Mailbox {
  readonly #mails: Mail[];
  readonly #changed: () => void;

  constructor(changed: () => void, saved: Mail[] = []) {
    this.#changed = changed;
    this.#mails = saved;
  }

  add(mail: Mail): void {
    this.#mails.push(mail);
    this.#changed();
  }

  all(): Mail[] {
    return [...this.#mails];
  }

  to(address: string): Mail[] {
    const wanted = address.toLowerCase();
    return this.#mails.filter((mail) => mail.to.some((one) => one.toLowerCase() === wanted));
  }

  clear(): void {
    this.#mails.length = 0;
    this.#changed();
  }
}
